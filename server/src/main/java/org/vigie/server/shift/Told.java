package org.vigie.server.shift;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.Difference;
import org.vigie.geodata.store.FeatureStore;

/**
 * What the log tells a caller of one feature between two positions.
 *
 * @param then the version before the first change, as far as the caller may see it
 * @param now the version after the last
 * @param authors of all of them; empty when that is not known
 */
record Told(
    Optional<Feature> then,
    Optional<Feature> now,
    @Nullable String author,
    @Nullable Instant at,
    Set<String> authors) {

  /** So many changes are read at once; of what lies beyond each feature is asked for by itself. */
  static final int MOST = 2_000;

  /** Of every feature that is still there, whatever was written after the difference was read. */
  static Map<FeatureRef, Told> of(FeatureStore seen, Instant since, Difference difference) {
    Map<FeatureRef, Told> told = new HashMap<>();
    if (difference.entries().isEmpty()) {
      return told;
    }
    List<Change> changes = seen.changesSince(since, MOST);
    for (Change change : changes) {
      if (change.sequence() <= difference.until()) {
        Feature feature = change.after().or(change::before).orElseThrow();
        told.merge(FeatureRef.of(feature), of(change), Told::then);
      }
    }
    for (Difference.Entry entry : difference.entries()) {
      Told known = told.get(entry.feature());
      boolean isCurrent =
          known != null && known.now().filter(now -> now.version() == entry.version()).isPresent();
      if (entry.kind() != Difference.Kind.REMOVED && !isCurrent) {
        told.put(entry.feature(), asked(seen, since, entry));
      }
    }
    return told;
  }

  private static Told of(Change change) {
    return new Told(
        change.before(),
        change.after(),
        change.author().name(),
        change.committedAt(),
        Set.of(change.author().name()));
  }

  private static Told asked(FeatureStore seen, Instant since, Difference.Entry entry) {
    FeatureRef feature = entry.feature();
    return new Told(
        seen.find(feature.layer(), feature.id(), since),
        seen.find(feature.layer(), feature.id()),
        null,
        null,
        Set.of());
  }

  private Told then(Told later) {
    Set<String> both = new TreeSet<>(authors);
    both.addAll(later.authors);
    return new Told(then, later.now, later.author, later.at, both);
  }
}
