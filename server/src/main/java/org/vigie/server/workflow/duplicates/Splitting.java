package org.vigie.server.workflow.duplicates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.server.workflow.duplicates.Merging.LinkMoves;

/**
 * Takes reports out of an incident into a new one. It begins with the place, time and marks of the
 * old one and says of casualties nothing, for nobody is counted twice.
 */
final class Splitting {

  private static final String REF = "ref";
  private static final String CASUALTIES = "casualties";

  private final FeatureStore seen;
  private final Layer layer;
  private final Workflow workflow;

  Splitting(FeatureStore seen, Layer layer, Workflow workflow) {
    this.seen = seen;
    this.layer = layer;
    this.workflow = workflow;
  }

  /**
   * @param from the version that was looked at
   * @param reports those that go to the new one; the old one must keep one
   * @param values what the new one says
   */
  Merge.Draft split(Feature from, Set<FeatureId> reports, Map<String, Object> values)
      throws BadInputException, StaleVersionException {
    Feature draft = draft(from, values);
    return seen.write(
        writing -> {
          writing.because("Split off " + from.id());
          List<FeatureLink> links =
              writing.holdLinks(FeatureRef.of(from)).stream()
                  .filter(link -> link.type() == LinkType.REPORTED_BY)
                  .toList();
          List<FeatureLink> leaving =
              links.stream().filter(link -> reports.contains(link.from().id())).toList();
          if (leaving.size() != reports.size() || leaving.size() == links.size()) {
            throw new BadInputException(
                Fault.of(
                    "reports",
                    leaving.size() == links.size()
                        ? Message.of("would leave the incident without a report")
                        : Message.of("names a report that the incident does not rest on"),
                    "Name some of its reports and leave it one"));
          }
          // A version of its own, so that an edit meanwhile is noticed and the split is in its log.
          Feature old = writing.replace(from, from.version());
          Feature made = writing.insert(draft);
          LinkMoves moves = new LinkMoves(writing);
          for (FeatureLink link : leaving) {
            moves.move(link, FeatureRef.of(made));
          }
          List<Merge.Part> parts = new ArrayList<>();
          parts.add(new Merge.Part(old.id(), old.version()));
          parts.add(new Merge.Part(made.id(), made.version()));
          Merge.Draft split =
              new Merge.Draft(
                  UUID.randomUUID(),
                  Merge.Kind.SPLIT,
                  layer.name(),
                  old.id(),
                  parts,
                  moves.made(),
                  moves.ended());
          writing.note(split);
          return split;
        });
  }

  private Feature draft(Feature from, Map<String, Object> values) {
    Map<String, Object> properties = new LinkedHashMap<>(from.properties());
    properties.remove(REF);
    properties.remove(CASUALTIES);
    layer.sums().forEach(properties::remove);
    properties.putAll(values);
    properties.put(workflow.property(), workflow.initial());
    return from.withId(FeatureId.random())
        .withProvenance(Provenance.own())
        .withProperties(properties);
  }
}
