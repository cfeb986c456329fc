package org.vigie.server.marks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.store.MarkProposal;

/** How marks and proposals look on the wire. */
final class MarkDocument {

  private MarkDocument() {}

  static Map<String, Object> of(Feature feature) {
    Map<String, Object> document = of(Marking.of(feature));
    document.put("version", feature.version());
    return document;
  }

  /**
   * @param access of whoever is told, who may not approve what he proposed
   */
  static Map<String, Object> of(MarkProposal proposal, Access access) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", proposal.id());
    document.put("layer", proposal.feature().layer());
    document.put("featureId", proposal.feature().id().toString());
    document.put("from", of(proposal.from()));
    document.put("to", of(proposal.to()));
    document.put("reason", proposal.reason());
    document.put("proposer", proposal.proposer().name());
    document.put("proposedAt", proposal.proposedAt());
    document.put("mine", proposal.proposer().equals(access.author()));
    return document;
  }

  private static Map<String, Object> of(Marking marking) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("classification", marking.classification().name());
    document.put("compartments", new TreeSet<>(marking.compartments()));
    return document;
  }
}
