package org.vigie.server.workflow.duplicates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Writing;
import org.vigie.server.http.ProblemException;
import org.vigie.server.workflow.Shown;

/**
 * Takes a merge or a split back as a whole, if nothing of it was changed since. Marks that the
 * merge raised stay raised: lowering takes two people, and an undo is one.
 */
final class Undoing {

  private final FeatureStore seen;
  private final Layer layer;

  Undoing(FeatureStore seen, Layer layer) {
    this.seen = seen;
    this.layer = layer;
  }

  /**
   * @return whether marks stayed higher than they were
   * @throws ProblemException 409 naming what was changed since
   */
  boolean undo(Merge merge) throws BadInputException, StaleVersionException {
    Merge.Draft did = merge.draft();
    Map<FeatureId, Optional<Feature>> before = new HashMap<>();
    Map<FeatureId, Feature> now = new HashMap<>();
    List<String> changed = new ArrayList<>();
    for (Merge.Part part : did.parts()) {
      Optional<Feature> current = seen.find(layer.name(), part.id());
      if (current.isEmpty() || current.get().version() != part.version()) {
        changed.add(
            current.map(feature -> Shown.of(layer, feature).title()).orElse(part.id().toString()));
        continue;
      }
      now.put(part.id(), current.get());
      before.put(part.id(), before(part));
    }
    Map<UUID, FeatureLink> links = links(did);
    for (UUID made : did.made()) {
      if (seen.findLink(made).isEmpty()) {
        changed.add("a link that it made");
        break;
      }
    }
    if (!changed.isEmpty()) {
      throw conflict("These were changed since: " + String.join(", ", changed) + ".");
    }
    refuseNewLinks(did, before);
    List<Merge.Part> ordered = new ArrayList<>(did.parts());
    ordered.sort(Comparator.comparing(part -> part.id().toString()));
    return seen.write(
        writing -> {
          if (!writing.noteUndone(did.id())) {
            throw conflict("It was undone already.");
          }
          writing.because("Undone: " + did.kind().name().toLowerCase(Locale.ROOT));
          for (Merge.Part part : ordered) {
            writing.holdLinks(did.ref(part));
          }
          for (UUID made : did.made()) {
            writing.unlink(made);
          }
          boolean staysMarked = false;
          for (Merge.Part part : ordered) {
            Optional<Feature> former = before.getOrDefault(part.id(), Optional.empty());
            if (former.isPresent()) {
              staysMarked |= restore(writing, former.get(), now.get(part.id()), part);
            } else {
              writing.delete(layer.name(), part.id(), part.version());
            }
          }
          for (UUID ended : did.ended()) {
            FeatureLink link = links.get(ended);
            if (link == null) {
              throw conflict("A link that it moved is not there any more.");
            }
            writing.link(link.type(), link.from(), link.to());
          }
          return staysMarked;
        });
  }

  private static boolean restore(
      Writing writing, Feature former, @Nullable Feature now, Merge.Part part)
      throws BadInputException, StaleVersionException {
    Feature current = now == null ? former : now;
    Classification classification =
        former.classification().compareTo(current.classification()) >= 0
            ? former.classification()
            : current.classification();
    Set<String> compartments = new HashSet<>(former.compartments());
    compartments.addAll(current.compartments());
    writing.replace(former.withMarks(classification, compartments), part.version());
    return classification != former.classification() || !compartments.equals(former.compartments());
  }

  private Optional<Feature> before(Merge.Part part) {
    return seen.history(layer.name(), part.id()).stream()
        .filter(
            change -> change.after().map(after -> after.version() == part.version()).orElse(false))
        .findFirst()
        .flatMap(Change::before);
  }

  /** What a split made cannot go while others have hung something on it. */
  private void refuseNewLinks(Merge.Draft did, Map<FeatureId, Optional<Feature>> before) {
    for (Merge.Part part : did.parts()) {
      boolean isNew = before.getOrDefault(part.id(), Optional.empty()).isEmpty();
      if (isNew
          && seen.links(layer.name(), part.id()).stream()
              .anyMatch(link -> !did.made().contains(link.id()))) {
        throw conflict("Something was linked since to " + part.id() + ".");
      }
    }
  }

  /** Those that it ended, as they were. */
  private Map<UUID, FeatureLink> links(Merge.Draft did) {
    Map<UUID, FeatureLink> links = new HashMap<>();
    for (Merge.Part part : did.parts()) {
      for (FeatureLink link : seen.linkHistory(layer.name(), part.id())) {
        if (link.type() == LinkType.REPORTED_BY && link.to().equals(did.ref(part))) {
          links.put(link.id(), link);
        }
      }
    }
    return links;
  }

  static ProblemException conflict(String what) {
    return ProblemException.of(
        409, "Conflict", Message.of("{what} It cannot be undone as a whole.", what));
  }
}
