package dev.winnow.engine.store;

import dev.winnow.engine.workload.Batch;
import dev.winnow.engine.workload.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Packs those frames that lie in one batch as a whole. Owns scratch memory, used by one thread at a time. */
final class BatchPacker {
    private final int group;
    private final ResultsLayout layout;
    private final FramePacker packer = new FramePacker();

    BatchPacker(int group, ResultsLayout layout) {
        this.group = group;
        this.layout = layout;
    }

    /** The bytes of the batch's whole frames, in the order of their points. */
    List<byte[]> wholeFrames(Batch batch, Outcome outcome) {
        List<byte[]> frames = new ArrayList<>();
        long end = batch.first() + batch.count();
        long from = Math.ceilDiv(batch.first(), FrameBuffer.POINTS) * FrameBuffer.POINTS;
        for (long to = layout.frameEnd(from); to <= end && from < to; from = to, to = layout.frameEnd(from)) {
            FrameRows rows =
                    new FrameRows(group, batch, outcome, (int) (from - batch.first()), (int) (to - batch.first()));
            frames.add(packer.pack(rows, layout.compressed()));
        }
        return frames;
    }
}
