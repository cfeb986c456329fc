package org.vigie.server.processes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.GeometryLiterals;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.selection.Area;
import org.vigie.server.selection.Members;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/**
 * Reads what an analysis looks at, as its caller sees it: the selected events and, of its
 * companions, what lies in the same area. What happened is taken of the same time; what simply is,
 * such as an area, at any time.
 */
final class SubjectReader {

  /** Some 150 bytes each in memory. */
  private static final long MAX_EVENTS = 1_000_000;

  /** Features between two looks at whether to go on. */
  private static final int STRIDE = 256;

  private final FeatureStore seen;
  private final Selections readable;
  private final Analysis analysis;
  private final Members inputs;
  private final Run run;

  SubjectReader(
      FeatureStore seen, Selections readable, Analysis analysis, Members inputs, Run run) {
    this.seen = seen;
    this.readable = readable;
    this.analysis = analysis;
    this.inputs = inputs;
    this.run = run;
  }

  /**
   * @param asked as of {@code asOf}, unless it names another moment
   */
  Subject read(Selection asked, LogPosition asOf) throws BadInputException {
    FeatureQuery query = asked.query();
    asked.named().forEach(this::take);
    long count = countOf(query);
    Events.Builder events = Events.of(query.layer());
    forEach(query, count, events::add);
    Map<String, List<Feature>> companions = new LinkedHashMap<>();
    for (Companion companion : analysis.companions()) {
      Optional<Layer> layer = layer(companion, readable, inputs);
      if (layer.isPresent()) {
        companions.put(companion.name(), features(query, layer.get()));
      }
    }
    TimeSpan period = query.datetime();
    return new Subject(
        events.build(),
        studyArea(query),
        period.equals(TimeSpan.ALWAYS) ? Optional.empty() : Optional.of(period),
        query.asKnownAt().orElse(asOf.committedAt()),
        companions);
  }

  /** How many features {@link #read} would read. */
  long count(Selection asked) throws BadInputException {
    long count = seen.count(asked.query()) + asked.named().size();
    for (Companion companion : analysis.companions()) {
      Optional<Layer> layer = layer(companion, readable, inputs);
      if (layer.isPresent()) {
        count += seen.count(beside(asked.query(), layer.get()));
      }
    }
    return count;
  }

  private void take(Area.Named named) {
    run.reads(named.layer());
    run.take(named.feature());
  }

  private void forEach(FeatureQuery query, long count, Consumer<Feature> consumer) {
    run.reads(query.layer());
    AtomicLong read = new AtomicLong();
    seen.forEach(
        query,
        feature -> {
          if (read.getAndIncrement() % STRIDE == 0) {
            run.at(AnalysisProcess.READ * Math.min(1, read.get() / (count + 1.0)), "reads");
          }
          consumer.accept(feature);
          run.take(feature);
        });
  }

  private List<Feature> features(FeatureQuery events, Layer layer) {
    List<Feature> features = new ArrayList<>();
    forEach(beside(events, layer), 0, features::add);
    features.sort(Comparator.comparing(f -> f.id().value()));
    return features;
  }

  private static FeatureQuery beside(FeatureQuery events, Layer layer) {
    FeatureQuery query = FeatureQuery.of(layer);
    if (events.area().isPresent()) {
      query = query.withArea(events.area().get());
    }
    if (events.bbox().isPresent()) {
      query = query.withBbox(events.bbox().get());
    }
    if (layer.time() == TimeModel.EVENT) {
      query = query.withDatetime(events.datetime());
    }
    if (events.asKnownAt().isPresent()) {
      query = query.withAsKnownAt(events.asKnownAt().get());
    }
    return query;
  }

  /** Whether every companion that is named can be one. */
  static void check(Analysis analysis, Selections readable, Members inputs)
      throws BadInputException {
    for (Companion companion : analysis.companions()) {
      layer(companion, readable, inputs);
    }
  }

  private static Optional<Layer> layer(Companion companion, Selections readable, Members inputs)
      throws BadInputException {
    Optional<String> name = inputs.findText(companion.name());
    if (name.isEmpty()) {
      return readable.layers().stream()
          .filter(layer -> layer.name().equals(companion.standard()))
          .findFirst();
    }
    Layer layer = readable.layer(companion.name(), name.get());
    if (!companion.geometry().admits(layer.geometry())) {
      throw new BadInputException(
          Fault.of(
              companion.name(),
              Message.of("'{name}' has other geometries", name.get()),
              Message.of("Name a layer of {types}", companion.geometry().types())));
    }
    return Optional.of(layer);
  }

  private static Optional<Geometry> studyArea(FeatureQuery query) {
    return query.area().or(() -> query.bbox().map(GeometryLiterals::area));
  }

  private long countOf(FeatureQuery query) throws BadInputException {
    long count = seen.count(query);
    if (count > MAX_EVENTS) {
      throw new BadInputException(
          Fault.of(
              "inputs",
              Message.of("{count} events are selected", count),
              Message.of(
                  "Select at most {maxEvents} by a smaller area, a shorter time or a filter",
                  MAX_EVENTS)));
    }
    return count;
  }
}
