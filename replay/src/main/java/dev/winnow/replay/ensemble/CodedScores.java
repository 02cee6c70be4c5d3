package dev.winnow.replay.ensemble;

import java.util.Arrays;

/** Sides alone: a sum is taken once a code, and planes are written run by run. */
record CodedScores(JointCode code) implements ScoreSource {
    @Override
    public void fill(LevelPlanes planes, Scratch scratch) {
        int codes = code.count();
        if (scratch.sums.length < codes) {
            scratch.sums = new double[codes];
        }
        if (scratch.flags.length < codes) {
            scratch.flags = new byte[codes];
        }
        for (int place = 0; place < planes.count(); ) {
            sum(planes, planes.tuple(place), scratch.sums);
            for (int end = planes.end(place); place < end; place++) {
                double level = planes.level(place);
                for (int c = 0; c < codes; c++) {
                    double sum = scratch.sums[c];
                    scratch.flags[c] = (byte) ((sum >= level ? 1 : 0) | (sum <= -level ? 2 : 0));
                }
                code.expand(scratch.flags, planes.atLeast(place), planes.atMost(place));
            }
        }
        planes.filled();
    }

    private void sum(LevelPlanes planes, int tuple, double[] sums) {
        int codes = code.count();
        Arrays.fill(sums, 0, codes, 0);
        for (int i = 0; i < code.signals(); i++) {
            double weight = planes.weight(tuple, i);
            double[] sides = code.sides(i);
            if (weight != 0) {
                for (int c = 0; c < codes; c++) {
                    sums[c] += weight * sides[c];
                }
            }
        }
    }

    @Override
    public String description() {
        return "sides by " + code.count() + " codes in " + code.pieces() + " pieces";
    }

    @Override
    public long bytes() {
        return code.bytes();
    }
}
