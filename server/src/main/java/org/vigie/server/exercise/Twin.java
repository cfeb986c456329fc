package org.vigie.server.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.store.Merge;

/** An incident that two officers entered, until the analyst saw it and merged the second. */
final class Twin {

  /** So many there are. */
  static final int COUNT = 6;

  private static final String LAYER = "incident";

  private Twin() {}

  /** Everybody may see it, and it was long enough ago to be noticed. */
  static boolean suits(Incidents.Recorded recorded, Instant known) {
    return recorded.feature().classification() == Classification.UNCLASSIFIED
        && recorded.incident().severity() >= 3
        && recorded.fix().point() != null
        && recorded.incident().subtype() != Subtype.SEXUAL_VIOLENCE
        && known.isAfter(Calendar.instant(Calendar.DAYS - 8, 0))
        && known.isBefore(Calendar.instant(Calendar.DAYS - 4, 0));
  }

  static List<Step> steps(Incidents.Recorded recorded, Instant known, int number) {
    Feature told = recorded.feature();
    Feature twin = twin(recorded, number);
    FeatureRef kept = FeatureRef.of(told);
    FeatureRef merged = FeatureRef.of(twin);
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            known.plusSeconds(60L * (95 + 17 * number)),
            "second-duty-officer",
            "",
            Set.of(twin.id()),
            desk -> desk.insert(twin)));
    steps.add(
        new Step(
            known.plusSeconds(3600L * (20 + 7 * number)),
            "analyst",
            "Merged into " + told.id(),
            Set.of(twin.id(), told.id()),
            desk -> {
              long other =
                  desk.change(merged, now -> now.withProperty("status", "MERGED")).version();
              long keeper = desk.change(kept, now -> now).version();
              UUID link = desk.writing().link(LinkType.SAME_AS, merged, kept);
              desk.writing()
                  .note(
                      new Merge.Draft(
                          UUID.randomUUID(),
                          Merge.Kind.MERGE,
                          LAYER,
                          kept.id(),
                          List.of(
                              new Merge.Part(merged.id(), other),
                              new Merge.Part(kept.id(), keeper)),
                          List.of(link),
                          List.of()));
            }));
    return steps;
  }

  private static Feature twin(Incidents.Recorded recorded, int number) {
    Incident incident = recorded.incident();
    Subtype subtype = incident.subtype();
    String ref = recorded.ref() + "-2";
    return new Draft(LAYER, ref)
        .at(Plane.DEGREES.createPoint(Plane.toDegrees(incident.place().km())))
        .located(LocationClass.VILLAGE)
        .during(incident.start().plusSeconds(900L * number), null)
        .with("ref", ref)
        .with("title", recorded.text().title())
        .with("type", subtype.type())
        .with("subtype", subtype.name())
        .with("disorder_class", subtype.disorder())
        .with("severity", incident.severity())
        .with("status", "REPORTED")
        .with("summary", "EXERCISE. Told by telephone. " + recorded.text().summary())
        .with("place_name", incident.place().name())
        .with("source_reliability", "C")
        .with("info_credibility", "3")
        .feature();
  }
}
