package org.vigie.server.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;

/**
 * Two pictures of a layer, feature by feature.
 *
 * @param onlyA in the one alone
 * @param changed in both, and the caller sees a difference
 * @param same in both, and he sees none
 * @param differences the gravest first; fewer than there are when there are many
 */
record ComparedFeatures(
    long onlyA, long onlyB, long changed, long same, List<Difference> differences) {

  /** So many marks a map can show and a person can walk through; the rest is counted. */
  static final int MOST_TOLD = 300;

  /**
   * One feature that is not the same in both.
   *
   * @param what a or b when it is in one alone, else changed
   * @param changes in what it differs; empty when it is in one alone
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Difference(
      String id,
      String what,
      List<String> changes,
      @Nullable Appearance a,
      @Nullable Appearance b) {

    private long severity() {
      return Math.max(gradeOf(a), gradeOf(b));
    }

    private static long gradeOf(@Nullable Appearance one) {
      return one == null || one.severity() == null ? 0 : one.severity();
    }
  }

  private static final Comparator<Difference> GRAVEST_FIRST =
      Comparator.<Difference>comparingLong(each -> -each.severity()).thenComparing(Difference::id);

  /** Of two states of the record; of one and the same, nothing in both differs. */
  static ComparedFeatures of(FeatureStore seen, FeatureQuery a, FeatureQuery b) {
    Layer layer = a.layer();
    boolean sameRecord = a.asKnownAt().equals(b.asKnownAt());
    Map<FeatureId, Feature> inA = features(seen, a);
    Map<FeatureId, Feature> inB = features(seen, b);
    Map<String, Long> counts = new TreeMap<>();
    List<Difference> all = new ArrayList<>();
    inA.forEach(
        (id, feature) -> {
          Feature other = inB.get(id);
          List<String> changes =
              other == null || sameRecord || other.version() == feature.version()
                  ? List.of()
                  : Appearance.changes(layer, feature, other);
          String what = other == null ? "a" : changes.isEmpty() ? "same" : "changed";
          counts.merge(what, 1L, Long::sum);
          if (!what.equals("same")) {
            all.add(
                new Difference(
                    id.toString(),
                    what,
                    changes,
                    Appearance.of(layer, feature),
                    other == null ? null : Appearance.of(layer, other)));
          }
        });
    inB.forEach(
        (id, feature) -> {
          if (!inA.containsKey(id)) {
            counts.merge("b", 1L, Long::sum);
            all.add(
                new Difference(id.toString(), "b", List.of(), null, Appearance.of(layer, feature)));
          }
        });
    return new ComparedFeatures(
        counts.getOrDefault("a", 0L),
        counts.getOrDefault("b", 0L),
        counts.getOrDefault("changed", 0L),
        counts.getOrDefault("same", 0L),
        all.stream().sorted(GRAVEST_FIRST).limit(MOST_TOLD).toList());
  }

  private static Map<FeatureId, Feature> features(FeatureStore seen, FeatureQuery query) {
    Map<FeatureId, Feature> features = new LinkedHashMap<>();
    seen.forEach(query, feature -> features.put(feature.id(), feature));
    return features;
  }
}
