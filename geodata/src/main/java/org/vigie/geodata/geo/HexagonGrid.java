package org.vigie.geodata.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.geotools.grid.GridElement;
import org.geotools.grid.GridFeatureBuilder;
import org.geotools.grid.Grids;
import org.geotools.grid.PolygonElement;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** Regular hexagons that cover a box of a plane without gaps, laid by GeoTools. */
public final class HexagonGrid {

  /** Area of a hexagon over the square of its side: 3/2 times the root of three. */
  private static final double AREA = 1.5 * Math.sqrt(3);

  private HexagonGrid() {}

  /** Area of a hexagon in the square of the unit of its side. */
  public static double area(double side) {
    return AREA * side * side;
  }

  /**
   * The hexagons that cover a box, row by row, of which those that are wanted are kept. The work
   * grows with the number of hexagons in the box, kept or not.
   *
   * @param box in metres of a local projection; every point of it is inside or on a hexagon
   * @param side length of a side in metres, greater than 0
   */
  public static List<Polygon> covering(Envelope box, double side, Predicate<Envelope> wanted) {
    Envelope wide = new Envelope(box);
    // GeoTools leaves out hexagons that reach over the edge of the bounds.
    wide.expandBy(3 * side);
    Collector collector = new Collector(wanted);
    Grids.createHexagonalGrid(
        new ReferencedEnvelope(
            wide.getMinX(), wide.getMaxX(), wide.getMinY(), wide.getMaxY(), null),
        side,
        -1,
        collector);
    return collector.kept;
  }

  /** Takes the hexagons themselves; nobody needs features of them. */
  private static final class Collector extends GridFeatureBuilder {

    private final Predicate<Envelope> wanted;
    private final List<Polygon> kept = new ArrayList<>();

    Collector(Predicate<Envelope> wanted) {
      super(type());
      this.wanted = wanted;
    }

    @Override
    public boolean getCreateFeature(GridElement element) {
      if (wanted.test(element.getBounds()) && element instanceof PolygonElement hexagon) {
        kept.add((Polygon) hexagon.toGeometry());
      }
      return false;
    }

    @Override
    public void setAttributes(GridElement element, Map<String, Object> attributes) {}

    private static SimpleFeatureType type() {
      SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
      builder.setName("hexagon");
      builder.add(DEFAULT_GEOMETRY_ATTRIBUTE_NAME, Polygon.class);
      return builder.buildFeatureType();
    }
  }
}
