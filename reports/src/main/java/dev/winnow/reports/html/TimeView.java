package dev.winnow.reports.html;

import dev.winnow.engine.observe.Shares;
import dev.winnow.engine.workload.Metric;
import dev.winnow.reports.chart.Quantity;
import dev.winnow.reports.chart.ShareBar;
import dev.winnow.reports.chart.ShareBar.Part;
import dev.winnow.reports.flame.RunProfile;
import dev.winnow.reports.summary.RunReport;
import dev.winnow.reports.summary.TimeSpent;
import java.util.List;
import java.util.Map;

/** What the page of a run shows of its time, by the names that its template uses. */
final class TimeView {
    private TimeView() {}

    /** Puts what there is. */
    static void of(RunReport report, Map<String, Object> view) {
        report.time().ifPresent(time -> {
            view.put("time", time);
            view.put("timeBar", bar(time));
        });
        report.profile().ifPresent(profile -> {
            view.put("stages", stages(profile));
            view.put("flame", profile.graph().markup());
        });
    }

    private static String bar(TimeSpent time) {
        Shares shares = time.shares();
        boolean metered = !Double.isNaN(shares.processor());
        return bar(
                "the workers\u2019 time",
                List.of(
                        new Part(
                                metered ? "on a processor" : "in batches",
                                metered ? shares.processor() : shares.batches()),
                        new Part("waiting for locks", shares.locks()),
                        new Part("garbage collector", shares.collections()),
                        new Part("off the processor", shares.elsewhere()),
                        new Part("waiting for the writer", shares.queue()),
                        new Part("waiting for other batches", shares.imbalance()),
                        new Part("sent home", shares.rest()),
                        new Part("starting and sharing out", shares.start())));
    }

    private static String stages(RunProfile profile) {
        return bar(
                profile.unit() + " by stage",
                profile.stacks().stages().entrySet().stream()
                        .map(stage -> new Part(stage.getKey().text(), stage.getValue()))
                        .toList());
    }

    private static String bar(String name, List<Part> parts) {
        return new ShareBar(new Quantity(name, Metric.Unit.FRACTION), parts)
                .draw()
                .html();
    }
}
