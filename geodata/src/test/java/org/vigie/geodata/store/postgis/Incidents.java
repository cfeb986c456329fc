package org.vigie.geodata.store.postgis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** Made-up incidents for the tests of this package. */
final class Incidents {

  static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  static final LayerCatalog CATALOG = LayerFiles.read();
  static final Instant DAY = Instant.parse("2025-03-01T00:00:00Z");

  private static final List<String> TYPES =
      List.of("BATTLES", "PROTESTS", "RIOTS", "VIOLENCE_AGAINST_CIVILIANS", "CRIME");

  private Incidents() {}

  static Feature at(double lon, double lat) {
    return at(lon, lat, DAY, Map.of("type", "BATTLES"));
  }

  static Feature at(double lon, double lat, Instant start, Map<String, Object> properties) {
    return new Feature(
        FeatureId.random(),
        "incident",
        WGS84.createPoint(new Coordinate(lon, lat)),
        new TimeSpan(start, null),
        TimePrecision.EXACT_DAY,
        LocationClass.VILLAGE,
        3000.0,
        Classification.UNCLASSIFIED,
        Set.of(),
        withRequired(properties),
        Provenance.own(),
        0,
        null);
  }

  private static Map<String, Object> withRequired(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(Map.of("type", "BATTLES", "status", "REPORTED"));
    all.putAll(properties);
    return all;
  }

  static Feature withProperties(Feature feature, Map<String, Object> properties) {
    return copy(feature, feature.provenance(), withRequired(properties));
  }

  static Feature withSource(Feature feature, String system, String id) {
    return copy(feature, new Provenance(system, id, null, Map.of("id", id)), feature.properties());
  }

  static Feature withoutOriginal(Feature feature) {
    Provenance all = feature.provenance();
    return copy(
        feature,
        new Provenance(all.sourceSystem(), all.sourceId(), null, Map.of()),
        feature.properties());
  }

  private static Feature copy(Feature f, Provenance provenance, Map<String, Object> properties) {
    return new Feature(
        f.id(),
        f.layer(),
        f.geometry(),
        f.validTime(),
        f.timePrecision(),
        f.locationClass(),
        f.radiusMetres(),
        f.classification(),
        f.compartments(),
        properties,
        provenance,
        f.version(),
        f.recordedAt());
  }

  /** {@code n} incidents over 10 by 10 degrees and three years. */
  static List<Feature> random(int n, long seed) {
    Random random = new Random(seed);
    List<Feature> features = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      Instant start = DAY.plusSeconds(random.nextInt(3 * 365 * 86_400)).minusSeconds(94_608_000);
      Map<String, Object> properties = new HashMap<>();
      properties.put("type", TYPES.get(random.nextInt(TYPES.size())));
      if (random.nextInt(4) > 0) {
        properties.put("killed_best", (long) random.nextInt(20));
      }
      if (random.nextInt(3) > 0) {
        properties.put("severity", 1L + random.nextInt(5));
      }
      properties.put("title", "incident " + random.nextInt(50));
      features.add(at(random.nextDouble() * 10, random.nextDouble() * 10, start, properties));
    }
    return features;
  }
}
