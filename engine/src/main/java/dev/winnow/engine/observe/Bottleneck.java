package dev.winnow.engine.observe;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What may hold a run back: a number that was observed, the threshold above which it counts, the share of the workers'
 * time that it accounts for, and a command that tests it. Causes stand before what follows from them.
 */
public enum Bottleneck {
    /** Milliseconds that writing one batch takes. */
    SLOW_WRITER("slow-writer", Unit.MILLIS, 100, "mean time to write a batch", "winnow bench durability SPEC") {
        @Override
        public double value(JsonNode observed) {
            return observed.path("writer").path("meanMillis").asDouble(Double.NaN);
        }

        @Override
        public double impact(Shares shares) {
            return shares.queue();
        }
    },

    /** Share of the workers' time spent waiting for others while one batch took far longer than the median. */
    HOT_BATCH(
            "hot-batch",
            Unit.SHARE,
            0.1,
            "workers' time waiting for others, where one batch took ten times the median or more",
            "winnow COMMAND SPEC --batch 1 --force-new") {
        @Override
        public double value(JsonNode observed) {
            JsonNode batches = observed.path("batches");
            double slowest = batches.path("slowestMillis").asDouble(Double.NaN);
            boolean far = slowest >= FAR * batches.path("p50Millis").asDouble(Double.NaN);
            return far ? Shares.of(observed).imbalance() : Double.isNaN(slowest) ? Double.NaN : 0;
        }

        @Override
        public double impact(Shares shares) {
            return shares.imbalance();
        }

        @Override
        public String advice(JsonNode observed, String command, String spec) {
            JsonNode batches = observed.path("batches");
            long first = batches.path("slowestFirstPoint").asLong();
            long last = first + batches.path("slowestPoints").asLong() - 1;
            return super.advice(observed, command, spec) + "; the batch held points " + first + " to " + last;
        }
    },

    /** Share of the workers' time spent waiting for each other inside batches. */
    LOCK(
            "lock",
            Unit.SHARE,
            0.1,
            "workers' time waiting for locks inside batches",
            "winnow COMMAND SPEC --threads 1 --force-new") {
        @Override
        public double value(JsonNode observed) {
            return Shares.of(observed).locks();
        }

        @Override
        public double impact(Shares shares) {
            return shares.locks();
        }

        @Override
        public String advice(JsonNode observed, String command, String spec) {
            return super.advice(observed, command, spec) + "; winnow profile --event lock -- " + command + " " + spec
                    + " --force-new";
        }
    },

    /** Share of the heap that is live after a collection. */
    MEMORY(
            "memory",
            Unit.SHARE,
            0.8,
            "heap in use after a collection",
            "WINNOW_OPTS=-XmxSIZE winnow COMMAND SPEC --force-new") {
        @Override
        public double value(JsonNode observed) {
            JsonNode memory = observed.path("memory");
            return memory.path("liveBytes").asDouble(Double.NaN)
                    / memory.path("maxHeapBytes").asDouble(Double.NaN);
        }

        @Override
        public double impact(Shares shares) {
            return shares.collections();
        }

        @Override
        public String advice(JsonNode observed, String command, String spec) {
            return twiceTheHeap(observed, super.advice(observed, command, spec));
        }
    },

    /** Share of the run that collections stopped it. */
    COLLECTIONS(
            "gc",
            Unit.SHARE,
            0.1,
            "time stopped by the garbage collector",
            "WINNOW_OPTS=-XmxSIZE winnow COMMAND SPEC --force-new") {
        @Override
        public double value(JsonNode observed) {
            JsonNode memory = observed.path("memory");
            return memory.path("pauseSeconds").asDouble(Double.NaN)
                    / memory.path("measuredSeconds").asDouble(Double.NaN);
        }

        @Override
        public double impact(Shares shares) {
            return shares.collections();
        }

        @Override
        public String advice(JsonNode observed, String command, String spec) {
            return twiceTheHeap(observed, super.advice(observed, command, spec));
        }
    },

    /** Share of the workers' time spent waiting for the writer. */
    QUEUE_WAIT("queue-wait", Unit.SHARE, 0.1, "workers' time waiting for the writer", "winnow bench durability SPEC") {
        @Override
        public double value(JsonNode observed) {
            return Shares.of(observed).queue();
        }

        @Override
        public double impact(Shares shares) {
            return shares.queue();
        }
    },

    /** Points that were done and waited to be written. */
    QUEUE("queue", Unit.POINTS, 1000, "mean points waiting to be written", "winnow bench durability SPEC") {
        @Override
        public double value(JsonNode observed) {
            return observed.path("writer").path("backlogMeanPoints").asDouble(Double.NaN);
        }

        @Override
        public double impact(Shares shares) {
            return shares.queue();
        }
    },

    /** Share of the workers' time spent waiting for the batches of others. */
    IMBALANCE(
            "imbalance",
            Unit.SHARE,
            0.1,
            "workers' time waiting for the batches of others",
            "winnow COMMAND SPEC --batch 1 --force-new") {
        @Override
        public double value(JsonNode observed) {
            return Shares.of(observed).imbalance();
        }

        @Override
        public double impact(Shares shares) {
            return shares.imbalance();
        }
    },

    /** Share of the workers' time in batches that no other number explains. */
    OFF_PROCESSOR(
            "off-cpu",
            Unit.SHARE,
            0.2,
            "workers' time in batches off the processor: reading, or waiting for a core",
            "winnow COMMAND SPEC --threads 1 --force-new") {
        @Override
        public double value(JsonNode observed) {
            return Shares.of(observed).elsewhere();
        }

        @Override
        public String advice(JsonNode observed, String command, String spec) {
            return super.advice(observed, command, spec) + "; winnow profile --event wall -- " + command + " " + spec
                    + " --force-new";
        }

        @Override
        public double impact(Shares shares) {
            return shares.elsewhere();
        }
    };

    /** What a number counts. */
    public enum Unit {
        /** 0 to 1. */
        SHARE,
        MILLIS,
        POINTS
    }

    /** A batch is far from the median from so many times that on. */
    private static final double FAR = 10;

    private final String text;
    private final Unit unit;
    private final double threshold;
    private final String measures;
    private final String test;

    Bottleneck(String text, Unit unit, double threshold, String measures, String test) {
        this.text = text;
        this.unit = unit;
        this.threshold = threshold;
        this.measures = measures;
        this.test = test;
    }

    /** Its name, as thresholds are given by. */
    public String text() {
        return text;
    }

    public Unit unit() {
        return unit;
    }

    /** The threshold where none is given, in the unit. */
    public double threshold() {
        return threshold;
    }

    /** What the number says. */
    public String measures() {
        return measures;
    }

    /** The number, NaN where it was not measured. */
    public abstract double value(JsonNode observed);

    /** Share of the workers' time that it accounts for, NaN where that is not known. */
    public abstract double impact(Shares shares);

    /**
     * A command to test it by.
     *
     * @param command the subcommand that made the run
     * @param spec the spec that it ran
     */
    public String advice(JsonNode observed, String command, String spec) {
        return test.replace("COMMAND", command).replace("SPEC", spec);
    }

    private static String twiceTheHeap(JsonNode observed, String advice) {
        long mebibytes = observed.path("memory").path("maxHeapBytes").asLong() >> 20;
        return advice.replace("SIZE", 2 * mebibytes + "m");
    }
}
