package dev.winnow.reports.chart;

import java.util.StringTokenizer;

/** Paths of straight lines with coordinates in tenths, as steps from point to point: about half as long. */
final class SvgPath {
    private final StringBuilder out = new StringBuilder();
    private long x;
    private long y;
    private long startX;
    private long startY;

    private SvgPath() {}

    /** The same path, shorter; one with curves stays as it is. */
    static String shorten(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("MLZ0123456789.- ".indexOf(path.charAt(i)) < 0) {
                return path;
            }
        }
        return new SvgPath().steps(path);
    }

    private String steps(String path) {
        StringTokenizer tokens =
                new StringTokenizer(path.replace("M", " M ").replace("L", " L ").replace("Z", " Z "));
        while (tokens.hasMoreTokens()) {
            String command = tokens.nextToken();
            switch (command) {
                case "M" -> move(tenths(tokens.nextToken()), tenths(tokens.nextToken()));
                case "L" -> line(tenths(tokens.nextToken()), tenths(tokens.nextToken()));
                case "Z" -> close();
                default -> throw new IllegalArgumentException("no path: " + path);
            }
        }
        return out.toString();
    }

    private static long tenths(String number) {
        return Math.round(Double.parseDouble(number) * 10);
    }

    private void move(long toX, long toY) {
        out.append('M').append(text(toX)).append(' ').append(text(toY));
        x = toX;
        y = toY;
        startX = toX;
        startY = toY;
    }

    private void line(long toX, long toY) {
        long dx = toX - x;
        long dy = toY - y;
        if (dy == 0) {
            out.append('h').append(text(dx));
        } else if (dx == 0) {
            out.append('v').append(text(dy));
        } else {
            out.append('l').append(text(dx)).append(dy < 0 ? "" : " ").append(text(dy));
        }
        x = toX;
        y = toY;
    }

    private void close() {
        out.append('z');
        x = startX;
        y = startY;
    }

    private static String text(long tenths) {
        String sign = tenths < 0 ? "-" : "";
        long whole = Math.abs(tenths) / 10;
        long part = Math.abs(tenths) % 10;
        if (part == 0) {
            return sign + whole;
        }
        return sign + (whole == 0 ? "" : Long.toString(whole)) + "." + part;
    }
}
