package org.vigie.geodata.analysis.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;

/** Made-up events: scattered over a box, with more at places and times that a test plants. */
public final class ScatteredEvents {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Random random;
  private final List<Feature> features = new ArrayList<>();

  public ScatteredEvents(long seed) {
    random = new Random(seed);
  }

  /** Uniformly over a box of degrees and some days from the start of 2026. */
  public ScatteredEvents scatter(
      int count, double west, double south, double east, double north, int days) {
    for (int i = 0; i < count; i++) {
      add(
          west + random.nextDouble() * (east - west),
          south + random.nextDouble() * (north - south),
          random.nextInt(days),
          1_000.0);
    }
    return this;
  }

  /** About a place, from a day on for some days. */
  public ScatteredEvents plant(
      int count, double lon, double lat, double spread, int fromDay, int days) {
    for (int i = 0; i < count; i++) {
      add(
          lon + random.nextGaussian() * spread,
          lat + random.nextGaussian() * spread,
          fromDay + random.nextInt(days),
          1_000.0);
    }
    return this;
  }

  /**
   * One event.
   *
   * @param radius of uncertainty in metres, null for not stated
   */
  public ScatteredEvents add(double lon, double lat, int day, @Nullable Double radius) {
    Instant start = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(day));
    features.add(
        new Feature(
            new FeatureId(new UUID(random.nextLong(), random.nextLong())),
            "incident",
            GEOMETRIES.createPoint(new Coordinate(lon > 180 ? lon - 360 : lon, lat)),
            TimeSpan.of(start, start.plus(Duration.ofDays(1))),
            null,
            null,
            radius,
            Classification.UNCLASSIFIED,
            Set.of(),
            Map.of("type", "BATTLES"),
            Provenance.own(),
            0,
            null));
    return this;
  }

  /** So many degrees further east. */
  public ScatteredEvents shifted(double degrees) {
    ScatteredEvents shifted = new ScatteredEvents(0);
    for (Feature feature : features) {
      Coordinate at = feature.geometry().getCoordinate();
      double lon = at.x + degrees;
      shifted.features.add(
          feature.withGeometry(
              GEOMETRIES.createPoint(new Coordinate(lon > 180 ? lon - 360 : lon, at.y))));
    }
    return shifted;
  }

  /** In an order drawn anew. */
  public Events shuffled(long seed) {
    List<Feature> copy = new ArrayList<>(features);
    Collections.shuffle(copy, new Random(seed));
    return events(copy);
  }

  public Events build() {
    return events(features);
  }

  private static Events events(List<Feature> features) {
    Events.Builder events = Events.of(LayerFiles.read().get("incident"));
    features.forEach(events::add);
    return events.build();
  }
}
