package org.vigie.geodata.index;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Property;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.CopySource;
import org.vigie.geodata.store.LogPosition;

/**
 * As many incidents as one likes without a database: ten years about 200 towns, places to a metre,
 * times to the minute, some of three days, and every code and number of the layer filled in.
 */
record MadeUpEvents(long count, int decimals) implements CopySource {

  private static final GeometryFactory WGS84 = new GeometryFactory(new PrecisionModel(), 4326);
  private static final Instant BEGIN = Instant.parse("2015-01-01T00:00:00Z");
  private static final int MINUTES = 10 * 365 * 24 * 60;
  private static final int MINUTES_LONG = 3 * 24 * 60;

  @Override
  public LogPosition head() {
    return new LogPosition(1, BEGIN);
  }

  @Override
  public void forEach(Layer layer, int part, int parts, Consumer<Feature> consumer) {
    if (!layer.name().equals("incident")) {
      return;
    }
    Random random = new Random(part);
    for (long i = part; i < count; i += parts) {
      consumer.accept(event(layer, random));
    }
  }

  private Feature event(Layer layer, Random random) {
    Random town = new Random(random.nextInt(200));
    double scale = Math.pow(10, decimals);
    double lon = Math.rint((town.nextDouble() * 20 + random.nextGaussian() / 4) * scale) / scale;
    double lat = Math.rint((town.nextDouble() * 20 + random.nextGaussian() / 4) * scale) / scale;
    Instant start = BEGIN.plusSeconds(60L * random.nextInt(MINUTES));
    Instant end =
        random.nextInt(4) == 0 ? null : start.plusSeconds(60L * random.nextInt(MINUTES_LONG));
    return new Feature(
        new FeatureId(new UUID(random.nextLong(), random.nextLong())),
        layer.name(),
        WGS84.createPoint(new Coordinate(lon, lat)),
        new TimeSpan(start, end),
        TimePrecision.EXACT_DAY,
        random.nextBoolean() ? LocationClass.VILLAGE : LocationClass.GPS,
        random.nextBoolean() ? 3_000.0 : 30.0,
        random.nextInt(10) == 0 ? Classification.CONFIDENTIAL : Classification.UNCLASSIFIED,
        random.nextInt(20) == 0 ? Set.of("POC") : Set.of(),
        properties(layer, random),
        new Provenance("made-up", null, null, Map.of()),
        1,
        BEGIN);
  }

  private static Map<String, Object> properties(Layer layer, Random random) {
    Map<String, Object> values = new HashMap<>();
    for (Property property : layer.properties()) {
      if (property.protection().isEmpty()) {
        value(property, random).ifPresent(value -> values.put(property.name(), value));
      }
    }
    return values;
  }

  private static Optional<Object> value(Property property, Random random) {
    return switch (property.type()) {
      case CODE ->
          Optional.of(property.choices().get(random.nextInt(property.choices().size())).code());
      case CODES ->
          Optional.of(
              List.of(property.choices().get(random.nextInt(property.choices().size())).code()));
      case INTEGER ->
          Optional.of(
              property.maximum() == null
                  ? (long) random.nextInt(12)
                  : 1L + random.nextInt((int) (double) property.maximum()));
      case BOOLEAN -> Optional.of(random.nextBoolean());
      case TEXT ->
          switch (property.name()) {
            case "admin1" -> Optional.of("Province " + random.nextInt(15));
            case "admin2" -> Optional.of("District " + random.nextInt(150));
            case "admin3", "place_name" -> Optional.of("Place " + random.nextInt(2_000));
            case "title" -> Optional.of("Event " + random.nextInt(1_000_000));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  @Override
  public List<Touch> touched() {
    return List.of();
  }

  @Override
  public Followed follow(long afterSequence, BiConsumer<FeatureRef, Optional<Feature>> changed) {
    return new Followed(head(), List.of());
  }
}
