package org.vigie.geodata.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.FeatureId;

/** Points of a picture as they are read, oldest start first, then by id. */
public final class PointArrays {

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
  private boolean needToKnow;
  private int size;

  /** One point, as {@link Picture.Points} has it; an unknown radius is 0. */
  public record Point(
      FeatureId id,
      double lon,
      double lat,
      long start,
      long end,
      String group,
      int severity,
      double radiusMetres,
      Optional<String> title,
      Classification mark,
      boolean needToKnow) {}

  public int size() {
    return size;
  }

  /** Adds the next point; either all have a title or none. */
  public void add(Point point) {
    if (size == lon.length) {
      resize(size * 2);
    }
    ids.add(point.id);
    // there is no negative zero among degrees
    lon[size] = point.lon + 0.0;
    lat[size] = point.lat + 0.0;
    start[size] = point.start;
    end[size] = point.end;
    group[size] = groups.computeIfAbsent(point.group, value -> groups.size());
    severity[size] = point.severity;
    radius[size] = (int) Math.round(point.radiusMetres);
    point.title.ifPresent(titles::add);
    highest = highest.highest(point.mark);
    needToKnow |= point.needToKnow;
    size++;
  }

  private void resize(int length) {
    lon = Arrays.copyOf(lon, length);
    lat = Arrays.copyOf(lat, length);
    start = Arrays.copyOf(start, length);
    end = Arrays.copyOf(end, length);
    group = Arrays.copyOf(group, length);
    severity = Arrays.copyOf(severity, length);
    radius = Arrays.copyOf(radius, length);
  }

  public Picture.Points toPicture(LogPosition asOf) {
    resize(size);
    return new Picture.Points(
        asOf,
        highest,
        needToKnow,
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
