package dev.winnow.replay.expression;

import dev.winnow.engine.artifact.ArtifactKey;
import dev.winnow.engine.artifact.ArtifactType;
import dev.winnow.engine.artifact.Artifacts;
import java.util.Map;

/**
 * Where the columns and planes that points share are looked for before they are computed. The key of a value is its
 * expression, the values of the parameters that it reads, the bars and the code.
 *
 * @param artifacts keeps them from run to run
 * @param version of the code that computes them
 * @param dataDigest of the bars
 */
public record SharedValues(Artifacts artifacts, String version, String dataDigest) {
    /** Computes every value and keeps none beyond the run. */
    public static final SharedValues COMPUTED = new SharedValues(Artifacts.NONE, "", "");

    /** The node's value at the cursor's point. */
    Object get(Node node, PlaneCursor cursor) {
        if (artifacts == Artifacts.NONE) {
            return cursor.compute(node);
        }
        Map<String, Object> prepare = cursor.parameters(node);
        prepare.put("", node.toString());
        ArtifactKey key = ArtifactKey.of("backtest", version, prepare, dataDigest);
        if (node.operation() == Operation.CROSSINGS) {
            return artifacts.get(key, ArtifactType.LONGS, () -> (long[][]) cursor.compute(node));
        }
        return node.type() == ValueType.COLUMN
                ? artifacts.get(key, ArtifactType.DOUBLES, () -> new double[][] {(double[]) cursor.compute(node)})[0]
                : artifacts.get(key, ArtifactType.LONGS, () -> new long[][] {(long[]) cursor.compute(node)})[0];
    }
}
