package org.vigie.server.selection;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;

/**
 * The area of a request.
 *
 * @param shape Polygon or MultiPolygon, WGS 84 longitude/latitude
 * @param withinMetres how far the border of the shape may be from that of what was asked for: 0 for
 *     polygons, see {@link org.vigie.geodata.geo.Circle#deviationMetres}
 * @param named the feature whose area it is
 */
public record Area(Geometry shape, double withinMetres, Optional<Named> named) {

  /**
   * A feature that was named as an area.
   *
   * @param layer as the caller sees it
   */
  public record Named(Layer layer, Feature feature) {

    public Optional<String> title() {
      return layer.titleProperty().map(feature.properties()::get).map(Object::toString);
    }
  }
}
