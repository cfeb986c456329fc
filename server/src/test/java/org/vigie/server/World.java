package org.vigie.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/**
 * A province of half a degree by half a degree and a month, in which one record may or may not be.
 * Everything else in it is known to whoever wants to find out: he knows the record too, to its
 * title and minute, and only not whether it is there.
 *
 * @param snooper who wants to find out, who may not see the secret
 * @param secret the record in question
 * @param without what stands for the secret where it is not; empty for nothing
 * @param others what is there in any case: some that he sees, and some that he does not
 */
record World(
    int number, Snooper snooper, Feature secret, Optional<Feature> without, List<Feature> others) {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final int A_ROW = 50;
  private static final double WIDTH = 0.5;
  private static final double WEST = 10;
  private static final int ROWS = 40;

  /** Whoever asks; the one with an area sees the southern half of each row of provinces. */
  enum Snooper {
    VIEWER(Role.VIEWER, Classification.UNCLASSIFIED, Set.of(), false),
    REPORTER(Role.REPORTER, Classification.CONFIDENTIAL, Set.of(), false),
    OFFICER_OF_AN_AREA(
        Role.DUTY_OFFICER, Classification.STRICTLY_CONFIDENTIAL, Set.of("POC"), true);

    final Role role;
    final Classification clearance;
    final Set<String> compartments;
    final Optional<Geometry> area;

    Snooper(Role role, Classification clearance, Set<String> compartments, boolean limited) {
      this.role = role;
      this.clearance = clearance;
      this.compartments = compartments;
      this.area = limited ? Optional.of(southernHalves()) : Optional.empty();
    }
  }

  private record Kind(String layer, Classification classification, Set<String> compartments) {}

  /** Hidden from every snooper, so that what they ask about all provinces has one answer. */
  private static final Map<Snooper, List<Kind>> HIDDEN =
      Map.of(
          Snooper.VIEWER,
          List.of(
              new Kind("incident", Classification.STRICTLY_CONFIDENTIAL, Set.of()),
              new Kind("incident", Classification.UNCLASSIFIED, Set.of("POC")),
              new Kind("poc-alert", Classification.UNCLASSIFIED, Set.of("POC")),
              new Kind("ied-report", Classification.UNCLASSIFIED, Set.of("C-IED")),
              new Kind("report", Classification.UNCLASSIFIED, Set.of("POC"))),
          Snooper.REPORTER,
          List.of(
              new Kind("incident", Classification.CONFIDENTIAL, Set.of("POC")),
              new Kind("poc-alert", Classification.CONFIDENTIAL, Set.of("POC")),
              new Kind("ied-report", Classification.CONFIDENTIAL, Set.of("C-IED")),
              new Kind("report", Classification.STRICTLY_CONFIDENTIAL, Set.of()),
              new Kind("patrol", Classification.STRICTLY_CONFIDENTIAL, Set.of())),
          Snooper.OFFICER_OF_AN_AREA,
          List.of(
              new Kind("incident", Classification.STRICTLY_CONFIDENTIAL, Set.of()),
              new Kind("poc-alert", Classification.CONFIDENTIAL, Set.of("POC")),
              new Kind("report", Classification.STRICTLY_CONFIDENTIAL, Set.of("POC"))));

  static World make(int number, LayerCatalog catalog, Canary.Maker maker, Random random) {
    Snooper snooper = Snooper.values()[number % Snooper.values().length];
    Builder builder = new Builder(number, catalog, maker, random);
    List<Feature> others = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      others.add(
          builder.feature(new Kind("incident", Classification.UNCLASSIFIED, Set.of()), true));
    }
    if (snooper == Snooper.REPORTER && random.nextInt(4) == 0) {
      Feature report =
          builder.feature(new Kind("report", Classification.CONFIDENTIAL, Set.of()), false);
      Feature named = report.withProperty("source_identity", maker.word());
      Map<String, Object> less = new LinkedHashMap<>(named.properties());
      less.remove("source_identity");
      return new World(
          number, snooper, named, Optional.of(named.withProperties(less)), List.copyOf(others));
    }
    List<Kind> kinds = HIDDEN.get(snooper);
    Kind kind = kinds.get(random.nextInt(kinds.size()));
    for (int i = random.nextInt(4); i > 0; i--) {
      others.add(builder.feature(kind, false));
    }
    // A circle that is told of, beside the small one.
    if (random.nextBoolean()) {
      Kind many = new Kind(kind.layer, Classification.STRICTLY_CONFIDENTIAL, Set.of("CASEVAC"));
      for (int i = 5 + random.nextInt(5); i > 0; i--) {
        others.add(builder.feature(many, false));
      }
    }
    return new World(
        number, snooper, builder.feature(kind, false), Optional.empty(), List.copyOf(others));
  }

  /** What is stored where the secret is, or where it is not. */
  List<Feature> features(boolean withSecret) {
    List<Feature> features = new ArrayList<>(others);
    if (withSecret) {
      features.add(secret);
    } else {
      without.ifPresent(features::add);
    }
    return features;
  }

  String province() {
    return "W%04d".formatted(number);
  }

  Instant month() {
    return month(number);
  }

  Envelope box() {
    return box(number);
  }

  private static Instant month(int number) {
    return LocalDate.of(2024, 1 + number % 12, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Envelope box(int number) {
    double x = WEST + number % A_ROW * WIDTH;
    double y = number / A_ROW % ROWS * WIDTH;
    return new Envelope(x, x + WIDTH, y, y + WIDTH);
  }

  private static Geometry southernHalves() {
    Polygon[] strips = new Polygon[ROWS];
    for (int i = 0; i < strips.length; i++) {
      Envelope strip = new Envelope(WEST, WEST + A_ROW * WIDTH, i * WIDTH, i * WIDTH + WIDTH / 2);
      strips[i] = (Polygon) WGS84.toGeometry(strip);
    }
    return WGS84.createMultiPolygon(strips);
  }

  private record Builder(int number, LayerCatalog catalog, Canary.Maker maker, Random random) {

    /**
     * @param south whether it lies in the half that the officer of an area sees
     */
    Feature feature(Kind kind, boolean south) {
      Envelope box = box(number);
      double half = box.getHeight() / 2;
      double x = box.getMinX() + (0.05 + 0.9 * random.nextDouble()) * box.getWidth();
      double y = box.getMinY() + (south ? 0 : half) + (0.05 + 0.9 * random.nextDouble()) * half;
      Instant start =
          month(number)
              .plus(random.nextInt(27), ChronoUnit.DAYS)
              .plus(random.nextInt(24 * 60), ChronoUnit.MINUTES);
      Feature feature =
          maker
              .make(catalog.get(kind.layer), kind.classification, kind.compartments, false)
              .feature();
      Coordinate at = new CoordinateXY(x, y);
      Geometry place =
          kind.layer.equals("patrol")
              ? WGS84.createLineString(new Coordinate[] {at, new CoordinateXY(x + 0.01, y + 0.005)})
              : WGS84.createPoint(at);
      return feature
          .withGeometry(place)
          .withValidTime(TimeSpan.of(start, start.plusSeconds(60)), TimePrecision.EXACT_MINUTE)
          .withProperties(named(kind, feature.properties()));
    }

    private Map<String, Object> named(Kind kind, Map<String, Object> properties) {
      if (catalog.get(kind.layer).findProperty("admin1").isEmpty()) {
        return properties;
      }
      Map<String, Object> named = new LinkedHashMap<>(properties);
      named.put("admin1", "W%04d".formatted(number));
      return named;
    }
  }
}
