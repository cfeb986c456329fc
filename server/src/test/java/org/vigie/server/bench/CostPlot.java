package org.vigie.server.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Milliseconds over numbers of events, both on logarithmic scales, as an SVG that is readable on
 * light and dark pages. A line that rises as steeply as the dotted ones grows linearly.
 */
final class CostPlot {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 64;
  private static final int RIGHT = 250;
  private static final int TOP = 20;
  private static final int BOTTOM = 44;

  /** Okabe and Ito's, which colour-blind people tell apart too; each has the contrast of a line. */
  private static final List<String> COLOURS =
      List.of("#0072b2", "#56b4e9", "#d55e00", "#e69f00", "#009e73", "#cc79a7");

  private final Map<String, Map<Integer, Double>> lines = new LinkedHashMap<>();

  void add(String line, int events, double milliseconds) {
    lines.computeIfAbsent(line, name -> new TreeMap<>()).put(events, milliseconds);
  }

  /** The document; needs at least one point. */
  String svg() {
    double[] events =
        lines.values().stream()
            .flatMap(line -> line.keySet().stream())
            .mapToDouble(n -> n)
            .toArray();
    double[] times =
        lines.values().stream()
            .flatMap(line -> line.values().stream())
            .mapToDouble(n -> n)
            .toArray();
    Scale x = Scale.over(events, LEFT, WIDTH - RIGHT);
    Scale y = Scale.over(times, HEIGHT - BOTTOM, TOP);
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="12" fill="#808080">
        <title>Median time of an answer over the number of events, both logarithmic</title>
        """
            .formatted(WIDTH, HEIGHT));
    axes(svg, x, y);
    List<Double> labels = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Map<Integer, Double>> line : lines.entrySet()) {
      draw(
          svg,
          line.getKey(),
          line.getValue(),
          COLOURS.get(number++ % COLOURS.size()),
          x,
          y,
          labels);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void axes(StringBuilder svg, Scale x, Scale y) {
    for (double events : x.decades()) {
      line(svg, x.at(events), TOP, x.at(events), HEIGHT - BOTTOM, "1");
      text(svg, x.at(events), HEIGHT - BOTTOM + 18, "middle", grouped(events));
      double last = Math.min(x.high(), events * y.high() / y.low());
      line(svg, x.at(events), y.at(y.low()), x.at(last), y.at(y.low() * last / events), "2 4");
    }
    for (double time : y.decades()) {
      line(svg, LEFT, y.at(time), WIDTH - RIGHT, y.at(time), "1");
      text(svg, LEFT - 8, y.at(time) + 4, "end", told(time));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", "events");
  }

  private static String grouped(double events) {
    return String.format(Locale.ROOT, "%,.0f", events).replace(',', ' ');
  }

  private static String told(double milliseconds) {
    if (milliseconds >= 1_000) {
      return String.format(Locale.ROOT, "%.0f s", milliseconds / 1_000);
    }
    return milliseconds < 1
        ? milliseconds + " ms"
        : String.format(Locale.ROOT, "%.0f ms", milliseconds);
  }

  private static void draw(
      StringBuilder svg,
      String name,
      Map<Integer, Double> points,
      String colour,
      Scale x,
      Scale y,
      List<Double> labels) {
    StringBuilder path = new StringBuilder();
    double end = 0;
    for (Map.Entry<Integer, Double> point : points.entrySet()) {
      end = y.at(point.getValue());
      path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.at(point.getKey()), end));
    }
    svg.append(
        String.format(
            "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
            path.toString().strip(), colour));
    double label = end + 4;
    // names that would lie on each other are moved apart
    for (double other : labels.stream().sorted().toList()) {
      label = Math.abs(label - other) < 14 ? other + 14 : label;
    }
    labels.add(label);
    svg.append("<g fill=\"").append(colour).append("\">");
    text(svg, WIDTH - RIGHT + 8.0, label, "start", name);
    svg.append("</g>\n");
  }

  private static void line(
      StringBuilder svg, double x1, double y1, double x2, double y2, String dashes) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#808080\""
                + " stroke-opacity=\"%s\" stroke-dasharray=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            dashes.equals("1") ? "0.3" : "0.7",
            dashes.equals("1") ? "none" : dashes));
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }

  /** Whole decades of values on a stretch of pixels. */
  private record Scale(double low, double high, double from, double to) {

    static Scale over(double[] values, double from, double to) {
      double least = Arrays.stream(values).min().orElseThrow();
      double most = Arrays.stream(values).max().orElseThrow();
      return new Scale(
          Math.pow(10, Math.floor(Math.log10(least))),
          Math.pow(10, Math.max(Math.ceil(Math.log10(most)), Math.floor(Math.log10(least)) + 1)),
          from,
          to);
    }

    double at(double value) {
      return from + (to - from) * Math.log10(value / low) / Math.log10(high / low);
    }

    double[] decades() {
      int count = (int) Math.round(Math.log10(high / low));
      return IntStream.rangeClosed(0, count).mapToDouble(i -> low * Math.pow(10, i)).toArray();
    }
  }
}
