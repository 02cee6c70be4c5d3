package dev.winnow.reports.profile;

import dev.winnow.reports.flame.Stacks;
import dev.winnow.reports.flame.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;

/** A recorded stack as text that is alike from run to run: no addresses, nothing of the profiling command itself. */
final class StackText {
    /** Addresses and numbers of hidden classes and of generated ones. */
    private static final Pattern ADDRESS =
            Pattern.compile("[/.+]0x[0-9a-f]+(\\.\\d+)?|(?<=Accessor)\\d+|(?<=\\$Proxy)\\d+");

    private static final Pattern LIBRARY = Pattern.compile("^lib[\\w.+-]*\\.so[.\\d]*\\.|^\\.");

    private StackText() {}

    /**
     * The stack from the root on; empty where it is the profiler's own.
     *
     * @param caller runs what is profiled: its frames, and what called them, are left out
     * @param profiler stacks with frames of this package are left out
     */
    static String of(RecordedEvent event, Class<?> caller, String profiler) {
        List<String> frames = new ArrayList<>();
        RecordedStackTrace trace = event.getStackTrace();
        if (trace != null) {
            for (RecordedFrame frame : trace.getFrames().reversed()) {
                frames.add(name(frame));
                if (frames.getLast().startsWith(caller.getName())) {
                    frames.clear();
                }
            }
        }
        if (frames.stream().anyMatch(frame -> frame.startsWith(profiler))) {
            return "";
        }
        String root = root(thread(event));
        if (!root.isEmpty()) {
            frames.addFirst(root);
        }
        return Stacks.text(frames);
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        String type = method.getType() == null ? "" : method.getType().getName();
        String name = type == null || type.isEmpty() ? method.getName() : type + "." + method.getName();
        return ADDRESS.matcher(LIBRARY.matcher(name).replaceFirst("")).replaceAll("");
    }

    private static String thread(RecordedEvent event) {
        for (String field : new String[] {"sampledThread", "eventThread"}) {
            if (event.hasField(field)) {
                RecordedThread thread = event.getValue(field);
                if (thread != null) {
                    return String.valueOf(thread.getJavaName() == null ? thread.getOSName() : thread.getJavaName());
                }
            }
        }
        return "";
    }

    private static String root(String thread) {
        if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
            return Stage.COMPILER_ROOT;
        }
        boolean collector = thread.startsWith("GC ")
                || thread.startsWith("G1 ")
                || thread.startsWith("ZDriver")
                || thread.startsWith("ZWorker")
                || thread.startsWith("Shenandoah")
                || thread.equals("VM Thread");
        return collector ? Stage.COLLECTOR_ROOT : "";
    }
}
