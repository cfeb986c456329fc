package org.vigie.server.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** Incidents of one day each. */
public final class TestIncidents {

  public static final List<String> TYPES = List.of("BATTLES", "RIOTS", "PROTESTS", "CRIME");

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);

  private TestIncidents() {}

  public static Feature incident(
      String title,
      @Nullable Double lon,
      @Nullable Double lat,
      String day,
      String type,
      @Nullable Long killed,
      long severity) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("title", title);
    properties.put("type", type);
    properties.put("status", "REPORTED");
    properties.put("severity", severity);
    if (killed != null) {
      properties.put("killed_best", killed);
    }
    Instant start = Instant.parse(day + "T00:00:00Z");
    return new Feature(
        FeatureId.random(),
        "incident",
        lon == null || lat == null ? null : WGS84.createPoint(new Coordinate(lon, lat)),
        TimeSpan.of(start, start.plusSeconds(86_400)),
        TimePrecision.EXACT_DAY,
        LocationClass.VILLAGE,
        3000.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        properties,
        new Provenance("test", title, null, Map.of()),
        0,
        null);
  }

  /** Incidents of one year about a few towns between 20 and 24 east, 4 and 8 north. */
  public static List<Feature> random(int n, Random random) {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean placed = random.nextInt(20) > 0;
      double lon = 20 + random.nextInt(5) + random.nextGaussian() * 0.05;
      double lat = 4 + random.nextInt(5) + random.nextGaussian() * 0.05;
      String day = java.time.LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366)).toString();
      features.add(
          incident(
              "n" + i,
              placed ? lon : null,
              placed ? lat : null,
              day,
              TYPES.get(random.nextInt(TYPES.size())),
              random.nextInt(3) == 0 ? null : (long) random.nextInt(9),
              1 + random.nextInt(5)));
    }
    return features;
  }
}
