package org.vigie.server.exercise;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Maralune: the land, its people and its roads, before any mission came. */
final class Country {

  private final Terrain terrain;
  private final Rivers rivers;
  private final Settlements settlements;
  private final AdminAreas areas;
  private final Roads roads;
  private final Geometry land;
  private final PreparedGeometry preparedLand;
  private final Names names;

  Country(long seed) {
    names = new Names(seed);
    terrain = new Terrain(seed);
    Coast coast = new Coast(seed, terrain);
    Warp warp = new Warp(seed, terrain);
    Drainage drainage = new Drainage(terrain);
    rivers = new Rivers(seed, terrain, drainage, warp);
    settlements = new Settlements(seed, terrain, drainage, warp, names);
    areas = new AdminAreas(seed, terrain, rivers, coast, settlements, warp, names);
    land = Partition.union(areas.provinces().stream().map(AdminAreas.Area::shape).toList());
    preparedLand = PreparedGeometryFactory.prepare(land);
    roads =
        new Roads(
            seed,
            terrain,
            rivers,
            settlements,
            warp,
            line -> preparedLand.covers(Plane.toDegrees(Plane.KM.createLineString(line))));
  }

  Terrain terrain() {
    return terrain;
  }

  Rivers rivers() {
    return rivers;
  }

  Settlements settlements() {
    return settlements;
  }

  AdminAreas areas() {
    return areas;
  }

  Roads roads() {
    return roads;
  }

  Names names() {
    return names;
  }

  /** All islands, in degrees. */
  Geometry land() {
    return land;
  }

  /** Whether a point of the plane lies on land. */
  boolean isLand(Coordinate km) {
    return preparedLand.contains(Plane.DEGREES.createPoint(Plane.toDegrees(km)));
  }
}
