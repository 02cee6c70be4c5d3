package dev.winnow.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SvgPathTest {
    private static final Pattern STEP = Pattern.compile("([MlhvzZ])((?:\\s?-?[\\d.]+)*)");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");

    @Test
    void straight_paths_become_steps() {
        assertThat(SvgPath.shorten("M10 20 L12.5 20 L12.5 19 L0 0 Z")).isEqualTo("M10 20h2.5v-1l-12.5-19z");
        assertThat(SvgPath.shorten("M-0.5 0.1 L0.2 0.4")).isEqualTo("M-.5 .1l.7 .3");
    }

    @Test
    void curves_stay_as_they_are() {
        assertThat(SvgPath.shorten("M1 2 C3 4 5 6 7 8")).isEqualTo("M1 2 C3 4 5 6 7 8");
    }

    @Test
    void a_shorter_path_goes_through_the_same_points() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            StringBuilder path = new StringBuilder();
            Path2D expected = new Path2D.Double();
            for (int i = 0; i < 20; i++) {
                double x = Math.rint(random.nextGaussian() * 100) / 10;
                double y = random.nextBoolean() ? 3 : Math.rint(random.nextGaussian() * 100) / 10;
                boolean start = i == 0 || random.nextInt(6) == 0;
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", start ? "M" : "L", x, y));
                if (start) {
                    expected.moveTo(x, y);
                } else {
                    expected.lineTo(x, y);
                }
            }
            assertThat(points(read(SvgPath.shorten(path.toString().strip()))))
                    .as("seed " + seed + ", run " + run)
                    .isEqualTo(points(expected));
        }
    }

    /** All coordinates in tenths, in order. */
    private static String points(Path2D path) {
        StringBuilder all = new StringBuilder();
        double[] point = new double[6];
        for (var steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(point);
            all.append(kind)
                    .append(' ')
                    .append(Math.round(point[0] * 10))
                    .append(' ')
                    .append(Math.round(point[1] * 10))
                    .append('\n');
        }
        return all.toString();
    }

    private static Path2D read(String path) {
        Path2D read = new Path2D.Double();
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            double[] numbers = NUMBER.matcher(steps.group(2))
                    .results()
                    .mapToDouble(n -> Double.parseDouble(n.group()))
                    .toArray();
            switch (steps.group(1)) {
                case "M" -> read.moveTo(numbers[0], numbers[1]);
                case "h" -> to(read, numbers[0], 0);
                case "v" -> to(read, 0, numbers[0]);
                case "l" -> to(read, numbers[0], numbers[1]);
                default -> read.closePath();
            }
        }
        return read;
    }

    private static void to(Path2D path, double dx, double dy) {
        path.lineTo(path.getCurrentPoint().getX() + dx, path.getCurrentPoint().getY() + dy);
    }
}
