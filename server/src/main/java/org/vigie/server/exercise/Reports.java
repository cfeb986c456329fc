package org.vigie.server.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;

/** What single sources said about some of the incidents, as they said it. */
final class Reports {

  private static final int INCIDENTS = 190;

  private static final List<String> SOURCES =
      List.of(
          "CLA",
          "COMMUNITY_ALERT_NETWORK",
          "UNMO",
          "FORCE",
          "UNPOL_IPO",
          "NGO_INSO",
          "LOCAL_AUTHORITY",
          "WOMENS_NETWORK");

  /** Sources that are persons and not offices. */
  private static final List<String> PEOPLE =
      List.of("CLA", "COMMUNITY_ALERT_NETWORK", "LOCAL_AUTHORITY", "WOMENS_NETWORK");

  private final Dice dice;
  private final Marks marks;
  private final List<Feature> list = new ArrayList<>();

  Reports(long seed, Incidents incidents) {
    this.dice = new Dice(seed, "reports");
    this.marks = new Marks(seed, "report");
    List<Incidents.Recorded> recorded = incidents.list();
    int step = recorded.size() / INCIDENTS;
    for (int i = step / 2; i < recorded.size(); i += step) {
      Incidents.Recorded about = recorded.get(i);
      if (about.incident().subtype() == Subtype.SEXUAL_VIOLENCE) {
        continue;
      }
      int sources = 1 + dice.weighted(55, 35, 10);
      for (int source = 0; source < sources; source++) {
        list.add(feature(about, list.size() + 1));
      }
    }
  }

  private Feature feature(Incidents.Recorded about, int number) {
    Incident incident = about.incident();
    String ref = String.format("REP-%d-%04d", Calendar.date(incident.day()).getYear(), number);
    Instant received = notAfterTheEnd(incident.start().plusSeconds(60L * dice.whole(6, 900)));
    String sourceType = dice.pick(SOURCES);
    Classification classification =
        List.of(
                Classification.UNCLASSIFIED,
                Classification.CONFIDENTIAL,
                Classification.STRICTLY_CONFIDENTIAL)
            .get(dice.weighted(20, 68, 12));
    return new Draft("report", ref)
        .at(
            Plane.DEGREES.createPoint(
                Plane.toDegrees(Whereabouts.shifted(incident.km(), dice.exponential(0.8), dice))))
        .located(dice.pick(LocationClass.SITE, LocationClass.VILLAGE, LocationClass.NEAR_PLACE))
        .during(incident.start(), incident.start().plusSeconds(3600))
        .known(TimePrecision.EXACT_DAY)
        .classified(classification)
        .keptTo(
            classification == Classification.STRICTLY_CONFIDENTIAL
                ? marks.compartments(incident, classification)
                : Marks.NONE)
        .with("ref", ref)
        .with("headline", about.text().title())
        .with("received_at", received)
        .with("channel", dice.pick("PHONE", "SMS", "RADIO", "WEB", "EMAIL"))
        .with("reporter_unit", dice.pick("JOC", "Sector JOC", "Team site", "Regional office"))
        .with("source_ref", "S-" + dice.whole(100, 999))
        .with(
            "source_identity",
            PEOPLE.contains(sourceType) && marks.chance(0.7)
                ? marks.sourceIdentity(incident.place())
                : null)
        .with("source_type", sourceType)
        .with("raw_text", raw(about))
        .with("language", "en")
        .with("source_reliability", dice.pick("A", "B", "B", "C", "C", "D", "E", "F"))
        .with("info_credibility", dice.pick("1", "2", "2", "3", "3", "4", "5", "6"))
        .with("place_name", incident.place().name())
        .with("linked_incident", about.ref())
        .feature();
  }

  private static Instant notAfterTheEnd(Instant received) {
    Instant last = Calendar.end().minusSeconds(1800);
    return received.isAfter(last) ? last : received;
  }

  private String raw(Incidents.Recorded about) {
    return "EXERCISE EXERCISE EXERCISE. "
        + dice.pick(
            "Caller says: ",
            "Message from the field: ",
            "Received by radio: ",
            "Visit to the place: ")
        + about.text().summary().replace("EXERCISE. ", "")
        + dice.pick(
            " Caller was calm.",
            " Line was bad.",
            " More to follow.",
            " Request for a patrol.",
            "");
  }

  Stream<Feature> features() {
    return list.stream();
  }
}
