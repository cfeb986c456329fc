package org.vigie.server.processes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.Companion;
import org.vigie.geodata.analysis.Events;
import org.vigie.geodata.analysis.Subject;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.query.GeometryLiterals;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.LogPosition;
import org.vigie.server.http.HighestMark;
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

  private final FeatureStore seen;
  private final Selection asked;
  private final LogPosition asOf;
  private final HighestMark mark = new HighestMark();

  SubjectReader(FeatureStore seen, Selection asked) {
    this.seen = seen;
    this.asked = asked;
    asOf = seen.position();
  }

  LogPosition asOf() {
    return asOf;
  }

  /** Highest classification of what was read and of the area it was read in. */
  Classification mark() {
    return asked.mark(mark.get());
  }

  Subject read(Analysis analysis, Selections readable, Members inputs) throws BadInputException {
    FeatureQuery query = asked.query();
    refuseTooMany(query);
    Events.Builder events = Events.of(query.layer());
    seen.forEach(
        query,
        feature -> {
          events.add(feature);
          mark.take(feature);
        });
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

  private List<Feature> features(FeatureQuery events, Layer layer) {
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
    List<Feature> features = new ArrayList<>();
    seen.forEach(
        query,
        feature -> {
          features.add(feature);
          mark.take(feature);
        });
    features.sort(Comparator.comparing(f -> f.id().value()));
    return features;
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
              "'" + name.get() + "' has other geometries",
              "Name a layer of " + companion.geometry().types()));
    }
    return Optional.of(layer);
  }

  private static Optional<Geometry> studyArea(FeatureQuery query) {
    return query.area().or(() -> query.bbox().map(GeometryLiterals::area));
  }

  private void refuseTooMany(FeatureQuery query) throws BadInputException {
    long count = seen.count(query);
    if (count > MAX_EVENTS) {
      throw new BadInputException(
          Fault.of(
              "inputs",
              count + " events are selected",
              "Select at most " + MAX_EVENTS + " by a smaller area, a shorter time or a filter"));
    }
  }
}
