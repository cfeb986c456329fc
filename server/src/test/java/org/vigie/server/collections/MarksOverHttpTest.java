package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarksOverHttpTest {

  private MissionServer server;

  @BeforeAll
  void start(DatabaseAddress address) {
    server = new MissionServer(address);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private static String incident(String properties) {
    return MissionServer.incident(3.5, 4.5, "2024-05-01T10:00:00Z", properties);
  }

  private static String alert(String properties) {
    return "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {\"received_at\":"
        + " \"2024-05-01T10:00:00Z\", \"valid_from\": \"2024-05-01T10:00:00Z\", \"threat_type\":"
        + " \"ABDUCTION\""
        + properties
        + "}}";
  }

  @Test
  void compartmentsComeBackAsTheyWereSentAndAreAbsentWhenThereAreNone() throws Exception {
    String marked = server.post("incident", incident("\"compartments\": [\"POC\", \"C-IED\"]"));
    String open = server.post("incident", incident(""));

    assertThat(server.json("/collections/incident/items/" + marked).at("/properties/compartments"))
        .hasToString("[\"C-IED\",\"POC\"]");
    assertThat(
            server
                .json("/collections/incident/items/" + open)
                .at("/properties/compartments")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void aCodeThatTheMissionDoesNotHaveIsRefusedWithTheAllowedOnes() throws Exception {
    var answer =
        server.send(
            "POST",
            "/collections/incident/items",
            incident("\"compartments\": [\"GOSSIP\"]"),
            Map.of());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("GOSSIP").contains("CASEVAC");
  }

  @Test
  void aNewFeatureGetsTheMarksOfItsLayerUnlessItSaysOthers() throws Exception {
    String usual = server.post("poc-alert", alert(""));
    String open = server.post("poc-alert", alert(", \"compartments\": []"));

    assertThat(server.json("/collections/poc-alert/items/" + usual).at("/properties/compartments"))
        .hasToString("[\"POC\"]");
    assertThat(
            server
                .json("/collections/poc-alert/items/" + open)
                .at("/properties/compartments")
                .isMissingNode())
        .isTrue();
  }

  @Test
  void anEditThatDoesNotSpeakOfMarksLeavesThem() throws Exception {
    String open =
        "/collections/poc-alert/items/" + server.post("poc-alert", alert(", \"compartments\": []"));

    var patched =
        server.send(
            "PATCH",
            open,
            "{\"properties\": {\"title\": \"edited\"}}",
            Map.of("If-Match", "\"1\"", "Content-Type", "application/merge-patch+json"));

    assertThat(patched.statusCode()).isEqualTo(204);
    assertThat(server.json(open).at("/properties/compartments").isMissingNode()).isTrue();
  }

  @Test
  void extentsAreMarkedAsTheHighestThatTheyAreAround() throws Exception {
    assertThat(mark("/collections/incident")).isEqualTo("UNCLASSIFIED");

    server.post("incident", incident("\"classification\": \"STRICTLY_CONFIDENTIAL\""));

    assertThat(mark("/collections/incident")).isEqualTo("STRICTLY_CONFIDENTIAL");
    assertThat(mark("/collections")).isEqualTo("STRICTLY_CONFIDENTIAL");
    assertThat(mark("/collections/road")).isEqualTo("UNCLASSIFIED");
  }

  private String mark(String path) throws Exception {
    return server
        .send("GET", path, null, Map.of("Accept", "application/json"))
        .headers()
        .firstValue("X-Classification")
        .orElse("");
  }

  @Test
  void compartmentsCanBeFilteredBy() throws Exception {
    server.post("incident", incident("\"compartments\": [\"CASEVAC\"]"));

    assertThat(
            server
                .json(
                    "/collections/incident/items?filter="
                        + MissionServer.encode("a_contains(compartments, ('CASEVAC'))"))
                .path("numberMatched")
                .asInt())
        .isEqualTo(1);
    assertThat(
            server
                .json("/collections/incident/queryables")
                .at("/properties/compartments/items/enum")
                .toString())
        .contains("CASEVAC");
  }

  @Test
  void theyAreInTheTableThatIsExported() throws Exception {
    server.post("incident", incident("\"compartments\": [\"MOVEMENT\", \"POC\"]"));

    assertThat(server.get("/collections/incident/export?f=csv").body())
        .contains(",compartments,")
        .contains("MOVEMENT; POC");
  }

  @Test
  void whatASourceSaidIsNotEditedOverHttpEither() throws Exception {
    String path =
        "/collections/report/items/"
            + server.post(
                "report",
                alert(", \"channel\": \"RADIO\", \"raw_text\": \"heard shots\"")
                    .replace(", \"threat_type\": \"ABDUCTION\"", ""));
    var patched =
        server.send(
            "PATCH",
            path,
            "{\"properties\": {\"raw_text\": \"heard nothing\"}}",
            Map.of("If-Match", "\"1\"", "Content-Type", "application/merge-patch+json"));
    var deleted = server.send("DELETE", path, null, Map.of("If-Match", "\"1\""));

    assertThat(patched.statusCode()).isEqualTo(409);
    assertThat(patched.body()).contains("corrects");
    assertThat(deleted.statusCode()).isEqualTo(409);
    assertThat(server.json(path).at("/properties/raw_text").asText()).isEqualTo("heard shots");
  }
}
