package org.vigie.geodata.analysis.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.testing.SharedData;

/** The planar points P1 of the reference data and what other programs made of them. */
final class PlanarReference {

  private PlanarReference() {}

  /** A column of numbers; the test is skipped where the file is absent. */
  static double[] column(String file, String name) {
    try {
      List<String> lines = Files.readAllLines(SharedData.get("reference/" + file));
      int at = List.of(lines.get(0).split(",", -1)).indexOf(name);
      return lines.stream()
          .skip(1)
          .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[at]))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] x() {
    return column("inputs/P1_planar_points.csv", "x");
  }

  static double[] y() {
    return column("inputs/P1_planar_points.csv", "y");
  }

  /** Points in the window that spatstat was given: a rectangle without its north-eastern corner. */
  static double[][] inWindow() {
    double[] x = x();
    double[] y = y();
    List<double[]> inside = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      boolean box = x[i] >= 180_000 && x[i] <= 320_000 && y[i] >= 540_000 && y[i] <= 720_000;
      if (box && x[i] + y[i] <= 1_000_000) {
        inside.add(new double[] {x[i], y[i]});
      }
    }
    double[][] places = new double[2][inside.size()];
    for (int i = 0; i < inside.size(); i++) {
      places[0][i] = inside.get(i)[0];
      places[1][i] = inside.get(i)[1];
    }
    return places;
  }

  /** Square metres of the window. */
  static double windowArea() {
    return 140_000.0 * 180_000 - 40_000.0 * 40_000 / 2;
  }

  /** Values by name. */
  static Map<String, Double> named(String file) {
    try {
      Map<String, Double> values = new HashMap<>();
      for (String line : Files.readAllLines(SharedData.get("reference/" + file))) {
        String[] cells = line.split(",", -1);
        if (!cells[1].equals("value")) {
          values.put(cells[0], Double.parseDouble(cells[1]));
        }
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
