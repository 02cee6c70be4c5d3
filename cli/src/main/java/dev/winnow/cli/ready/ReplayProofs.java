package dev.winnow.cli.ready;

import dev.winnow.engine.space.Space;
import dev.winnow.engine.store.RunIdentity;
import dev.winnow.replay.EnsembleWorkload;
import dev.winnow.replay.ReplayProof;
import java.util.Optional;
import java.util.SplittableRandom;

/** Runs random points of a replay anew as full backtests from raw bars. */
final class ReplayProofs {
    private ReplayProofs() {}

    /**
     * Up to the first point that differs.
     *
     * @param points how many of each symbol
     * @param identity of the run, which says which
     */
    static Proof of(ReadyReplay ready, int points, RunIdentity identity) {
        SplittableRandom random = new SplittableRandom(Long.parseUnsignedLong(identity.key(), 16));
        Space space = ready.space();
        double worst = 0;
        int proved = 0;
        for (ReplayedSymbol symbol : ready.symbols()) {
            EnsembleWorkload replay = symbol.workload();
            ReplayProof proof = new ReplayProof(replay, symbol.anew(replay));
            for (int i = 0; i < points; i++) {
                long index = random.nextLong(space.size());
                Optional<String> difference = proof.difference(space.point(index));
                proved++;
                worst = Math.max(worst, proof.worst());
                if (difference.isPresent()) {
                    String name = symbol.loaded().bars().symbol();
                    return new Proof(proved, worst, name + ", " + space.describe(index) + ": " + difference.get());
                }
            }
        }
        return new Proof(proved, worst, "");
    }
}
