package dev.winnow.replay.expression;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.winnow.engine.artifact.Artifacts;
import dev.winnow.replay.expression.PlanNode.Storage;
import dev.winnow.replay.indicator.MeanTables;
import dev.winnow.replay.market.Bars;
import dev.winnow.replay.signal.KernelChoice;
import dev.winnow.replay.signal.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A plan over bars, with the values that points share: each is computed once, by the first cursor that needs it, while
 * the others wait. They are kept in a plain map when all of them fit, else in a cache that
 * evicts by bytes. Thread-safe; every thread takes a {@link #cursor()} of its own.
 */
public final class BoundStrategy {
    private final StrategyPlan plan;
    private final Bars bars;
    private final KernelChoice kernels;
    private final @Nullable Slot[] once;
    private final ConcurrentMap<Key, Slot> shared;
    private final boolean fits;
    /** Whether values are kept from run to run, by the names of their parameters. */
    private final boolean kept;

    private final ConcurrentMap<TableKey, MeanTables> meanTables = new ConcurrentHashMap<>();
    private final long most;
    private final @Nullable CodedColumns[] coded;
    private final long cacheBytes;
    private final SharedValues values;

    BoundStrategy(StrategyPlan plan, Bars bars, KernelChoice kernels, long cacheBytes, SharedValues values) {
        this.values = values;
        this.plan = plan;
        this.kernels = kernels;
        this.bars = bars;
        this.cacheBytes = cacheBytes;
        this.once = new Slot[plan.nodes().size()];
        for (Node node : plan.nodes()) {
            if (plan.storage(node) == Storage.ONCE) {
                once[node.id()] = slot(node, new Key(node.id(), new long[0]));
            }
        }
        this.kept = values.artifacts() != Artifacts.NONE;
        this.fits = plan.sharedBytes(bars.size(), kernels.codes() && !kept) <= cacheBytes;
        this.shared = fits ? new ConcurrentHashMap<>() : bounded(cacheBytes);
        this.most = fits ? plan.sharedValues() : Long.MAX_VALUE;
        this.coded = new CodedColumns[plan.nodes().size()];
        if (fits && kernels.codes()) {
            for (Node node : plan.nodes()) {
                if (plan.coded(node)) {
                    coded[node.id()] = new CodedColumns(this, node);
                }
            }
        }
    }

    private static ConcurrentMap<Key, Slot> bounded(long bytes) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Slot slot) -> slot.weight)
                .executor(Runnable::run)
                .build()
                .asMap();
    }

    /** A way through the points for one thread. */
    public PlaneCursor cursor() {
        return new PlaneCursor(this, kernels.kernels());
    }

    /** The same by the scalar kernels, whatever was chosen: the bits are the same. */
    public PlaneCursor scalarCursor() {
        return new PlaneCursor(this, KernelChoice.scalar());
    }

    /** Every column and plane that is computed, inputs before what they feed. */
    public List<PlanNode> explain() {
        return plan.explain(bars.size(), workedOut());
    }

    /** Bytes that values shared between some points may take. */
    public long cacheBytes() {
        return cacheBytes;
    }

    StrategyPlan plan() {
        return plan;
    }

    Bars bars() {
        return bars;
    }

    /** What compares and crosses, and why it was chosen. */
    public KernelChoice kernels() {
        return kernels;
    }

    /** The codes by which a node compares its columns, or null if it compares the numbers. */
    @Nullable
    CodedColumns coded(Node node) {
        return coded[node.id()];
    }

    private boolean workedOut() {
        return fits && kernels.codes() && !kept;
    }

    /** The node under whose name a node's values are shared. */
    int first(Node node) {
        return kept ? node.id() : plan.first(node);
    }

    /** Whether a node's values are worked out again wherever they are asked for: a {@link Numbers} each. */
    boolean workedOut(Node node) {
        return workedOut() && plan.storage(node) == Storage.CODES;
    }

    /**
     * The mean over {@code w} bars of a column that no parameter changes.
     *
     * @param column double[bars], the node's value
     */
    Numbers mean(Node node, double[] column, int w) {
        return meanTables
                .computeIfAbsent(new TableKey(node.id(), MeanTables.length(w)), missing -> new MeanTables(column, w))
                .mean(w);
    }

    /** A column's tables for windows that share blocks. */
    private record TableKey(int node, int length) {}

    /** The value of a node that no parameter changes. */
    Object once(Node node, PlaneCursor cursor) {
        Slot slot = once[node.id()];
        if (slot == null) {
            throw new IllegalStateException("no slot");
        }
        return slot.get(node, cursor, values);
    }

    /**
     * The slot of a node at the parameters' values that the key names; the key stays the caller's.
     *
     * @param before the slot that the caller found before this one
     */
    Slot shared(Node node, Key key, @Nullable Slot before) {
        Slot next = before == null ? null : before.next;
        return next != null && next.key.equals(key) ? next : find(node, key, before);
    }

    /** The slot's value, computed by the cursor if no other has. */
    Object get(Slot slot, Node node, PlaneCursor cursor) {
        return slot.get(node, cursor, values);
    }

    private Slot find(Node node, Key key, @Nullable Slot before) {
        Slot slot = shared.get(key);
        if (slot == null && shared.size() < most) {
            slot = shared.computeIfAbsent(key.copy(), missing -> slot(node, missing));
        }
        if (slot == null) {
            // values that are none of the axes' own could fill a map that has no other bound: they are not kept
            return slot(node, key.copy());
        }
        if (fits && before != null && before.next == null) {
            before.next = slot;
        }
        return slot;
    }

    private Slot slot(Node node, Key key) {
        return new Slot(key, StrategyPlan.keptBytes(node, bars.size()));
    }

    /** A node and the bits of the values that it depends on, in the order of its axes. Its owner may change the bits. */
    static final class Key {
        private final int node;
        private final long[] bits;

        Key(int node, long[] bits) {
            this.node = node;
            this.bits = bits;
        }

        long[] bits() {
            return bits;
        }

        Key copy() {
            return new Key(node, bits.clone());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && node == key.node && Arrays.equals(bits, key.bits);
        }

        @Override
        public int hashCode() {
            long hash = node;
            for (long value : bits) {
                hash = (hash ^ value) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            return (int) hash;
        }
    }

    /**
     * Room for one value: computed under its lock, which is taken from results to inputs only. Where all slots are kept
     * it remembers which was asked for after it the first time, since points mostly come in one order; threads may do
     * so at once, as any slot is as good and its key is final.
     */
    static final class Slot {
        private final Key key;
        private final int weight;
        private @Nullable Slot next;
        private volatile @Nullable Object value;

        private Slot(Key key, long bytes) {
            this.key = key;
            this.weight = (int) Math.min(Integer.MAX_VALUE, bytes);
        }

        private Object get(Node node, PlaneCursor cursor, SharedValues values) {
            Object present = value;
            return present == null ? fill(node, cursor, values) : present;
        }

        private synchronized Object fill(Node node, PlaneCursor cursor, SharedValues values) {
            Object present = value;
            if (present == null) {
                present = values.get(node, cursor);
                value = present;
            }
            return present;
        }
    }
}
