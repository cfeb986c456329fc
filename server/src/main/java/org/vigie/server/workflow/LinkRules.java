package org.vigie.server.workflow;

import java.util.Optional;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.Workflow;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Message;

/** Which features may be linked how, by what the layer files say of them. */
final class LinkRules {

  private final LayerCatalog catalog;

  LinkRules(LayerCatalog catalog) {
    this.catalog = catalog;
  }

  void check(LinkType type, FeatureRef from, FeatureRef to) throws BadInputException {
    if (type == LinkType.REPORTED_BY && !reportsOf(to.layer()).equals(Optional.of(from.layer()))) {
      throw wrong(
          Message.of("a feature of {layer} is not a report of {layer2}", from.layer(), to.layer()),
          reportsOf(to.layer())
              .map(layer -> Message.of("Link a feature of {layer}", layer))
              .orElse(Message.of("Link a report to an incident")));
    }
    if (type == LinkType.CORRECTS
        && (!isReport(from.layer()) || !from.layer().equals(to.layer()))) {
      throw wrong(
          Message.of("a report corrects a report and nothing else"),
          Message.of("Name two reports"));
    }
    if ((type == LinkType.SAME_AS || type == LinkType.DISTINCT_FROM)
        && !from.layer().equals(to.layer())) {
      throw wrong(
          Message.of("{layer} and {layer2} are never the same", from.layer(), to.layer()),
          Message.of("Use part_of, follows or caused_by"));
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

  private static BadInputException wrong(Message what, Message fix) {
    return new BadInputException(Fault.of("type", what, fix));
  }
}
