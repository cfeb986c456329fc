package org.vigie.server.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

@PostgisTest
class LinksTest {

  private Officers officers;
  private String incident;
  private String report;

  @BeforeEach
  void open(DatabaseAddress address) throws Exception {
    officers = new Officers(address);
    incident = officers.incident("ann");
    report = officers.report("rita", "REP-" + System.nanoTime(), "B2", "S-1");
  }

  @AfterEach
  void close() {
    officers.close();
  }

  @Test
  void aLinkShowsWhatItLeadsToFromBothEnds() throws Exception {
    HttpResponse<String> made = link("ann", "reported_by", "report/" + report, incident());
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode fromIncident = links("ann", incident()).get(0);
    assertThat(fromIncident.path("type").asText()).isEqualTo("reported_by");
    assertThat(fromIncident.path("direction").asText()).isEqualTo("to");
    assertThat(fromIncident.path("author").asText()).isEqualTo("ann");
    assertThat(fromIncident.path("other").path("title").asText()).isEqualTo("EXERCISE shots");
    assertThat(fromIncident.path("other").path("grade").asText()).isEqualTo("B2");
    JsonNode fromReport = links("ann", "report/" + report).get(0);
    assertThat(fromReport.path("direction").asText()).isEqualTo("from");
    assertThat(fromReport.path("other").path("state").asText()).isEqualTo("REPORTED");
  }

  @Test
  void aCorrectedReportSaysSoInListsAndExportsForWhoSeesTheCorrection() throws Exception {
    String correction = officers.report("rita", "REP-C-" + System.nanoTime(), "B2", "S-1");
    String list = "/collections/report/items?limit=100";
    String tag = officers.send("ann", "GET", list, "").headers().firstValue("ETag").orElseThrow();
    String made =
        link("ann", "corrects", "report/" + correction, "report/" + report)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(
            officers.get("ann", "/api/corrections/report").path("corrected").path(report).asText())
        .isEqualTo(correction);
    HttpResponse<String> again = officers.send("ann", "GET", list, "", "If-None-Match", tag);
    assertThat(again.statusCode()).as("not as it was, though no report changed").isEqualTo(200);
    assertThat(again.body()).contains("\"corrected_by\":\"" + correction + "\"");
    String csv = officers.send("ann", "GET", "/collections/report/export?f=csv", "").body();
    assertThat(csv.lines().findFirst().orElseThrow()).contains(",corrected_by,");
    assertThat(csv.lines().filter(line -> line.startsWith(report)))
        .singleElement()
        .asString()
        .contains(correction);
    String geojson = officers.send("ann", "GET", "/collections/report/export", "").body();
    assertThat(geojson).contains("\"corrected_by\":\"" + correction + "\"");
    assertThat(officers.send("vic", "GET", "/api/corrections/report", "").statusCode())
        .isEqualTo(404);
    hide(correction);
    assertThat(officers.get("ann", "/api/corrections/report").path("corrected").has(report))
        .as("a correction out of sight is none")
        .isFalse();
    assertThat(officers.send("ann", "GET", list, "").body()).doesNotContain("corrected_by");
    assertThat(officers.send("cleo", "GET", list, "").body()).contains("corrected_by");
    officers.send("cleo", "DELETE", made, "");
    assertThat(officers.send("cleo", "GET", list, "").body()).doesNotContain("corrected_by");
  }

  /** Out of the sight of the duty officers. */
  private void hide(String id) throws Exception {
    FeatureId which = FeatureId.find(id).orElseThrow();
    officers.everything.write(
        w -> {
          Feature now = officers.everything.find("report", which).orElseThrow();
          return w.replace(
              now.withMarks(Classification.STRICTLY_CONFIDENTIAL, now.compartments()),
              now.version());
        });
  }

  @Test
  void anEndCanBeNamedByItsReference() throws Exception {
    String ref = "MIMAR-" + System.nanoTime();
    String other = officers.create("ann", "incident", "'type': 'BATTLES', 'ref': '" + ref + "'");
    HttpResponse<String> made =
        officers.send(
            "ann",
            "POST",
            "/api/links",
            ("{'type': 'follows', 'from': {'layer': 'incident', 'id': '%s'},"
                    + " 'to': {'layer': 'incident', 'ref': '%s'}}")
                .formatted(incident, ref));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(links("ann", "incident/" + other)).hasSize(1);
  }

  @Test
  void aLinkIsTakenBackAndStaysInThePast() throws Exception {
    HttpResponse<String> made = link("ann", "reported_by", "report/" + report, incident());
    String path = made.headers().firstValue("Location").orElseThrow();
    assertThat(officers.send("rita", "DELETE", path, "").statusCode())
        .as("a reporter keeps no incidents")
        .isEqualTo(403);
    assertThat(officers.send("ben", "DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(officers.send("ben", "DELETE", path, "").statusCode()).isEqualTo(404);
    assertThat(links("ann", incident())).isEmpty();
    JsonNode ended = officers.get("ann", "/api/links/" + incident() + "?ended=true").path("links");
    assertThat(ended.get(0).path("endedBy").asText()).isEqualTo("ben");
    JsonNode then =
        officers.get(
            "ann",
            "/api/links/" + incident() + "?as-known-at=" + ended.get(0).path("since").asText());
    assertThat(then.path("links")).hasSize(1);
  }

  @Test
  void linksThatMakeNoSenseAreRefusedWithTheReason() throws Exception {
    assertThat(link("ann", "reported_by", incident(), "report/" + report).body())
        .contains("is not a report of");
    assertThat(link("ann", "corrects", incident(), "report/" + report).body())
        .contains("a report corrects a report");
    assertThat(link("ann", "same_as", incident(), "report/" + report).body())
        .contains("never the same");
    assertThat(link("ann", "likes", incident(), "report/" + report).body())
        .contains("not a kind of link");
    assertThat(link("ann", "follows", incident(), incident()).body()).contains("itself");
  }

  @Test
  void aReportSpeaksOfOneIncidentAtATime() throws Exception {
    String second = officers.incident("ann");
    link("ann", "reported_by", "report/" + report, incident());
    HttpResponse<String> again =
        link("ann", "reported_by", "report/" + report, "incident/" + second);
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("is linked to incident", "already");
  }

  @Test
  void whoMayNotReadReportsSeesNoLinksToThem() throws Exception {
    link("ann", "reported_by", "report/" + report, incident());
    assertThat(links("vic", incident())).as("a viewer reads no reports").isEmpty();
    HttpResponse<String> hidden = officers.send("vic", "GET", "/api/links/report/" + report, "");
    String random = "00000000-0000-4000-8000-000000000000";
    HttpResponse<String> absent = officers.send("vic", "GET", "/api/links/report/" + random, "");
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body().replace(report, random)).isEqualTo(absent.body());
  }

  @Test
  void anIncidentIsMadeOfAReportWithItsPlaceTimeAndMarks() throws Exception {
    HttpResponse<String> made =
        officers.send(
            "ann",
            "POST",
            "/api/workflow/report/" + report + "/incident",
            "{'properties': {'type': 'RIOTS', 'severity': 3}}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    String location = made.headers().firstValue("Location").orElseThrow();
    JsonNode stored = officers.get("ann", location.substring(location.indexOf("/collections/")));
    JsonNode properties = stored.path("properties");
    assertThat(properties.path("title").asText()).isEqualTo("EXERCISE shots");
    assertThat(properties.path("type").asText()).isEqualTo("RIOTS");
    assertThat(properties.path("status").asText()).isEqualTo("REPORTED");
    assertThat(properties.path("place_name").asText()).isEqualTo("Kolo");
    assertThat(properties.path("classification").asText()).isEqualTo("CONFIDENTIAL");
    assertThat(properties.path("valid_from").asText()).startsWith("2026-03-01T06:00");
    assertThat(properties.has("raw_text")).isFalse();
    assertThat(properties.has("source_reliability")).as("judged for each report").isFalse();
    assertThat(stored.path("geometry").path("coordinates").get(0).asDouble()).isEqualTo(21.5);
    assertThat(links("ann", "report/" + report)).hasSize(1);
  }

  @Test
  void anIncidentWithoutWhatIsRequiredIsNotMadeAndTheReportStaysUnlinked() throws Exception {
    HttpResponse<String> refused =
        officers.send(
            "ann", "POST", "/api/workflow/report/" + report + "/incident", "{'properties': {}}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("type");
    assertThat(links("ann", "report/" + report)).isEmpty();
    assertThat(
            officers
                .send(
                    "rita",
                    "POST",
                    "/api/workflow/report/" + report + "/incident",
                    "{'properties': {'type': 'RIOTS'}}")
                .statusCode())
        .isEqualTo(403);
  }

  private String incident() {
    return "incident/" + incident;
  }

  private HttpResponse<String> link(String who, String type, String from, String to)
      throws Exception {
    return officers.link(who, type, from, to);
  }

  private JsonNode links(String who, String feature) throws Exception {
    return officers.get(who, "/api/links/" + feature).path("links");
  }
}
