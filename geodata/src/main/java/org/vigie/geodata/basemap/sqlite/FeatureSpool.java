package org.vigie.geodata.basemap.sqlite;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Features on the disk while they are cut, found by where they lie. In units of the square world: 0
 * to 1 from the west and from the north.
 */
public final class FeatureSpool implements AutoCloseable {

  private static final int BATCH = 10_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> BEGINNING =
      List.of(
          "pragma cache_size = -65536",
          "create table feature (id integer primary key, layer integer, extent real,"
              + " point integer, vertices integer, wkb blob, attributes text)",
          "create virtual table box using rtree (id, west, east, north, south)");
  private static final String INSIDE =
      " from box b join feature f on f.id = b.id where b.east >= ? and b.west <= ?"
          + " and b.south >= ? and b.north <= ? and (f.extent >= ? or f.point)";

  /**
   * @param layer number of its layer
   * @param attributes texts, Long and Double
   */
  public record Item(int layer, Geometry geometry, Map<String, Object> attributes) {}

  private final Connection connection;
  private final PreparedStatement feature;
  private final PreparedStatement box;
  private long count;

  /**
   * @param file does not exist yet
   */
  public FeatureSpool(Path file) throws IOException {
    try {
      connection = NewFile.create(file, BEGINNING);
      feature = connection.prepareStatement("insert into feature values (?, ?, ?, ?, ?, ?, ?)");
      box = connection.prepareStatement("insert into box values (?, ?, ?, ?, ?)");
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  public void add(Item item) throws IOException {
    Envelope bounds = item.geometry().getEnvelopeInternal();
    try {
      count++;
      feature.setLong(1, count);
      feature.setInt(2, item.layer());
      feature.setDouble(3, Math.max(bounds.getWidth(), bounds.getHeight()));
      feature.setInt(4, item.geometry().getDimension() == 0 ? 1 : 0);
      feature.setInt(5, item.geometry().getNumPoints());
      feature.setBytes(6, new WKBWriter().write(item.geometry()));
      feature.setString(7, MAPPER.writeValueAsString(item.attributes()));
      feature.executeUpdate();
      box.setLong(1, count);
      box.setDouble(2, bounds.getMinX());
      box.setDouble(3, bounds.getMaxX());
      box.setDouble(4, bounds.getMinY());
      box.setDouble(5, bounds.getMaxY());
      box.executeUpdate();
      if (count % BATCH == 0) {
        connection.commit();
      }
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  public long count() {
    return count;
  }

  /** How many vertices the features have that touch a part of the world. */
  public long vertices(Envelope there) throws IOException {
    try (PreparedStatement statement =
        connection.prepareStatement("select coalesce(sum(f.vertices), 0)" + INSIDE)) {
      where(statement, there, 0);
      try (ResultSet row = statement.executeQuery()) {
        return row.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  /**
   * The features that touch a part of the world, in the order of the file; of more vertices than
   * are wanted the largest features.
   *
   * @param least extent below which only points are wanted
   */
  public List<Item> list(Envelope there, double least, long mostVertices) throws IOException {
    Map<Long, Item> found = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select f.id, f.layer, f.vertices, f.wkb, f.attributes"
                + INSIDE
                + " order by f.extent desc, f.id")) {
      where(statement, there, least);
      try (ResultSet row = statement.executeQuery()) {
        long vertices = 0;
        while (row.next() && vertices <= mostVertices) {
          vertices += row.getLong(3);
          found.put(
              row.getLong(1),
              new Item(
                  row.getInt(2),
                  new WKBReader().read(row.getBytes(4)),
                  attributes(row.getString(5))));
        }
      }
    } catch (SQLException | ParseException failure) {
      throw new IOException(failure);
    }
    return new ArrayList<>(found.values());
  }

  private static void where(PreparedStatement statement, Envelope there, double least)
      throws SQLException {
    statement.setDouble(1, there.getMinX());
    statement.setDouble(2, there.getMaxX());
    statement.setDouble(3, there.getMinY());
    statement.setDouble(4, there.getMaxY());
    statement.setDouble(5, least);
  }

  private static Map<String, Object> attributes(String json) throws IOException {
    Map<String, Object> attributes = new LinkedHashMap<>();
    MAPPER
        .readTree(json)
        .properties()
        .forEach(
            each -> {
              var value = each.getValue();
              if (value.isTextual()) {
                attributes.put(each.getKey(), value.textValue());
              } else if (value.isIntegralNumber()) {
                attributes.put(each.getKey(), value.longValue());
              } else {
                attributes.put(each.getKey(), value.doubleValue());
              }
            });
    return attributes;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
