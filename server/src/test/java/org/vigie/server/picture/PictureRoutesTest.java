package org.vigie.server.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.server.testing.TestIncidents.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.testing.TestMission;

/** Seven incidents, so few that every figure is counted by hand. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureRoutesTest {

  private TestMission mission;

  @BeforeAll
  void load(DatabaseAddress address) throws BadInputException, StaleVersionException {
    mission =
        new TestMission(
            address,
            (catalog, store) ->
                List.of(
                    new PictureRoutes(
                        new MissionIdentity("EXERCISE TEST", true, "9.9"), catalog, store)));
    mission.load(
        List.of(
            incident("a", 20.1, 5.1, "2024-01-05", "BATTLES", 3L, 4L),
            incident("b", 20.2, 5.2, "2024-01-20", "BATTLES", 1L, 2L),
            incident("c", 20.3, 5.3, "2024-02-10", "RIOTS", null, 1L),
            incident("d", 20.4, 5.4, "2024-03-31", "PROTESTS", 0L, 1L),
            incident("e", 25.0, 9.0, "2024-02-11", "RIOTS", 7L, 5L),
            incident("f", null, null, "2024-02-12", "CRIME", 2L, 3L),
            incident("g", 20.1, 5.1, "2023-12-15", "BATTLES", 10L, 5L),
            incident("merged", 20.1, 5.1, "2024-01-05", "BATTLES", 3L, 4L)
                .withProperty("status", "MERGED")));
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void theMissionOpensWhereAndWhenItsDataAre() throws Exception {
    JsonNode answer = mission.get("/api/mission");
    assertThat(answer.get("name").asText()).isEqualTo("EXERCISE TEST");
    assertThat(answer.get("exercise").asBoolean()).isTrue();
    assertThat(numbers(answer.get("extent"))).containsExactly(20.1, 5.1, 25.0, 9.0);
    assertThat(answer.get("time").get("start").asText()).isEqualTo("2023-12-15T00:00:00Z");
    Instant end = Instant.parse(answer.get("defaultPeriod").get("end").asText());
    assertThat(Instant.parse(answer.get("defaultPeriod").get("start").asText()))
        .isEqualTo(end.minusSeconds(90 * 86_400L));
    assertThat(end).isEqualTo(Instant.parse("2024-04-01T00:00:00Z"));
    assertThat(answer.get("dataAsOf").get("sequence").asLong()).isPositive();
  }

  /** None of the figures of the other tests counts it either. */
  @Test
  void whatWasMergedIntoAnotherIsInPicturesAndFiguresOnlyWhenItIsAskedFor() throws Exception {
    JsonNode unasked = mission.post("/api/counts", "{'layers':[{'name':'incident'}]}");
    assertThat(unasked.at("/layers/incident/count").asInt()).isEqualTo(7);
    JsonNode asked =
        mission.post(
            "/api/counts",
            "{'layers':[{'name':'incident','filter':'status = \\u0027MERGED\\u0027'}]}");
    assertThat(asked.at("/layers/incident/count").asInt()).isEqualTo(1);
    JsonNode others =
        mission.post(
            "/api/counts",
            "{'layers':[{'name':'incident','filter':'status <> \\u0027CLOSED\\u0027'}]}");
    assertThat(others.at("/layers/incident/count").asInt())
        .as("a filter of other states does not ask for it")
        .isEqualTo(7);
  }

  @Test
  void theLayersComeWithSymbolsAndChoices() throws Exception {
    JsonNode incident = mission.get("/api/layers").get("layers").get(0);
    assertThat(incident.get("name").asText()).isEqualTo("incident");
    assertThat(incident.get("geometry").asText()).isEqualTo("point");
    assertThat(incident.get("writable").asBoolean()).as("an operator may write").isTrue();
    assertThat(incident.get("time").asText()).isEqualTo("event");
    assertThat(incident.get("groupedBy").asText()).isEqualTo("type");
    assertThat(incident.at("/symbol/marks/BATTLES/shape").asText()).isEqualTo("cross");
    assertThat(incident.at("/symbol/other/colour").asText()).startsWith("#");
    assertThat(incident.get("properties"))
        .anySatisfy(
            p -> {
              assertThat(p.get("name").asText()).isEqualTo("type");
              assertThat(p.at("/choices/0/label").asText()).isEqualTo("Battles");
              assertThat(p.at("/choices/0/labels").isMissingNode()).isTrue();
            });
  }

  @Test
  void statisticsOfAnAreaAreWhatIsCountedByHand() throws Exception {
    JsonNode s =
        mission.post(
            "/api/statistics",
            "{'layer':'incident','area':{'type':'Polygon','coordinates':[[[20,5],[21,5],[21,6],"
                + "[20,6],[20,5]]]},'datetime':'2024-01-01/2024-03-31','step':'month','list':2}");
    assertThat(s.get("count").asInt()).isEqualTo(4);
    assertThat(s.get("unmapped").asInt()).as("f has no place").isEqualTo(1);
    assertThat(s.at("/groups/0/value").asText()).isEqualTo("BATTLES");
    assertThat(s.at("/groups/0/label").asText()).isEqualTo("Battles");
    assertThat(s.at("/groups/0/count").asInt()).isEqualTo(2);
    assertThat(s.at("/groups/0/sums/killed_best").asDouble()).isEqualTo(4);
    assertThat(s.get("groups")).hasSize(3);
    assertThat(s.at("/sums/killed_best").asDouble()).isEqualTo(4);
    assertThat(s.get("periods"))
        .extracting(p -> p.get("start").asText())
        .containsExactly("2024-01-01", "2024-02-01", "2024-03-01");
    assertThat(s.get("periods")).extracting(p -> p.get("count").asInt()).containsExactly(2, 1, 1);
    assertThat(s.at("/periods/0/byGroup/BATTLES").asInt()).isEqualTo(2);
    assertThat(s.at("/previous/count").asInt()).as("g, in the 91 days before").isEqualTo(1);
    assertThat(s.at("/previous/sums/killed_best").asDouble()).isEqualTo(10);
    assertThat(s.at("/previous/datetime/start").asText()).isEqualTo("2023-10-02T00:00:00Z");
    assertThat(s.at("/previous/datetime/end").asText()).isEqualTo("2024-01-01T00:00:00Z");
    assertThat(s.get("items")).extracting(i -> i.get("title").asText()).containsExactly("d", "c");
    assertThat(s.at("/items/0/lon").asDouble()).isEqualTo(20.4);
    assertThat(s.at("/items/0/group").asText()).isEqualTo("PROTESTS");
    assertThat(s.at("/items/0/severity").asInt()).isEqualTo(1);
    assertThat(s.get("areaKm2").asDouble()).isCloseTo(12_254, within(5.0));
  }

  @Test
  void anOpenPeriodHasNoPreviousOneAndAFilterNarrows() throws Exception {
    JsonNode s =
        mission.post(
            "/api/statistics",
            "{'layer':'incident','datetime':'2024-01-01/..','filter':'killed_best >= 1',"
                + "'groupBy':'severity','step':'year'}");
    assertThat(s.get("count").asInt()).isEqualTo(4);
    assertThat(s.get("unmapped").asInt()).isEqualTo(1);
    assertThat(s.has("previous")).isFalse();
    assertThat(s.has("items")).isFalse();
    assertThat(s.has("areaKm2")).isFalse();
    assertThat(s.get("groups"))
        .extracting(g -> g.get("value").asText())
        .containsExactly("2", "3", "4", "5");
    JsonNode json =
        mission.post(
            "/api/statistics",
            "{'layer':'incident','filter':{'op':'=','args':[{'property':'type'},'RIOTS']}}");
    assertThat(json.get("count").asInt()).isEqualTo(2);
  }

  @Test
  void countsComeByLayerWithWhatHasNoPlace() throws Exception {
    JsonNode answer =
        mission.post(
            "/api/counts",
            "{'bbox':[20,5,21,6],'datetime':'2024-01-01/2024-12-31','groups':true,"
                + "'layers':[{'name':'patrol'},"
                + "{'name':'incident','filter':'type = \\u0027RIOTS\\u0027'}]}");
    assertThat(answer.at("/layers/patrol/count").asInt()).isZero();
    assertThat(answer.at("/layers/incident/count").asInt()).isEqualTo(1);
    JsonNode all =
        mission.post(
            "/api/counts",
            "{'bbox':[20,5,21,6],'datetime':'2024-01-01/2024-12-31','groups':true,"
                + "'layers':[{'name':'incident'}]}");
    assertThat(all.at("/layers/incident/count").asInt()).isEqualTo(4);
    assertThat(all.at("/layers/incident/unmapped").asInt()).isEqualTo(1);
    assertThat(all.at("/layers/incident/groups/BATTLES").asInt()).isEqualTo(2);
    JsonNode anywhere = mission.post("/api/counts", "{'layers':[{'name':'incident'}]}");
    assertThat(anywhere.at("/layers/incident/count").asInt()).isEqualTo(7);
    assertThat(anywhere.at("/layers/incident/unmapped").asInt()).isEqualTo(1);
    assertThat(anywhere.at("/layers/incident").has("groups")).isFalse();
  }

  @Test
  void thePictureHoldsEveryPointAsColumns() throws Exception {
    JsonNode p =
        mission.get("/api/picture/incident?bbox=20,5,21,6&datetime=2024-01-01/..&titles=true");
    assertThat(p.get("mode").asText()).isEqualTo("features");
    assertThat(p.get("count").asInt()).isEqualTo(4);
    for (String column :
        List.of("ids", "lon", "lat", "start", "end", "group", "severity", "radius", "title")) {
      assertThat(p.get(column)).as(column).hasSize(4);
    }
    int first = index(p.get("title"), "a");
    assertThat(p.get("lon").get(first).asDouble()).isEqualTo(20.1);
    assertThat(p.get("start").get(first).asLong())
        .isEqualTo(Instant.parse("2024-01-05T00:00:00Z").getEpochSecond());
    assertThat(p.get("groups").get(p.get("group").get(first).asInt()).asText())
        .isEqualTo("BATTLES");
    assertThat(p.get("severity").get(first).asInt()).isEqualTo(4);
    assertThat(p.get("radius").get(first).asInt()).isEqualTo(3000);
  }

  @Test
  void theHistogramShowsEmptyMonths() throws Exception {
    JsonNode h =
        mission.get("/api/histogram?layer=incident&start=2023-11-01&end=2024-05-01&step=month");
    assertThat(h.get("step").asText()).isEqualTo("month");
    assertThat(h.get("periods"))
        .extracting(p -> p.get("count").asInt())
        .containsExactly(0, 1, 2, 3, 1, 0);
    JsonNode weeks =
        mission.get(
            "/api/histogram?layer=incident&step=week&filter="
                + TestMission.encode("type = 'BATTLES'"));
    assertThat(weeks.get("periods").get(0).get("start").asText()).isEqualTo("2023-12-11");
    assertThat(weeks.get("periods")).hasSize(6);
  }

  @Test
  void whatIsKnownToTheDayIsInNoHour() throws Exception {
    JsonNode hours =
        mission.get(
            "/api/histogram?layer=incident&start=2024-03-30T22:00:00Z&end=2024-03-31T21:00:00Z"
                + "&step=hour&zone=Europe/Athens");
    assertThat(hours.get("periods")).as("clocks are put on that night").hasSize(23);
    assertThat(hours.get("periods"))
        .allSatisfy(
            hour -> {
              assertThat(hour.get("count").asInt()).isZero();
              assertThat(hour.get("whole").asBoolean()).isTrue();
            });
    assertThat(hours.get("periods").get(0).get("end").asText()).isEqualTo("2024-03-30T23:00:00Z");
    assertThat(hours.get("count").asInt()).isEqualTo(1);
    assertThat(hours.at("/withoutHour/count").asInt()).isEqualTo(1);
    assertThat(hours.at("/withoutHour/byGroup/PROTESTS").asInt()).isEqualTo(1);
    assertThat(hours.at("/earlier/count").asInt()).isZero();
    JsonNode figures =
        mission.post(
            "/api/statistics",
            "{'layer':'incident','datetime':'2024-03-31/2024-03-31','step':'6-hours',"
                + "'zone':'+05:30'}");
    assertThat(figures.get("periods"))
        .extracting(hour -> hour.get("whole").asBoolean())
        .as("from half past five to half past five")
        .containsExactly(false, true, true, true, false);
    assertThat(figures.at("/withoutHour/count").asInt()).isEqualTo(1);
    assertThat(figures.at("/previous/periods")).hasSize(5);
    refused(
        "/api/statistics",
        "{'layer':'incident','step':'hour','datetime':'2024-03-31/..'}",
        "step",
        "Give both");
    refused(
        "/api/statistics",
        "{'layer':'incident','step':'hour','datetime':'2024-03-31','zone':'CET'}",
        "zone",
        "Asia/Beirut");
  }

  @Test
  void anUnchangedAnswerIsNotSentTwiceAndAWriteChangesIt() throws Exception {
    for (String path :
        List.of("/api/mission", "/api/picture/base", "/api/histogram?layer=base", "/api/layers")) {
      HttpResponse<String> first = mission.send(mission.request(path).build());
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again =
          mission.send(mission.request(path).header("If-None-Match", tag).build());
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      writeAndTakeBack();
      int afterwards =
          mission.send(mission.request(path).header("If-None-Match", tag).build()).statusCode();
      assertThat(afterwards).as(path).isEqualTo(path.equals("/api/layers") ? 304 : 200);
    }
  }

  @Test
  void thePastIsAnsweredAsItWasKnown() throws Exception {
    Instant before = mission.store().position().committedAt();
    Feature added =
        mission
            .store()
            .write(w -> w.insert(incident("late", 20.5, 5.5, "2024-01-06", "CRIME", 1L, 1L)));
    try {
      String asked = "'layers':[{'name':'incident'}]";
      assertThat(
              mission.post("/api/counts", "{" + asked + "}").at("/layers/incident/count").asInt())
          .isEqualTo(8);
      assertThat(
              mission
                  .post("/api/counts", "{" + asked + ",'as-known-at':'" + before + "'}")
                  .at("/layers/incident/count")
                  .asInt())
          .isEqualTo(7);
      assertThat(mission.get("/api/picture/incident?as-known-at=" + before).get("count").asInt())
          .isEqualTo(6);
    } finally {
      mission
          .store()
          .write(
              w -> {
                w.delete("incident", added.id(), added.version());
                return added;
              });
    }
  }

  @Test
  void everyMistakeIsNamed() throws Exception {
    refused("/api/statistics", "{'layer':'incidents'}", "layer", "incident, ");
    refused("/api/statistics", "{'layer':'incident','stpe':'day'}", "stpe", "step");
    refused("/api/statistics", "{'layer':'incident','step':'fortnight'}", "step", "week");
    refused("/api/statistics", "{'layer':'incident','groupBy':'summary'}", "groupBy", "type");
    refused("/api/statistics", "{'layer':'incident','list':5000}", "list", "1000");
    refused(
        "/api/statistics", "{'layer':'incident','datetime':'yesterday'}", "datetime", "RFC 3339");
    refused("/api/statistics", "{'layer':'incident','filter':'type ='}", "filter", "");
    refused("/api/statistics", "{'layer':'incident','bbox':[1,2,3]}", "bbox", "west");
    refused(
        "/api/statistics",
        "{'layer':'incident','area':{'type':'Point','coordinates':[1,2]}}",
        "area",
        "Polygon");
    refused(
        "/api/statistics",
        "{'layer':'incident','area':{'type':'Polygon','coordinates':[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}}",
        "area",
        "crossing");
    refused(
        "/api/statistics",
        "{'layer':'incident','area':{'type':'Polygon','coordinates':[[[0,0],[200,2],[2,0],[0,0]]]}}",
        "area",
        "longitudes");
    refused(
        "/api/statistics", "{'layer':'incident','area':" + manyCorners() + "}", "area", "Simplify");
    refused("/api/counts", "{'layers':[{'name':'x'}]}", "layers[0].name", "incident");
    refused(
        "/api/counts", "{'layers':[{'name':'base'},{'name':'base'}]}", "layers[1].name", "once");
    refused("/api/counts", "{'layers':5}", "layers", "");
    refused("/api/counts", "[]", null, "");
    assertThat(mission.send(mission.request("/api/picture/nothing").build()).statusCode())
        .isEqualTo(404);
    for (String path :
        List.of(
            "/api/picture/incident?zoom=99",
            "/api/picture/incident?bbox=1,2",
            "/api/picture/incident?colour=red",
            "/api/histogram",
            "/api/histogram?layer=incident&step=hour",
            "/api/histogram?layer=incident&step=hour&start=2024-01-01",
            "/api/histogram?layer=incident&step=hour&start=2020-01-01&end=2024-01-01",
            "/api/histogram?layer=incident&step=2-hours&start=2024-01-01&end=2024-01-02",
            "/api/histogram?layer=incident&step=hour&start=2024-01-01&end=2024-01-02&zone=Mars",
            "/api/histogram?layer=incident&start=2024-02-01&end=2024-01-01",
            "/api/histogram?layer=incident&start=1900-01-01&end=2024-01-01&step=day")) {
      HttpResponse<String> answer = mission.send(mission.request(path).build());
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(400);
    }
  }

  private void refused(String path, String body, @Nullable String field, String fix)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = mission.trying(path, body);
    assertThat(answer.statusCode()).as(body + " → " + answer.body()).isEqualTo(400);
    JsonNode error = org.vigie.server.http.Json.MAPPER.readTree(answer.body()).at("/errors/0");
    if (field != null) {
      assertThat(error.get("field").asText()).isEqualTo(field);
    }
    assertThat(error.get("fix").asText()).contains(fix);
  }

  private void writeAndTakeBack() throws BadInputException, StaleVersionException {
    mission
        .store()
        .write(
            w -> {
              Feature stored = w.insert(incident("x", 20.1, 5.1, "2024-01-05", "CRIME", 1L, 1L));
              w.delete("incident", stored.id(), stored.version());
              return stored;
            });
  }

  private static String manyCorners() {
    List<String> corners = new ArrayList<>();
    for (int i = 0; i <= 10_000; i++) {
      double angle = 2 * Math.PI * (i % 10_000) / 10_000;
      corners.add("[" + (20 + Math.cos(angle)) + "," + (5 + Math.sin(angle)) + "]");
    }
    return "{'type':'Polygon','coordinates':[[" + String.join(",", corners) + "]]}";
  }

  private static int index(JsonNode array, String text) {
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).asText().equals(text)) {
        return i;
      }
    }
    throw new AssertionError("no " + text + " in " + array);
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> numbers = new ArrayList<>();
    array.forEach(n -> numbers.add(n.asDouble()));
    return numbers;
  }
}
