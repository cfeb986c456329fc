package org.vigie.server.workflow.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Writing;
import org.vigie.geodata.workflow.StateGuard;

/**
 * Makes one incident of several, in one transaction. The kept one keeps what it says unless a value
 * is chosen from another; numbers of casualties are taken from one of them and never summed, for
 * the sources counted the same people. Marks become those of all together.
 */
final class Merging {

  /** Stands for geometry, location class and radius, which are true only together. */
  static final String PLACE = "place";

  /** Stands for the valid time and its precision. */
  static final String TIME = "time";

  private final FeatureStore seen;
  private final Layer layer;
  private final Workflow workflow;

  Merging(FeatureStore seen, Layer layer, Workflow workflow) {
    this.seen = seen;
    this.layer = layer;
    this.workflow = workflow;
  }

  /**
   * @param keep the version that was looked at
   * @param others the versions that were looked at
   * @param taken of which of them a property, place or time is taken
   */
  Merge.Draft merge(Feature keep, List<Feature> others, Map<String, FeatureId> taken)
      throws BadInputException, StaleVersionException {
    Map<FeatureId, Feature> next = new HashMap<>();
    next.put(keep.id(), united(keep, others, taken));
    for (Feature other : others) {
      next.put(
          other.id(), other.withProperty(workflow.property(), workflow.merged().orElseThrow()));
    }
    List<Feature> ordered = new ArrayList<>(others);
    ordered.add(keep);
    ordered.sort(Comparator.comparing(feature -> feature.id().toString()));
    return seen.write(
        writing -> {
          writing.because("Merged into " + keep.id());
          Map<FeatureId, List<FeatureLink>> links = new HashMap<>();
          for (Feature feature : ordered) {
            links.put(feature.id(), writing.holdLinks(FeatureRef.of(feature)));
          }
          List<Merge.Part> parts = new ArrayList<>();
          for (Feature feature : ordered) {
            Feature wanted = next.getOrDefault(feature.id(), feature);
            Feature stored = writing.replace(wanted, feature.version());
            parts.add(new Merge.Part(stored.id(), stored.version()));
          }
          LinkMoves moves = new LinkMoves(writing);
          for (Feature other : others) {
            join(moves, links.getOrDefault(other.id(), List.of()), other, keep);
          }
          Merge.Draft draft =
              new Merge.Draft(
                  UUID.randomUUID(),
                  Merge.Kind.MERGE,
                  layer.name(),
                  keep.id(),
                  parts,
                  moves.made(),
                  moves.ended());
          writing.note(draft);
          return draft;
        });
  }

  /** The reports of the merged one speak of the kept one from now on. */
  private static void join(LinkMoves moves, List<FeatureLink> links, Feature other, Feature keep)
      throws BadInputException {
    FeatureRef merged = FeatureRef.of(other);
    FeatureRef kept = FeatureRef.of(keep);
    boolean isSame = false;
    for (FeatureLink link : links) {
      if (link.type() == LinkType.REPORTED_BY && link.to().equals(merged)) {
        moves.move(link, kept);
      }
      isSame |= link.type() == LinkType.SAME_AS && link.other(merged).equals(kept);
    }
    if (!isSame) {
      moves.make(LinkType.SAME_AS, merged, kept);
    }
  }

  private Feature united(Feature keep, List<Feature> others, Map<String, FeatureId> taken)
      throws BadInputException {
    Map<FeatureId, Feature> byId = new HashMap<>();
    byId.put(keep.id(), keep);
    Classification classification = keep.classification();
    Set<String> compartments = new HashSet<>(keep.compartments());
    for (Feature other : others) {
      byId.put(other.id(), other);
      compartments.addAll(other.compartments());
      if (other.classification().compareTo(classification) > 0) {
        classification = other.classification();
      }
    }
    Feature united = keep;
    Map<String, Object> properties = new LinkedHashMap<>(keep.properties());
    for (Map.Entry<String, FeatureId> choice : taken.entrySet()) {
      Feature from = byId.get(choice.getValue());
      if (from == null) {
        throw fault(
            choice.getKey(),
            Message.of("is taken of {value}, which is none of them", choice.getValue()),
            Message.of("Name the id of one that is kept or merged"));
      }
      united = take(united, properties, choice.getKey(), from);
    }
    return StateGuard.edited(
        layer, keep, united.withProperties(properties).withMarks(classification, compartments));
  }

  private Feature take(Feature united, Map<String, Object> properties, String name, Feature from)
      throws BadInputException {
    if (name.equals(PLACE)) {
      return united.withPlace(from.geometry(), from.locationClass(), from.radiusMetres());
    }
    if (name.equals(TIME)) {
      return united.withValidTime(from.validTime(), from.timePrecision());
    }
    if (name.equals(workflow.property()) || layer.findProperty(name).isEmpty()) {
      throw fault(
          name,
          Message.of("cannot be chosen"),
          Message.of("Name a property, \"place\" or \"time\""));
    }
    Object value = from.properties().get(name);
    if (value == null) {
      properties.remove(name);
    } else {
      properties.put(name, value);
    }
    return united;
  }

  private static BadInputException fault(String field, Message what, Message fix) {
    return new BadInputException(Fault.of("values." + field, what, fix));
  }

  /** Links made and taken back in one transaction, remembered. */
  static final class LinkMoves {

    private final Writing writing;
    private final List<UUID> made = new ArrayList<>();
    private final List<UUID> ended = new ArrayList<>();

    LinkMoves(Writing writing) {
      this.writing = writing;
    }

    void make(LinkType type, FeatureRef from, FeatureRef to) throws BadInputException {
      made.add(writing.link(type, from, to));
    }

    /** The same first end, another second. */
    void move(FeatureLink link, FeatureRef to) throws BadInputException {
      writing.unlink(link.id());
      ended.add(link.id());
      make(link.type(), link.from(), to);
    }

    List<UUID> made() {
      return made;
    }

    List<UUID> ended() {
      return ended;
    }
  }
}
