package org.vigie.server.breakdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.testing.TestIncidents.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.testing.TestMission;

/** Seven incidents, so few that every figure is counted by hand. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreakdownRoutesTest {

  private static final String QUARTER = "'layer':'incident','datetime':'2024-01-01/2024-03-31',";

  private TestMission mission;

  @BeforeAll
  void load(DatabaseAddress address) throws Exception {
    mission =
        new TestMission(address, (catalog, store) -> List.of(new BreakdownRoutes(catalog, store)));
    mission.load(
        List.of(
            incident("a", 20.1, 5.1, "2024-01-05", "BATTLES", 3L, 4L)
                .withProperty("flags", List.of("CRSV", "PEACEKEEPER")),
            incident("b", 20.2, 5.2, "2024-01-20", "BATTLES", 1L, 2L)
                .withProperty("flags", List.of("CRSV")),
            incident("c", 20.3, 5.3, "2024-02-10", "RIOTS", null, 1L),
            incident("d", 20.4, 5.4, "2024-03-31", "PROTESTS", 0L, 1L),
            incident("e", 25.0, 9.0, "2024-02-11", "RIOTS", 7L, 5L),
            incident("f", null, null, "2024-02-12", "CRIME", 2L, 3L),
            incident("g", 20.1, 5.1, "2023-12-15", "TENSION", 10L, 5L),
            incident("merged", 20.1, 5.1, "2024-01-05", "BATTLES", 3L, 4L)
                .withProperty("status", "MERGED")));
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void countsByTypeStandBesideThoseOfThePeriodBefore() throws Exception {
    JsonNode answer = ask("/api/breakdown", QUARTER + "'by':'type','limit':20");
    assertThat(answer.get("count").asInt()).isEqualTo(6);
    assertThat(answer.at("/previous/count").asInt()).as("g").isEqualTo(1);
    assertThat(answer.get("rows"))
        .extracting(r -> r.get("value").asText() + " " + r.get("count") + " " + r.get("previous"))
        .containsExactly("BATTLES 2 0", "RIOTS 2 0", "CRIME 1 0", "PROTESTS 1 0", "TENSION 0 1");
    assertThat(
            answer.at("/rows/0/change/high").isNull()
                || answer.at("/rows/0/change/high").isMissingNode())
        .as("nothing before: no upper end")
        .isTrue();
    assertThat(answer.at("/rows/4/change/p").asDouble()).isEqualTo(1);
    assertThat(answer.has("others")).isFalse();
    assertThat(answer.at("/dataAsOf/sequence").asLong()).isPositive();
  }

  @Test
  void whatIsBeyondTheLimitIsCountedTogether() throws Exception {
    JsonNode answer = ask("/api/breakdown", QUARTER + "'by':'type','limit':2");
    assertThat(answer.get("rows")).hasSize(2);
    assertThat(answer.at("/others/values").asInt()).isEqualTo(3);
    assertThat(answer.at("/others/count").asInt()).isEqualTo(2);
    assertThat(answer.at("/others/previous").asInt()).isEqualTo(1);
  }

  @Test
  void withoutAPeriodNothingIsCompared() throws Exception {
    JsonNode answer = ask("/api/breakdown", "'layer':'incident','by':'type','limit':20");
    assertThat(answer.get("count").asInt()).isEqualTo(7);
    assertThat(answer.has("previous") || answer.has("change")).isFalse();
  }

  @Test
  void aFeatureWithSeveralCodesCountsForEachAndOnceInTheTotal() throws Exception {
    JsonNode answer = ask("/api/breakdown", QUARTER + "'by':'flags','limit':20");
    assertThat(answer.get("count").asInt()).isEqualTo(6);
    assertThat(answer.get("rows"))
        .extracting(r -> r.get("value").asText() + " " + r.get("count"))
        .containsExactly(" 4", "CRSV 2", "PEACEKEEPER 1");
    for (String columns : List.of("type", "month", "flags")) {
      JsonNode matrix =
          ask("/api/matrix", QUARTER + "'rows':'flags','columns':'" + columns + "','limit':20");
      assertThat(matrix.get("count").asInt()).isEqualTo(6);
      assertThat(matrix.get("rows"))
          .extracting(r -> r.get("value").asText() + " " + r.get("count"))
          .containsExactly(" 4", "CRSV 2", "PEACEKEEPER 1");
    }
  }

  @Test
  void twoPropertiesAreCountedTogether() throws Exception {
    JsonNode matrix = ask("/api/matrix", QUARTER + "'rows':'type','columns':'month','limit':20");
    assertThat(matrix.get("columns"))
        .extracting(c -> c.get("value").asText() + " " + c.get("count"))
        .containsExactly("2024-02 3", "2024-01 2", "2024-03 1");
    assertThat(matrix.get("cells"))
        .extracting(
            c -> c.get("row").asText() + " " + c.get("column").asText() + " " + c.get("count"))
        .containsExactly(
            "BATTLES 2024-01 2", "CRIME 2024-02 1", "PROTESTS 2024-03 1", "RIOTS 2024-02 2");
    JsonNode days = ask("/api/matrix", QUARTER + "'rows':'weekday','columns':'hour','limit':1");
    assertThat(days.get("rows"))
        .as("2024-01-05 was a Friday")
        .extracting(r -> r.get("value").asText() + " " + r.get("count"))
        .containsExactly("6 2", "7 2", "1 1", "5 1");
    assertThat(days.get("columns"))
        .as("a time that is known to the day has no hour")
        .extracting(c -> c.get("value").asText() + " " + c.get("count"))
        .containsExactly(" 6");
    JsonNode few = ask("/api/matrix", QUARTER + "'rows':'type','columns':'type','limit':1");
    assertThat(few.get("cells")).hasSize(1);
    assertThat(few.at("/leftOut/rows").asInt()).isEqualTo(3);
    assertThat(few.get("count").asInt()).isEqualTo(6);
  }

  @Test
  void everyMistakeIsNamed() throws Exception {
    refused("/api/breakdown", "'layer':'incident'", "by", "by");
    refused("/api/breakdown", "'layer':'incident','by':'summary'", "by", "type");
    refused("/api/breakdown", "'layer':'incident','by':'type','limit':0", "limit", "1000");
    refused("/api/breakdown", "'layer':'incident','bye':'type'", "bye", "by");
    refused("/api/matrix", "'layer':'incident','rows':'type'", "columns", "columns");
    refused("/api/matrix", "'layer':'incident','rows':'year','columns':'type'", "rows", "weekday");
  }

  private JsonNode ask(String path, String members) throws Exception {
    return mission.post(path, "{" + members + "}");
  }

  private void refused(String path, String members, String field, String fix) throws Exception {
    HttpResponse<String> answer = mission.trying(path, "{" + members + "}");
    assertThat(answer.statusCode()).as(members + " → " + answer.body()).isEqualTo(400);
    JsonNode error = org.vigie.server.http.Json.MAPPER.readTree(answer.body()).at("/errors/0");
    assertThat(error.get("field").asText()).isEqualTo(field);
    assertThat(error.get("fix").asText()).contains(fix);
  }
}
