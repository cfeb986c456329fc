package org.vigie.geodata.model;

import java.util.List;

/**
 * A longitude/latitude box in degrees, WGS 84. West may be greater than east: then the box crosses
 * the antimeridian (RFC 7946, section 5.2).
 */
public record BoundingBox(double west, double south, double east, double north) {

  public BoundingBox {
    if (!(west >= -180 && west <= 180 && east >= -180 && east <= 180)) {
      throw new IllegalArgumentException(
          "longitudes must lie between -180 and 180: " + west + ", " + east);
    }
    if (!(south >= -90 && north <= 90 && south <= north)) {
      throw new IllegalArgumentException(
          "latitudes must lie between -90 and 90, south before north: " + south + ", " + north);
    }
  }

  public boolean crossesAntimeridian() {
    return west > east;
  }

  /** One box, or the two on either side of the antimeridian. */
  public List<BoundingBox> parts() {
    return crossesAntimeridian()
        ? List.of(
            new BoundingBox(west, south, 180, north), new BoundingBox(-180, south, east, north))
        : List.of(this);
  }
}
