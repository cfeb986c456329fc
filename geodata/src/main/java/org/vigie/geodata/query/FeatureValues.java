package org.vigie.geodata.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** The value of a queryable in a feature. */
final class FeatureValues {

  private FeatureValues() {}

  static ExpressionEvaluator.Value of(String name) {
    return feature -> {
      if (feature == null) {
        throw new IllegalStateException("a constant expression cannot name " + name);
      }
      Object value = value(feature, name);
      return value instanceof List<?> list ? new ExpressionEvaluator.Elements(list, false) : value;
    };
  }

  private static @Nullable Object value(Feature feature, String name) {
    return switch (name) {
      case "id" -> feature.id().toString();
      case Queryables.GEOMETRY -> feature.geometry();
      case "valid_from" -> start(feature.validTime());
      case "valid_to" -> end(feature.validTime());
      case "time_precision" -> code(feature.timePrecision());
      case "location_class" -> name(feature.locationClass());
      case "radius_m" -> feature.radiusMetres();
      case "classification" -> feature.classification().name();
      // as in the database: none are unknown, so that a filter finds the same in both
      case "compartments" ->
          feature.compartments().isEmpty()
              ? null
              : feature.compartments().stream().sorted().toList();
      case "source_system" -> feature.provenance().sourceSystem();
      case "source_id" -> feature.provenance().sourceId();
      case "recorded_at" -> feature.recordedAt();
      case "version" -> feature.version();
      default -> feature.properties().get(name);
    };
  }

  private static @Nullable Object start(@Nullable TimeSpan span) {
    return span == null ? null : span.start();
  }

  private static @Nullable Object end(@Nullable TimeSpan span) {
    return span == null ? null : span.end();
  }

  private static @Nullable String code(@Nullable TimePrecision precision) {
    return precision == null ? null : precision.code();
  }

  private static @Nullable String name(@Nullable LocationClass locationClass) {
    return locationClass == null ? null : locationClass.name();
  }
}
