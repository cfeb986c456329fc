package org.vigie.server.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Summary;

/**
 * One layer in two pictures. Features are compared one by one where both pictures are of the same
 * period; of two periods nearly every event is in one alone, so that counts of places are compared,
 * and likewise where there are too many to be read.
 *
 * @param a how many are in the one, exactly
 * @param crowded whether there are too many to compare one by one
 */
record ComparedLayer(
    String name,
    long a,
    long b,
    boolean crowded,
    Set<String> compartments,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ComparedFeatures features,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ComparedCells cells) {

  /** Of both pictures together: about a second of reading. */
  static final int MOST_READ = 20_000;

  /** What is known of a layer, and what is not for the wire. */
  record Answer(ComparedLayer layer, Classification highest, LogPosition asOf) {}

  static Answer of(FeatureStore seen, FeatureQuery a, FeatureQuery b, int zoom) {
    Summary inA = seen.summarise(a, Summary.Request.TOTALS);
    Summary inB = seen.summarise(b, Summary.Request.TOTALS);
    Set<String> compartments = new TreeSet<>(inA.compartments());
    compartments.addAll(inB.compartments());
    boolean onePeriod = a.datetime().equals(b.datetime());
    boolean crowded = onePeriod && inA.count() + inB.count() > MOST_READ;
    boolean single = onePeriod && !crowded;
    ComparedLayer layer =
        new ComparedLayer(
            a.layer().name(),
            inA.count(),
            inB.count(),
            crowded,
            compartments,
            single ? ComparedFeatures.of(seen, a, b) : null,
            single ? null : ComparedCells.of(seen, a, b, zoom));
    return new Answer(layer, inA.highest().highest(inB.highest()), later(inA.asOf(), inB.asOf()));
  }

  /** A picture of now beside one of the past is as of now. */
  private static LogPosition later(LogPosition one, LogPosition other) {
    return one.sequence() >= other.sequence() ? one : other;
  }
}
