package org.vigie.server.exercise;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Sea and land of the island: a shape of overlapping ovals, frayed by fractal noise, with a
 * highland that lies off the middle so that rivers are of unequal length.
 */
final class Terrain {

  /** Ovals of the land: centre x, y; half axes; turn in degrees. All in km. */
  private static final double[][] OVALS = {
    {-10, 10, 175, 108, 14},
    {96, 62, 112, 78, 40},
    {-120, -46, 104, 74, -28},
    {66, -70, 92, 76, -18},
    {-62, 88, 96, 52, 22},
    {188, 12, 52, 30, 62},
  };

  /** Islets off the coast, the same way. */
  private static final double[][] ISLETS = {
    {-226, 74, 17, 9, 35},
    {-206, 102, 8, 6, 0},
    {212, -96, 18, 11, -50},
    {30, 186, 13, 8, 10},
    {190, -122, 9, 5, 20},
  };

  private final Grid grid = new Grid(400, 320, 1.5, -300, -240);
  private final double[] shape;
  private final double[] coastKm;
  private final double[] elevation;

  Terrain(long seed) {
    Noise warp = new Noise(seed, "warp");
    Noise fray = new Noise(seed, "coast");
    shape = new double[grid.size()];
    for (int cell = 0; cell < shape.length; cell++) {
      shape[cell] = shapeAt(grid.x(cell), grid.y(cell), warp, fray);
    }
    coastKm = distanceInland();
    elevation = new double[grid.size()];
    Noise relief = new Noise(seed, "relief");
    for (int cell = 0; cell < elevation.length; cell++) {
      elevation[cell] = isLand(cell) ? elevationAt(cell, relief) : 0;
    }
  }

  private static double shapeAt(double x, double y, Noise warp, Noise fray) {
    double u = x + 44 * warp.fractal(x / 80, y / 80, 6);
    double v = y + 44 * warp.fractal(x / 80 + 60, y / 80 - 60, 6);
    double roughness = 0.5 * fray.fractal(x / 76, y / 76, 7, 0.64);
    double mainland = -9;
    for (double[] oval : OVALS) {
      mainland = Math.max(mainland, inside(oval, u, v));
    }
    double islets = -9;
    for (double[] oval : ISLETS) {
      islets = Math.max(islets, inside(oval, x + (u - x) * 0.6, y + (v - y) * 0.6));
    }
    return Math.max(mainland + roughness, islets + roughness * 0.9);
  }

  /** 1 in the middle of an oval, 0 on its rim, negative outside. */
  private static double inside(double[] oval, double x, double y) {
    double turn = StrictMath.toRadians(oval[4]);
    double dx = x - oval[0];
    double dy = y - oval[1];
    double along = (dx * StrictMath.cos(turn) + dy * StrictMath.sin(turn)) / oval[2];
    double across = (dy * StrictMath.cos(turn) - dx * StrictMath.sin(turn)) / oval[3];
    return 1 - StrictMath.sqrt(along * along + across * across);
  }

  private double elevationAt(int cell, Noise relief) {
    double x = grid.x(cell);
    double y = grid.y(cell);
    double ridge = 1 - Math.abs(relief.fractal(x / 70, y / 70, 5)) * 2.4;
    double massif = StrictMath.exp(-(sq((x - 18) / 95) + sq((y - 34) / 62)));
    double second = 0.6 * StrictMath.exp(-(sq((x + 118) / 52) + sq((y + 30) / 46)));
    double rise = 1 - StrictMath.exp(-coastKm[cell] / 45);
    return rise * (120 + (massif + second) * 1500 * Math.max(0.25, ridge))
        + 150 * (1 + relief.fractal(x / 24, y / 24, 5, 0.62)) * rise;
  }

  private double[] distanceInland() {
    double[] distance = new double[grid.size()];
    Arrays.fill(distance, Double.MAX_VALUE);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int cell = 0; cell < distance.length; cell++) {
      if (!isLand(cell)) {
        distance[cell] = 0;
        queue.add(cell);
      }
    }
    while (!queue.isEmpty()) {
      int cell = queue.remove();
      for (int step = 0; step < 8; step++) {
        int next = grid.neighbour(cell, step);
        if (next >= 0 && distance[next] > distance[cell] + grid.length(step) + 1e-9) {
          distance[next] = distance[cell] + grid.length(step);
          queue.add(next);
        }
      }
    }
    return distance;
  }

  private static double sq(double value) {
    return value * value;
  }

  Grid grid() {
    return grid;
  }

  /** Positive on land, negative at sea, zero on the coast. */
  double shape(int cell) {
    return shape[cell];
  }

  boolean isLand(int cell) {
    return shape[cell] > 0;
  }

  /** Distance to the sea in km, 0 at sea. */
  double coastKm(int cell) {
    return coastKm[cell];
  }

  /** Metres above the sea. */
  double elevation(int cell) {
    return elevation[cell];
  }
}
