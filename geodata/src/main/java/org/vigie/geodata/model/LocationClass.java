package org.vigie.geodata.model;

/**
 * How well a place is known, with the radius in metres assumed when the source states none. The
 * radii are proposals aligned with the precision classes of ACLED (1-3) and UCDP GED (1-7), not
 * measurements.
 */
public enum LocationClass {
  GPS(30),
  SITE(250),
  VILLAGE(3_000),
  NEAR_PLACE(15_000),
  ADM3(20_000),
  ADM2(50_000),
  ADM1(150_000),
  ROUTE_SEGMENT(25_000),
  COUNTRY(500_000),
  MARITIME_AIR(100_000);

  private final double radiusMetres;

  LocationClass(double radiusMetres) {
    this.radiusMetres = radiusMetres;
  }

  public double radiusMetres() {
    return radiusMetres;
  }
}
