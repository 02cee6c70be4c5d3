package dev.winnow.replay;

import dev.winnow.replay.expression.PlanNode;
import java.util.List;

/**
 * What the columns and planes of a plan take over the bars that it was explained for; bytes.
 *
 * @param artifacts distinct values that points share
 * @param artifactBytes kept of them at most
 * @param scratchBytes of one thread
 */
public record PlanFootprint(long artifacts, long artifactBytes, long scratchBytes) {
    /**
     * What the nodes of a plan take together.
     *
     * @param cacheBytes how much the shared values may take; those that are computed once come on top
     */
    public static PlanFootprint of(List<PlanNode> nodes, long cacheBytes) {
        long artifacts = 0;
        double once = 0;
        double shared = 0;
        long scratch = 0;
        for (PlanNode node : nodes) {
            switch (node.storage()) {
                case ONCE -> once += (double) node.evaluations() * node.bytes();
                case SHARED, CODES -> shared += (double) node.evaluations() * node.bytes();
                case INNER, TURN, POINT -> scratch += node.bytes();
                case VIEW -> {}
            }
            if (node.storage().keeps()) {
                artifacts += node.evaluations();
            }
        }
        return new PlanFootprint(artifacts, (long) (once + Math.min(shared, (double) cacheBytes)), scratch);
    }
}
