package dev.winnow.cli.config;

import dev.winnow.engine.UserError;

/** A share as typed. */
public final class Percent {
    private Percent() {}

    /**
     * The share of 1 that a text in percent means: 5% is 0.05.
     *
     * @param where the option, for the error
     * @throws UserError when it is none, or not from 0 to 100 %
     */
    public static double parse(String where, String text) {
        Quantity quantity = Quantity.parse(text);
        if (quantity == null || quantity.bare() || quantity.value() < 0 || quantity.value() > 1) {
            throw new UserError(where + " " + text + ": not a share from 0 to 100 %, such as 5%");
        }
        return quantity.value();
    }
}
