package org.vigie.server.hotspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.StaleVersionException;

/**
 * Splits an area and joins two, in one transaction that is noted as what it was, so that it is
 * taken back as a whole.
 */
final class Division {

  private static final String REF = "ref";
  private static final String PREVIOUS = "previous_ref";

  /** A share of the smaller area that may be rounding. */
  private static final double ROUNDING = 1e-6;

  private final FeatureStore seen;
  private final Layer layer;
  private final Instant now;

  Division(FeatureStore seen, Layer layer, Instant now) {
    this.seen = seen;
    this.layer = layer;
    this.now = now;
  }

  /**
   * The area that is split keeps its record, links and name; the new one begins now with the same
   * properties, marks and links of its own to make.
   *
   * @param keeps outline of the one that was there
   * @param gives outline of the new one, which may not lie over the other
   */
  Merge.Draft split(Feature from, Geometry keeps, Geometry gives, String name)
      throws BadInputException, StaleVersionException {
    double both = keeps.intersection(gives).getArea();
    if (both > ROUNDING * Math.min(keeps.getArea(), gives.getArea())) {
      throw new BadInputException(
          Fault.of(
              "gives",
              "lies over what is kept",
              "Split along a line, so that neither lies over the other"));
    }
    Map<String, Object> properties = new LinkedHashMap<>(from.properties());
    Object ref = properties.remove(REF);
    if (ref != null && layer.findProperty(PREVIOUS).isPresent()) {
      properties.put(PREVIOUS, ref);
    }
    properties.put(layer.titleProperty().orElseThrow(), name);
    Feature draft =
        from.withId(FeatureId.random())
            .withProvenance(Provenance.own())
            .withProperties(properties)
            .withGeometry(gives)
            .withValidTime(new TimeSpan(now, null), TimePrecision.EXACT_MINUTE);
    return seen.write(
        writing -> {
          writing.because("Split off " + from.id());
          Feature old = writing.replace(from.withGeometry(keeps), from.version());
          Feature made = writing.insert(draft);
          Merge.Draft split = note(Merge.Kind.SPLIT, old, List.of(old, made), List.of());
          writing.note(split);
          return split;
        });
  }

  /**
   * The kept one gets the outline, the higher marks and the links of both; the other one ends now
   * and stays in the record.
   */
  Merge.Draft join(Feature keep, Feature other, Geometry area)
      throws BadInputException, StaleVersionException {
    Set<String> compartments = new HashSet<>(keep.compartments());
    compartments.addAll(other.compartments());
    Classification classification =
        other.classification().compareTo(keep.classification()) > 0
            ? other.classification()
            : keep.classification();
    Feature joined = keep.withGeometry(area).withMarks(classification, compartments);
    Feature ended = other.withValidTime(untilNow(other), other.timePrecision());
    List<Feature> next = new ArrayList<>(List.of(joined, ended));
    next.sort(Comparator.comparing(feature -> feature.id().toString()));
    return seen.write(
        writing -> {
          writing.because("Joined to " + keep.id());
          for (Feature each : next) {
            writing.holdLinks(FeatureRef.of(each));
          }
          List<Feature> stored = new ArrayList<>();
          for (Feature each : next) {
            stored.add(writing.replace(each, each.version()));
          }
          List<UUID> made = new ArrayList<>();
          FeatureRef kept = FeatureRef.of(keep);
          FeatureRef left = FeatureRef.of(other);
          List<FeatureLink> own = writing.holdLinks(kept);
          for (FeatureLink link : writing.holdLinks(left)) {
            FeatureRef from = link.from().equals(left) ? kept : link.from();
            FeatureRef to = link.to().equals(left) ? kept : link.to();
            boolean isThere =
                own.stream()
                    .anyMatch(
                        has ->
                            has.type() == link.type()
                                && has.from().equals(from)
                                && has.to().equals(to));
            if (!from.equals(to) && !isThere) {
              made.add(writing.link(link.type(), from, to));
            }
          }
          Merge.Draft merge = note(Merge.Kind.MERGE, keep, stored, made);
          writing.note(merge);
          return merge;
        });
  }

  /** What has ended already stays so; what begins later than now ends as soon as it begins. */
  private TimeSpan untilNow(Feature other) {
    TimeSpan held = other.validTime() == null ? TimeSpan.ALWAYS : other.validTime();
    Instant start = held.start();
    Instant end = held.end();
    if (end != null && !end.isAfter(now)) {
      return held;
    }
    return new TimeSpan(start, start != null && !start.isBefore(now) ? start.plusSeconds(1) : now);
  }

  private Merge.Draft note(
      Merge.Kind kind, Feature subject, List<Feature> stored, List<UUID> made) {
    return new Merge.Draft(
        UUID.randomUUID(),
        kind,
        layer.name(),
        subject.id(),
        stored.stream().map(each -> new Merge.Part(each.id(), each.version())).toList(),
        made,
        List.of());
  }
}
