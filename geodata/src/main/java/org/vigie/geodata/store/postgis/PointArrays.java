package org.vigie.geodata.store.postgis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Picture;

/** Points of a picture as they come out of the database. */
final class PointArrays {

  private final int capacity;
  private final List<FeatureId> ids = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private double[] lon = new double[256];
  private double[] lat = new double[256];
  private long[] start = new long[256];
  private long[] end = new long[256];
  private int[] group = new int[256];
  private int[] severity = new int[256];
  private int[] radius = new int[256];
  private Classification highest = Classification.UNCLASSIFIED;
  private int size;

  PointArrays(int capacity) {
    this.capacity = capacity;
  }

  boolean isFull() {
    return size == capacity;
  }

  /** Takes id, lon, lat, from, to, group, severity, radius, title, level. */
  void add(ResultSet row, boolean withTitle) throws SQLException {
    if (size == lon.length) {
      grow(size * 2);
    }
    ids.add(new FeatureId(FeatureRow.uuid(row, 1)));
    lon[size] = row.getDouble(2);
    lat[size] = row.getDouble(3);
    start[size] = seconds(row, 4);
    end[size] = seconds(row, 5);
    group[size] = groups.computeIfAbsent(row.getString(6), value -> groups.size());
    severity[size] = row.getInt(7);
    radius[size] = (int) Math.round(row.getDouble(8));
    if (withTitle) {
      String title = row.getString(9);
      titles.add(title == null ? "" : title);
    }
    highest = highest.highest(Marks.read(row, 10));
    size++;
  }

  private static long seconds(ResultSet row, int column) throws SQLException {
    Instant instant = FeatureRow.instant(row, column);
    return instant == null ? Picture.NO_TIME : instant.getEpochSecond();
  }

  private void grow(int length) {
    lon = Arrays.copyOf(lon, length);
    lat = Arrays.copyOf(lat, length);
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    group = Arrays.copyOf(group, length);
    severity = Arrays.copyOf(severity, length);
    radius = Arrays.copyOf(radius, length);
  }

  Picture.Points toPicture(LogPosition asOf) {
    grow(size);
    return new Picture.Points(
        asOf,
        highest,
        List.copyOf(ids),
        lon,
        lat,
        start,
        end,
        List.copyOf(groups.keySet()),
        group,
        severity,
        radius,
        List.copyOf(titles));
  }
}
