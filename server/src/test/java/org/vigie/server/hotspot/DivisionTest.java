package org.vigie.server.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;
import org.vigie.server.workflow.Officers;

@PostgisTest
class DivisionTest {

  private static final String WEST = box(20, 21);
  private static final String EAST = box(21, 22);
  private static final String BOTH = box(20, 22);

  private Officers officers;

  @BeforeEach
  void open(DatabaseAddress address) {
    officers = new Officers(address);
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aSplitIsOneChangeOfTwoHotspotsAndIsTakenBackAsAWhole() throws Exception {
    String id = hotspot("EXERCISE bend", "HS-1", BOTH, "");
    String event = officers.incident("cleo");
    officers.link("cleo", "caused_by", "hotspot/" + id, "incident/" + event);
    JsonNode split = done(split("cleo", id, 1, WEST, EAST, "EXERCISE bend east"));
    String made = split.at("/others/0").asText();
    JsonNode kept = item(id);
    JsonNode other = item(made);
    assertThat(kept.at("/properties/name").asText()).isEqualTo("EXERCISE bend");
    assertThat(kept.at("/properties/version").asLong()).isEqualTo(2);
    assertThat(east(kept)).isEqualTo(21);
    assertThat(other.at("/properties/name").asText()).isEqualTo("EXERCISE bend east");
    assertThat(other.at("/properties/previous_ref").asText()).isEqualTo("HS-1");
    assertThat(other.at("/properties/classification"))
        .isEqualTo(kept.at("/properties/classification"));
    assertThat(east(other)).isEqualTo(22);
    assertThat(links(id)).isEqualTo(1);

    HttpResponse<String> undone =
        officers.send("cleo", "POST", "/api/merges/" + split.get("id").asText() + "/undo", "");
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(east(item(id))).isEqualTo(22);
    assertThat(status("cleo", "GET", "/collections/hotspot/items/" + made)).isEqualTo(404);
  }

  @Test
  void joiningEndsTheOtherHotspotMovesNothingOutOfTheRecordAndIsTakenBack() throws Exception {
    String keep = hotspot("EXERCISE west", "HS-2", WEST, "");
    String other =
        hotspot("EXERCISE east", "HS-3", EAST, "'classification': 'STRICTLY_CONFIDENTIAL',");
    String event = officers.incident("cleo");
    officers.link("cleo", "caused_by", "hotspot/" + other, "incident/" + event);
    JsonNode joined = done(join("cleo", keep, 1, other, 1, BOTH));
    assertThat(east(item(keep))).isEqualTo(22);
    assertThat(item(keep).at("/properties/classification").asText())
        .isEqualTo("STRICTLY_CONFIDENTIAL");
    assertThat(links(keep)).as("the links of both").isEqualTo(1);
    assertThat(item(other).at("/properties/valid_to").asText()).as("it has ended").isNotBlank();

    HttpResponse<String> undone =
        officers.send("cleo", "POST", "/api/merges/" + joined.get("id").asText() + "/undo", "");
    assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
    assertThat(Json.MAPPER.readTree(undone.body()).get("marksStayRaised").asBoolean())
        .as("lowering a mark takes two")
        .isTrue();
    assertThat(east(item(keep))).isEqualTo(21);
    assertThat(links(keep)).isZero();
    assertThat(
            item(other).at("/properties/valid_to").isMissingNode()
                || item(other).at("/properties/valid_to").isNull())
        .isTrue();
  }

  @Test
  void nothingIsWrittenWhenSomebodyElseWasFasterOrThePiecesLieOverEachOther() throws Exception {
    String id = hotspot("EXERCISE one", "HS-4", BOTH, "");
    String other = hotspot("EXERCISE two", "HS-5", EAST, "");
    assertThat(split("cleo", id, 7, WEST, EAST, "EXERCISE late").statusCode()).isEqualTo(412);
    assertThat(join("cleo", id, 1, other, 7, BOTH).statusCode()).isEqualTo(412);
    HttpResponse<String> over = split("cleo", id, 1, BOTH, EAST, "EXERCISE over");
    assertThat(over.statusCode()).isEqualTo(400);
    assertThat(over.body()).contains("lies over what is kept");
    assertThat(split("cleo", id, 1, WEST, EAST, " ").body()).contains("Name the new area");
    assertThat(
            split("cleo", id, 1, WEST, "{'type': 'Point', 'coordinates': [1, 2]}", "x")
                .statusCode())
        .isEqualTo(400);
    assertThat(join("cleo", id, 1, id, 1, BOTH).body()).contains("is the same area");
    assertThat(item(id).at("/properties/version").asLong()).isEqualTo(1);
    assertThat(item(other).at("/properties/version").asLong()).isEqualTo(1);
    assertThat(split("cleo", id, 1, WEST, EAST, "EXERCISE right").statusCode()).isEqualTo(201);
  }

  @Test
  void whoMayNotWriteOrNotSeeLearnsAndChangesNothing() throws Exception {
    String secret =
        hotspot("EXERCISE secret", "HS-6", BOTH, "'classification': 'STRICTLY_CONFIDENTIAL',");
    String open = hotspot("EXERCISE open", "HS-7", BOTH, "");
    assertThat(split("ann", open, 1, WEST, EAST, "x").statusCode()).isEqualTo(403);
    assertThat(split("rita", open, 1, WEST, EAST, "x").statusCode()).isEqualTo(403);
    HttpResponse<String> hidden = split("dina", secret, 1, WEST, EAST, "x");
    HttpResponse<String> absent = split("dina", absent(), 1, WEST, EAST, "x");
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body().replace(secret, "ID"))
        .isEqualTo(absent.body().replace(absent(), "ID"));
    assertThat(join("dina", open, 1, secret, 1, BOTH).body().replace(secret, "ID"))
        .isEqualTo(join("dina", open, 1, absent(), 1, BOTH).body().replace(absent(), "ID"));
    assertThat(split("dina", open, 1, WEST, EAST, "x").statusCode())
        .as("what she sees and may write she splits")
        .isEqualTo(201);
    assertThat(split("cleo", secret, 1, WEST, EAST, "x").statusCode())
        .as("whoever sees it splits it")
        .isEqualTo(201);
  }

  @Test
  void whatHasAWorkflowIsNotDividedLikeAnArea() throws Exception {
    String incident = officers.incident("cleo");
    assertThat(
            status(
                "cleo",
                "POST",
                "/api/hotspots/incident/" + incident + "/split",
                "{'version': 1, 'keeps': %s, 'gives': %s, 'name': 'x'}".formatted(WEST, EAST)))
        .isEqualTo(409);
  }

  private static String box(int west, int east) {
    return "{'type': 'Polygon', 'coordinates': [[[%1$d, 4], [%2$d, 4], [%2$d, 6], [%1$d, 6], [%1$d, 4]]]}"
        .formatted(west, east);
  }

  private static String absent() {
    return "0b0f4c9e-7a47-4a51-9c28-0d2f7f9f3a11";
  }

  private String hotspot(String name, String ref, String area, String marks) throws Exception {
    HttpResponse<String> answer =
        officers.send(
            "cleo",
            "POST",
            "/collections/hotspot/items",
            ("{'type': 'Feature', 'geometry': %s, 'properties': {%s 'name': '%s', 'ref': '%s',"
                    + " 'level': 'WATCH', 'method': 'MANUAL', 'review_date': '2027-01-01',"
                    + " 'valid_from': '2026-03-01T06:00:00Z'}}")
                .formatted(area, marks, name, ref));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String location = answer.headers().firstValue("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private HttpResponse<String> split(
      String who, String id, long version, String keeps, String gives, String name)
      throws Exception {
    return officers.send(
        who,
        "POST",
        "/api/hotspots/hotspot/" + id + "/split",
        "{'version': %d, 'keeps': %s, 'gives': %s, 'name': '%s'}"
            .formatted(version, keeps, gives, name));
  }

  private HttpResponse<String> join(
      String who, String id, long version, String other, long otherVersion, String area)
      throws Exception {
    return officers.send(
        who,
        "POST",
        "/api/hotspots/hotspot/" + id + "/join",
        "{'version': %d, 'other': {'id': '%s', 'version': %d}, 'area': %s}"
            .formatted(version, other, otherVersion, area));
  }

  private static JsonNode done(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Json.MAPPER.readTree(answer.body());
  }

  private JsonNode item(String id) throws Exception {
    return officers.get("cleo", "/collections/hotspot/items/" + id);
  }

  private static double east(JsonNode item) {
    double east = -180;
    for (JsonNode corner : item.at("/geometry/coordinates/0")) {
      east = Math.max(east, corner.get(0).asDouble());
    }
    return east;
  }

  private int links(String id) throws Exception {
    return officers.get("cleo", "/api/links/hotspot/" + id).get("links").size();
  }

  private int status(String who, String method, String path) throws Exception {
    return status(who, method, path, "");
  }

  private int status(String who, String method, String path, String body) throws Exception {
    return officers.send(who, method, path, body).statusCode();
  }
}
