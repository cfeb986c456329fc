package org.vigie.server.workflow;

import java.util.Optional;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;

/** Which features may be linked how, by what the layer files say of them. */
final class LinkRules {

  private final LayerCatalog catalog;

  LinkRules(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  void check(LinkType type, FeatureRef from, FeatureRef to) throws BadInputException {
    if (type == LinkType.REPORTED_BY && !reportsOf(to.layer()).equals(Optional.of(from.layer()))) {
      throw wrong(
          "a feature of " + from.layer() + " is not a report of " + to.layer(),
          reportsOf(to.layer())
              .map(layer -> "Link a feature of " + layer)
              .orElse("Link a report to an incident"));
    }
    if (type == LinkType.CORRECTS
        && (!isReport(from.layer()) || !from.layer().equals(to.layer()))) {
      throw wrong("a report corrects a report and nothing else", "Name two reports");
    }
    if ((type == LinkType.SAME_AS || type == LinkType.DISTINCT_FROM)
        && !from.layer().equals(to.layer())) {
      throw wrong(
          from.layer() + " and " + to.layer() + " are never the same",
          "Use part_of, follows or caused_by");
    }
  }

  /** The layer whose writers decide on the link: whoever keeps what it says something about. */
  static String owner(LinkType type, FeatureRef from, FeatureRef to) {
    return type == LinkType.REPORTED_BY ? to.layer() : from.layer();
  }

  Optional<String> reportsOf(String layer) {
    return catalog
        .find(layer)
        .flatMap(each -> each.workflow())
        .flatMap(Workflow::reports)
        .map(Workflow.Reports::layer);
  }

  boolean isReport(String layer) {
    return catalog.list().stream()
        .anyMatch(each -> reportsOf(each.name()).equals(Optional.of(layer)));
  }

  private static BadInputException wrong(String what, String fix) {
    return new BadInputException(Fault.of("type", what, fix));
  }
}
