package dev.winnow.cli.option;

import dev.winnow.engine.UserError;

/** {@code --rounds} of the commands that time something; each has its own default. */
public final class Rounds {
    private Rounds() {}

    /**
     * Insists on at least one.
     *
     * @throws UserError when there are none
     */
    public static void require(int rounds) {
        if (rounds < 1) {
            throw new UserError("--rounds " + rounds + " is below 1; give the number of timed rounds");
        }
    }
}
