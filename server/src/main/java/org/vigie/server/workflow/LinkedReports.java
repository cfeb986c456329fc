package org.vigie.server.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.Change;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.workflow.IncidentGrade;
import org.vigie.geodata.workflow.ReportGrade;

/** The reports that an incident rests on, as far as the caller sees them. */
record LinkedReports(List<Linked> list) {

  /**
   * @param correctedBy the report that stands for this one now
   */
  record Linked(UUID link, Feature report, Optional<FeatureRef> correctedBy) {}

  static LinkedReports of(FeatureStore seen, Feature incident) {
    List<Linked> list = new ArrayList<>();
    for (FeatureLink link : seen.links(incident.layer(), incident.id())) {
      if (link.type() == LinkType.REPORTED_BY && link.to().equals(FeatureRef.of(incident))) {
        seen.find(link.from().layer(), link.from().id())
            .ifPresent(report -> list.add(new Linked(link.id(), report, correction(seen, report))));
      }
    }
    return new LinkedReports(list);
  }

  /** What corrects a report. */
  static Optional<FeatureRef> correction(FeatureStore seen, Feature report) {
    FeatureRef own = FeatureRef.of(report);
    return seen.links(own.layer(), own.id()).stream()
        .filter(link -> link.type() == LinkType.CORRECTS && link.to().equals(own))
        .map(FeatureLink::from)
        .findFirst();
  }

  IncidentGrade grade() {
    List<ReportGrade> standing =
        list.stream()
            .filter(linked -> linked.correctedBy().isEmpty())
            .map(linked -> ReportGrade.of(linked.report()))
            .toList();
    return IncidentGrade.of(standing, list.size() - standing.size());
  }

  List<List<Change>> histories(FeatureStore seen) {
    return list.stream()
        .map(linked -> seen.history(linked.report().layer(), linked.report().id()))
        .toList();
  }
}
