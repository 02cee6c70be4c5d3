package dev.winnow.engine.plan;

import dev.winnow.engine.plan.Ranked.Standing;

/**
 * What a point is ranked by.
 *
 * @param standing how it stands to the requirement
 * @param score the objective turned so that more is better, NaN where undefined
 * @param group ordinal of its symbol
 * @param point its index in the space of its group
 */
record Place(Standing standing, double score, int group, long point) {
    /** Whether this ranks before the other: a strict total order over distinct points. */
    boolean before(Place other) {
        if (standing != other.standing) {
            return standing.compareTo(other.standing) < 0;
        }
        boolean undefined = Double.isNaN(score);
        if (undefined != Double.isNaN(other.score)) {
            return !undefined;
        }
        if (!undefined && score != other.score) {
            return score > other.score;
        }
        return group != other.group ? group < other.group : point < other.point;
    }
}
