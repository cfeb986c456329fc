package org.vigie.server.exercise;

import org.locationtech.jts.geom.Coordinate;

/**
 * Bends the plane a little, so that places, roads and borders laid out on grid cells lose the
 * grid's directions and stay true to each other. It leaves the shore alone.
 */
final class Warp {

  private static final double MOST_KM = 5.5;
  private static final double SHORE_KM = 2.2;
  private static final double FULL_KM = 16;

  private final Noise noise;
  private final Terrain terrain;

  Warp(long seed, Terrain terrain) {
    this.noise = new Noise(seed, "warp of places");
    this.terrain = terrain;
  }

  Coordinate bend(Coordinate km) {
    double most = most(km);
    return new Coordinate(km.x + most * east(km), km.y + most * north(km));
  }

  /** The point that {@link #bend} brings here, to some metres. */
  Coordinate unbend(Coordinate km) {
    Coordinate guess = km;
    for (int round = 0; round < 8; round++) {
      double most = most(guess);
      guess = new Coordinate(km.x - most * east(guess), km.y - most * north(guess));
    }
    return guess;
  }

  private double most(Coordinate km) {
    double inland = terrain.coastKm(terrain.grid().cellAt(km));
    return MOST_KM * Math.min(1, Math.max(0, (inland - SHORE_KM) / FULL_KM));
  }

  private double east(Coordinate km) {
    return noise.askew(km.x / 24, km.y / 24, 4, 0.5);
  }

  private double north(Coordinate km) {
    return noise.askew(km.x / 24 + 50, km.y / 24 - 50, 4, 0.5);
  }
}
