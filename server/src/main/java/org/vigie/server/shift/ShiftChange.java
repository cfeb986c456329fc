package org.vigie.server.shift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.Shifts;

/**
 * What became of one feature since a position of the log. Of one that is gone nothing is told but
 * where it was: whether it was deleted, marked higher or moved away must look the same.
 *
 * @param what created, worse (graver than it was), moved, changed, closed (it reached a state that
 *     no further step leaves) or gone
 * @param version of now; 0 of one that is gone
 * @param from version of then, when it is known to the caller
 * @param severityBefore when it was another
 * @param state of its workflow
 * @param author of the last change, and when it was committed
 * @param place longitude, latitude of the middle of where it is, or was
 * @param seen whether the caller has seen this, or did it all himself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShiftChange(
    String layer,
    String id,
    String what,
    long version,
    @Nullable Long from,
    @Nullable String title,
    @Nullable Object code,
    @Nullable Long severity,
    @Nullable Long severityBefore,
    @Nullable String state,
    @Nullable String author,
    @Nullable Instant at,
    @Nullable List<Double> place,
    boolean seen) {

  static ShiftChange of(Layer layer, Difference.Entry entry, Told told, Reader reader) {
    boolean gone = entry.kind() == Difference.Kind.REMOVED;
    long version = gone ? Shifts.GONE : entry.version();
    Optional<Feature> now = gone ? Optional.empty() : told.now();
    Optional<Feature> then =
        entry.kind() == Difference.Kind.CHANGED ? told.then() : Optional.empty();
    Long severity = severity(layer, now);
    Long before = severity(layer, then);
    return new ShiftChange(
        layer.name(),
        entry.feature().id().toString(),
        what(layer, entry, then, now),
        version,
        then.map(Feature::version).orElse(null),
        layer.titleProperty().flatMap(name -> value(now, name)).map(Object::toString).orElse(null),
        layer.drawnBy().flatMap(name -> value(now, name)).orElse(null),
        severity,
        Objects.equals(severity, before) ? null : before,
        layer
            .workflow()
            .flatMap(flow -> now.map(each -> flow.stateOf(each.properties())))
            .orElse(null),
        gone ? null : told.author(),
        gone ? null : told.at(),
        entry.after().or(entry::before).map(ShiftChange::middle).orElse(null),
        reader.hasSeen(entry.feature(), version, gone ? Set.of() : told.authors()));
  }

  private static String what(
      Layer layer, Difference.Entry entry, Optional<Feature> then, Optional<Feature> now) {
    return switch (entry.kind()) {
      case REMOVED -> "gone";
      case ADDED -> "created";
      case CHANGED ->
          layer.workflow().filter(flow -> !isClosed(flow, then) && isClosed(flow, now)).isPresent()
              ? "closed"
              : isWorse(severity(layer, then), severity(layer, now))
                  ? "worse"
                  : entry.before().equals(entry.after()) ? "changed" : "moved";
    };
  }

  /** Whether it is in a state that no step leaves, except one that takes it back. */
  private static boolean isClosed(Workflow flow, Optional<Feature> feature) {
    return feature
        .map(each -> flow.stateOf(each.properties()))
        .filter(state -> flow.steps().stream().noneMatch(step -> step.from().contains(state)))
        .isPresent();
  }

  private static Optional<Object> value(Optional<Feature> feature, String property) {
    return feature.map(each -> each.properties().get(property));
  }

  private static @Nullable Long severity(Layer layer, Optional<Feature> feature) {
    return layer
        .severity()
        .flatMap(name -> value(feature, name))
        .map(value -> ((Number) value).longValue())
        .orElse(null);
  }

  /** Graver than before, or grave where it was not known how grave. */
  private static boolean isWorse(@Nullable Long then, @Nullable Long now) {
    return now != null && now > (then == null ? 0 : then);
  }

  private static List<Double> middle(BoundingBox box) {
    double east = box.east() < box.west() ? box.east() + 360 : box.east();
    double longitude = (box.west() + east) / 2;
    return List.of(longitude > 180 ? longitude - 360 : longitude, (box.south() + box.north()) / 2);
  }
}
