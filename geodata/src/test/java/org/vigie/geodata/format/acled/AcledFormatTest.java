package org.vigie.geodata.format.acled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.geodata.format.Reading.INCIDENT;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.format.Reading;
import org.vigie.geodata.format.TextSource;
import org.vigie.geodata.layer.FeatureCheck;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.geodata.model.TimeSpan;

/** All events here are made up, in a country that does not exist. */
class AcledFormatTest {

  private static final String SINCE_2023 =
      "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
          + "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,"
          + "region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
          + "source_scale,notes,fatalities,tags,timestamp";
  private static final String BEFORE_2023 =
      "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,time_precision,event_type,"
          + "sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,"
          + "region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
          + "source_scale,notes,fatalities,timestamp,iso3";
  private static final String WORDS =
      "MAR101,16 May 2025,2025,1,Political violence,Violence against civilians,Attack,"
          + "Front (Maralune),,Rebel group,Civilians (Maralune),Traders (Maralune),Civilians,"
          + "Rebel group-Civilians,Civilian targeting,998,Ocean,Maralune,North,Port,,Port-Clair,"
          + "-10.25,-21.5,2,Radio,National,\"On 16 May, made up, for a test.\",4,crowd size=no"
          + " report,1747700000";
  private static final String NUMBERS =
      "7,998,MAR102,102,2022-02-10,2022,3,Explosions/Remote violence,Shelling/artillery/missile"
          + " attack,Front (Maralune),,2,Forces"
          + " (Maralune),,1,12,Ocean,Maralune,North,Port,,Port-Clair,-10.25,-21.5,3,Radio,National,Made"
          + " up.,0,1644900000,MAR";

  @Test
  void anExportOfTodayWithWordsForCodes() throws Exception {
    Reading reading = Reading.of(TextSource.of("a.csv", "\ufeff" + SINCE_2023 + "\n" + WORDS));
    Feature incident = reading.only();

    assertThat(reading.recognition().format()).isEqualTo("acled");
    assertThat(reading.recognition().label()).contains("since 2023");
    assertThat(reading.recognition().details()).containsEntry("encoding", "UTF-8 with BOM");
    assertThat(incident.provenance().sourceSystem()).isEqualTo("acled");
    assertThat(incident.provenance().sourceId()).isEqualTo("MAR101");
    assertThat(incident.provenance().original())
        .hasSize(31)
        .containsEntry("inter1", "Rebel group")
        .containsEntry("interaction", "Rebel group-Civilians");
    assertThat(incident.validTime()).isEqualTo(span("2025-05-16", "2025-05-17"));
    assertThat(incident.timePrecision()).isEqualTo(TimePrecision.EXACT_DAY);
    assertThat(incident.locationClass()).isEqualTo(LocationClass.NEAR_PLACE);
    assertThat(incident.radiusMetres()).isEqualTo(15_000);
    assertThat(incident.properties())
        .containsEntry("type", "VIOLENCE_AGAINST_CIVILIANS")
        .containsEntry("subtype", "ATTACK")
        .containsEntry("disorder_class", "POLITICAL_VIOLENCE")
        .containsEntry("civilian_targeting", true)
        .containsEntry("killed_best", 4L)
        .containsEntry("actor1", "Front (Maralune)")
        .containsEntry("actor2", "Civilians (Maralune) (with Traders (Maralune))")
        .doesNotContainKeys("perpetrator", "target", "killed_low", "killed_high");
    assertMayBeStored(incident);
  }

  @Test
  void anExportOfBefore2023WithNumbersForCodes() throws Exception {
    Reading reading = Reading.of(TextSource.of("a.csv", BEFORE_2023 + "\n" + NUMBERS));
    Feature incident = reading.only();

    assertThat(reading.recognition().label()).contains("before 2023");
    assertThat(incident.provenance().original())
        .hasSize(31)
        .containsEntry("inter1", "2")
        .containsEntry("iso3", "MAR");
    assertThat(incident.validTime()).isEqualTo(span("2022-02-01", "2022-03-01"));
    assertThat(incident.timePrecision()).isEqualTo(TimePrecision.MONTH);
    assertThat(incident.locationClass()).isEqualTo(LocationClass.ADM1);
    assertThat(incident.properties())
        .containsEntry("type", "EXPLOSIONS_REMOTE_VIOLENCE")
        .containsEntry("subtype", "SHELLING_ARTILLERY_MISSILE")
        .containsEntry("killed_best", 0L)
        .doesNotContainKeys("civilian_targeting", "disorder_class");
    assertMayBeStored(incident);
  }

  @Test
  void aWeekSpansTheSevenDaysAroundItsDate() throws Exception {
    String week = WORDS.replace("16 May 2025,2025,1,", "2025-05-14,2025,2,");

    Feature incident = Reading.of(TextSource.of("a.csv", SINCE_2023 + "\n" + week)).only();

    assertThat(incident.validTime()).isEqualTo(span("2025-05-11", "2025-05-18"));
    assertThat(incident.timePrecision()).isEqualTo(TimePrecision.WEEK);
  }

  @Test
  void everySubEventOfTheCodebookIsKnown() throws Exception {
    String[] subEvents = {
      "Government regains territory",
      "Non-state actor overtakes territory",
      "Armed clash",
      "Chemical weapon",
      "Air/drone strike",
      "Suicide bomb",
      "Shelling/artillery/missile attack",
      "Remote explosive/landmine/IED",
      "Grenade",
      "Sexual violence",
      "Attack",
      "Abduction/forced disappearance",
      "Peaceful protest",
      "Protest with intervention",
      "Excessive force against protesters",
      "Violent demonstration",
      "Mob violence",
      "Agreement",
      "Arrests",
      "Change to group/activity",
      "Disrupted weapons use",
      "Headquarters or base established",
      "Looting/property destruction",
      "Non-violent transfer of territory",
      "Other",
    };
    for (String subEvent : subEvents) {
      String row = WORDS.replace(",Attack,", "," + subEvent + ",");
      Feature incident = Reading.of(TextSource.of("a.csv", SINCE_2023 + "\n" + row)).only();

      String code = String.valueOf(incident.properties().get("subtype"));
      assertThat(INCIDENT.findProperty("subtype").orElseThrow().findChoice(code))
          .as(subEvent)
          .isPresent();
    }
  }

  @Test
  void aFileWithoutACornerstoneColumnIsNotTakenForAcled() throws Exception {
    String text = "event_id_cnty,date,type\nX,2025-01-01,Riots\n";

    assertThat(Reading.of(TextSource.of("a.csv", text)).recognition().format()).isEqualTo("csv");
  }

  private static void assertMayBeStored(Feature feature) {
    assertThat(new FeatureCheck(INCIDENT, Clock.systemUTC()).faults(feature)).isEmpty();
  }

  private static TimeSpan span(String start, String end) {
    return TimeSpan.of(Instant.parse(start + "T00:00:00Z"), Instant.parse(end + "T00:00:00Z"));
  }
}
