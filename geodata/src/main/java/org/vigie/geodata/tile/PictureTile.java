package org.vigie.geodata.tile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.store.Picture;

/**
 * A picture as a layer of a tile. Attributes: {@code id}, {@code start} and {@code end} (seconds
 * since 1970-01-01T00:00Z, end exclusive), {@code severity}, {@code radius_m}, {@code title}, and
 * the property that the layer is drawn by under its own name; each only where it is known. Counts
 * on a grid have {@code count} and the most frequent value instead.
 */
public final class PictureTile {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Layer layer;
  private final Picture picture;

  public PictureTile(Layer layer, Picture picture) {
    this.layer = layer;
    this.picture = picture;
  }

  /** Adds the picture to a tile as the layer of its name. */
  public void addTo(VectorTile tile) {
    VectorTile.TileLayer drawn = tile.layer(layer.name());
    if (picture instanceof Picture.Points points) {
      add(points, drawn);
    } else if (picture instanceof Picture.Shapes shapes) {
      add(shapes, drawn);
    } else if (picture instanceof Picture.Cells cells) {
      add(cells, drawn);
    }
    drawn.end();
  }

  private void add(Picture.Points points, VectorTile.TileLayer drawn) {
    for (int i = 0; i < points.lon().length; i++) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("id", points.ids().get(i).toString());
      putTime(attributes, points.start()[i], points.end()[i]);
      putGroup(attributes, points.groups().get(points.group()[i]));
      putPositive(attributes, "severity", points.severity()[i]);
      putPositive(attributes, "radius_m", points.radiusMetres()[i]);
      if (!points.titles().isEmpty()) {
        attributes.put("title", points.titles().get(i));
      }
      drawn.add(point(points.lon()[i], points.lat()[i]), attributes);
    }
  }

  private void add(Picture.Shapes shapes, VectorTile.TileLayer drawn) {
    for (Picture.Shape shape : shapes.shapes()) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("id", shape.id().toString());
      putTime(attributes, seconds(shape.start()), seconds(shape.end()));
      putGroup(attributes, shape.group());
      putPositive(attributes, "severity", shape.severity());
      shape.title().ifPresent(title -> attributes.put("title", title));
      drawn.add(geometry(shape), attributes);
    }
  }

  private void add(Picture.Cells cells, VectorTile.TileLayer drawn) {
    for (int i = 0; i < cells.n().length; i++) {
      Map<String, Object> attributes = new LinkedHashMap<>();
      attributes.put("count", cells.n()[i]);
      putGroup(attributes, cells.groups().get(cells.group()[i]));
      drawn.add(point(cells.lon()[i], cells.lat()[i]), attributes);
    }
  }

  private void putGroup(Map<String, Object> attributes, String group) {
    if (!group.isEmpty()) {
      layer.drawnBy().ifPresent(property -> attributes.put(property, group));
    }
  }

  private static void putTime(Map<String, Object> attributes, long start, long end) {
    if (start != Picture.NO_TIME) {
      attributes.put("start", start);
    }
    if (end != Picture.NO_TIME) {
      attributes.put("end", end);
    }
  }

  private static void putPositive(Map<String, Object> attributes, String name, int value) {
    if (value > 0) {
      attributes.put(name, (long) value);
    }
  }

  private static long seconds(@Nullable Long known) {
    return known == null ? Picture.NO_TIME : known;
  }

  private static Geometry point(double lon, double lat) {
    return FACTORY.createPoint(new Coordinate(lon, lat));
  }

  private static Geometry geometry(Picture.Shape shape) {
    try {
      return new GeoJsonReader(FACTORY).read(shape.geometry());
    } catch (ParseException ours) {
      throw new IllegalStateException("the database wrote what is not GeoJSON", ours);
    }
  }
}
