package org.vigie.server.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.format.ByteSource;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.LoadedStates;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.transfer.ImportMode;
import org.vigie.geodata.transfer.ImportPlan;
import org.vigie.geodata.transfer.ImportProgress;
import org.vigie.geodata.transfer.Importer;
import org.vigie.geodata.transfer.RowListener;

/** No file is a way around the steps of the workflow and the second person they may need. */
@PostgisTest
class ImportedStatesTest {

  private static final String HEADER = "ref,title,type,status,date,latitude,longitude\n";

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
  void whatAFileCallsVerifiedOrMergedIsReportedAndTheFileSaidSoIsKept() throws Exception {
    JsonNode done =
        officers.importTable(
            "ann",
            "states.csv",
            HEADER
                + row("S-1", "EXERCISE one", "BATTLES", "VERIFIED")
                + row("S-2", "EXERCISE two", "RIOTS", "MERGED")
                + row("S-3", "EXERCISE three", "RIOTS", "REPORTED"));
    assertThat(done.at("/counts/inserted").asInt()).isEqualTo(3);
    assertThat(done.at("/counts/statesLeft").asInt()).isEqualTo(2);
    for (String ref : List.of("S-1", "S-2", "S-3")) {
      assertThat(property(ref, "status")).as(ref).isEqualTo("REPORTED");
    }
    Feature stored =
        officers.everything.find("incident", FeatureId.find(id("S-1")).orElseThrow()).orElseThrow();
    assertThat(stored.provenance().original()).containsEntry("status", "VERIFIED");
    assertThat(inbox("ann")).contains(id("S-1"), id("S-2"), id("S-3"));
  }

  @Test
  void aCorrectedFileLeavesAnIncidentWhereItStands() throws Exception {
    officers.importTable(
        "ann", "a.csv", HEADER + row("S-4", "EXERCISE first", "BATTLES", "REPORTED"));
    officers.step("ben", id("S-4"), "TRIAGED", "");
    String corrected = HEADER + row("S-4", "EXERCISE corrected", "BATTLES", "REFUTED");
    JsonNode done = officers.importTable("ann", "b.csv", corrected);
    assertThat(done.at("/counts/updated").asInt()).isEqualTo(1);
    assertThat(property("S-4", "title")).isEqualTo("EXERCISE corrected");
    assertThat(property("S-4", "status")).isEqualTo("TRIAGED");
    officers.step("ben", id("S-4"), "CORROBORATING", "");
    JsonNode again = officers.importTable("ann", "b.csv", corrected);
    assertThat(again.at("/counts/unchanged").asInt())
        .as("a step since is nothing that the file takes back")
        .isEqualTo(1);
    HttpResponse<String> own = officers.step("ann", id("S-4"), "VERIFIED", "");
    assertThat(own.statusCode()).as("whoever imports it, wrote it").isEqualTo(403);
    assertThat(officers.step("ben", id("S-4"), "VERIFIED", "").statusCode()).isEqualTo(200);
  }

  @Test
  void whatOnePersonMayVerifyDoesNotBecomeAnotherTypeAndStayVerified() throws Exception {
    officers.importTable(
        "ann", "a.csv", HEADER + row("S-5", "EXERCISE flood", "HAZARD", "REPORTED"));
    for (String state : List.of("TRIAGED", "CORROBORATING", "VERIFIED")) {
      assertThat(officers.step("ann", id("S-5"), state, "").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> edit =
        officers.send(
            "ann",
            "PATCH",
            "/collections/incident/items/" + id("S-5"),
            "{'properties': {'type': 'BATTLES'}}",
            "If-Match",
            "\"" + item("S-5").at("/properties/version").asLong() + "\"",
            "Content-Type",
            "application/merge-patch+json");
    assertThat(edit.statusCode()).isEqualTo(400);
    assertThat(edit.body()).contains("cannot become BATTLES while it is VERIFIED");
    officers.importTable(
        "ann", "b.csv", HEADER + row("S-5", "EXERCISE massacre", "BATTLES", "VERIFIED"));
    assertThat(property("S-5", "type")).isEqualTo("BATTLES");
    assertThat(property("S-5", "status")).isEqualTo("REPORTED");
  }

  /** Also shows that the tests above could see a state that came by a file. */
  @Test
  void whoAnswersForTheWholeStoreTakesStatesOverFromASourceTheMissionTrusts(@TempDir Path folder)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("moved.csv"),
            HEADER + row("S-6", "EXERCISE moved in", "BATTLES", "VERIFIED"));
    new Importer(officers.everything)
        .commit(
            new ImportPlan(
                ByteSource.of(file),
                Officers.CATALOG.get("incident"),
                Mapping.NONE,
                LoadedStates.OF_SOURCE),
            ImportMode.ALL_OR_NOTHING,
            new ImportProgress(Clock.systemUTC()),
            RowListener.NONE);
    assertThat(property("S-6", "status")).isEqualTo("VERIFIED");
  }

  private static String row(String ref, String title, String type, String status) {
    return String.join(",", ref, title, type, status, "2026-03-01", "-34.5", "9.5") + "\n";
  }

  private JsonNode item(String ref) throws Exception {
    JsonNode found =
        officers.get("ann", "/collections/incident/items?filter=ref=%27" + ref + "%27");
    assertThat(found.path("features")).as(ref).hasSize(1);
    return found.path("features").get(0);
  }

  private String id(String ref) throws Exception {
    return item(ref).path("id").asText();
  }

  private String property(String ref, String name) throws Exception {
    return item(ref).path("properties").path(name).asText();
  }

  private List<String> inbox(String who) throws Exception {
    return officers
        .get(who, "/api/inbox?limit=200&queue=REPORTED")
        .path("items")
        .findValuesAsText("id");
  }
}
