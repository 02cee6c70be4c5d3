package dev.winnow.reports.runs;

import dev.winnow.engine.store.ResultsReader;
import dev.winnow.engine.store.StoredRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/** The points of a run as an Arrow file (IPC, version 2, uncompressed), in record batches of {@link #BATCH} points. */
public final class ArrowFile {
    private static final int BATCH = 4096;

    private ArrowFile() {}

    /**
     * Writes the points that {@link RunPoints} gives; what they are written to stays open.
     *
     * @throws dev.winnow.engine.UserError when there are no results, or a complete run's are damaged
     */
    public static void write(StoredRun run, OutputStream out) throws IOException {
        PointColumns columns;
        try (ResultsReader results = run.results()) {
            columns = new PointColumns(results.layout());
        }
        Schema schema = new Schema(columns.all().stream().map(ArrowFile::field).toList());
        try (BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot batch = VectorSchemaRoot.create(schema, allocator);
                ArrowFileWriter writer = new ArrowFileWriter(batch, null, Channels.newChannel(out))) {
            writer.start();
            int row = 0;
            for (List<? extends @Nullable Object> values : RunPoints.of(run).rows()) {
                for (int c = 0; c < values.size(); c++) {
                    set(batch.getVector(c), row, values.get(c));
                }
                row++;
                if (row == BATCH) {
                    flush(batch, writer, row);
                    row = 0;
                }
            }
            if (row > 0) {
                flush(batch, writer, row);
            }
            writer.end();
        }
    }

    private static void flush(VectorSchemaRoot batch, ArrowFileWriter writer, int rows) throws IOException {
        batch.setRowCount(rows);
        writer.writeBatch();
        batch.clear();
    }

    private static Field field(PointColumns.Column column) {
        ArrowType type =
                switch (column.type()) {
                    case "VARCHAR" -> new ArrowType.Utf8();
                    case "BIGINT" -> new ArrowType.Int(Long.SIZE, true);
                    case "DOUBLE" -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
                    case "BOOLEAN" -> new ArrowType.Bool();
                    default -> throw new IllegalStateException("no Arrow type for " + column.type());
                };
        return Field.nullable(column.name(), type);
    }

    private static void set(FieldVector vector, int row, @Nullable Object value) {
        if (value == null) {
            return; // a slot that is not set is null
        }
        switch (vector) {
            case VarCharVector texts -> texts.setSafe(row, value.toString().getBytes(StandardCharsets.UTF_8));
            case BigIntVector longs -> longs.setSafe(row, (Long) value);
            case Float8Vector doubles -> doubles.setSafe(row, (Double) value);
            case BitVector bits -> bits.setSafe(row, (Boolean) value ? 1 : 0);
            default -> throw new IllegalStateException("no setter for " + vector.getClass());
        }
    }
}
