package org.vigie.server.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.server.testing.TestIncidents.incident;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.analysis.Analyses;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Json;
import org.vigie.server.testing.TestMission;

@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessRoutesTest {

  private static final String RUN = "/processes/cluster-density/execution";

  private TestMission mission;

  @BeforeAll
  void load(DatabaseAddress address) throws BadInputException, StaleVersionException {
    mission = new TestMission(address, (catalog, store, desk) -> List.of(new ProcessRoutes(desk)));
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      features.add(
          incident(
              "a" + i,
              20 + i % 3 * 0.01,
              5 + i / 3 * 0.01,
              "2024-01-0" + (i + 1),
              "BATTLES",
              1L,
              2));
    }
    for (int i = 0; i < 5; i++) {
      features.add(incident("b" + i, 22 + i * 0.005, 6.0, "2024-02-01", "RIOTS", 2L, 2));
    }
    features.add(incident("lonely", 24.0, 8.0, "2024-01-01", "CRIME", 1L, 1));
    features.add(incident("nowhere", null, null, "2024-01-01", "CRIME", 1L, 1));
    mission.load(features);
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void everyAnalysisAndTheEchoAreListedAndDescribed() throws Exception {
    JsonNode list = mission.get("/processes");
    assertThat(list.get("processes"))
        .extracting(p -> p.get("id").asText())
        .contains("echo")
        .containsAll(Analyses.list().stream().map(a -> a.id()).toList());
    for (JsonNode process : list.get("processes")) {
      String self = process.at("/links/0/href").asText();
      JsonNode description = mission.get(self.substring(self.indexOf("/processes")));
      assertThat(description.get("id")).isEqualTo(process.get("id"));
      assertThat(description.get("jobControlOptions"))
          .extracting(JsonNode::asText)
          .containsExactly("sync-execute", "async-execute", "dismiss");
      assertThat(description.get("inputs")).isNotEmpty();
      assertThat(description.get("outputs")).isNotEmpty();
    }
  }

  @Test
  void theDescriptionIsTheDeclarationOfTheParameters() throws Exception {
    JsonNode inputs = mission.get("/processes/cluster-density").get("inputs");
    for (Parameter p : Analyses.find("cluster-density").orElseThrow().parameters().list()) {
      JsonNode input = inputs.get(p.name());
      assertThat(input.get("title").asText()).isEqualTo(p.title());
      assertThat(input.get("description").asText()).isEqualTo(p.help());
      if (p.standard() == null) {
        assertThat(input.at("/schema/default").isMissingNode()).isTrue();
      } else {
        assertThat(input.at("/schema/default"))
            .isEqualTo(Json.MAPPER.readTree(Json.bytes(p.standard())));
      }
    }
    assertThat(inputs.at("/epsM/schema/minimum").asDouble()).isEqualTo(25);
    assertThat(inputs.at("/epsM/schema/x-unit").asText()).isEqualTo("m");
    assertThat(inputs.at("/layer/minOccurs").asInt()).isEqualTo(1);
    assertThat(inputs.at("/hull/schema/enum")).hasSize(3);
  }

  @Test
  void clustersComeAsAreasWithDiagnostics() throws Exception {
    JsonNode all =
        mission.post(RUN, "{'inputs':{'layer':'incident','epsM':2000,'minPts':3,'hull':'convex'}}");
    assertThat(all.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(all.get("features")).hasSize(2);
    JsonNode first = all.at("/features/0");
    assertThat(first.at("/geometry/type").asText()).isEqualTo("Polygon");
    assertThat(first.at("/properties/count").asInt()).isEqualTo(6);
    assertThat(first.at("/properties/groups/BATTLES").asInt()).isEqualTo(6);
    assertThat(first.at("/properties/first").asText()).isEqualTo("2024-01-01T00:00:00Z");
    assertThat(first.at("/properties/areaKm2").asDouble()).isBetween(2.3, 2.6);
    assertThat(first.at("/properties/sums/killed_best").asInt()).isEqualTo(6);
    JsonNode diagnostics = all.get("diagnostics");
    assertThat(diagnostics.get("n").asInt()).isEqualTo(13);
    assertThat(diagnostics.get("used").asInt()).isEqualTo(12);
    assertThat(diagnostics.at("/dropped/0/reason").asText()).isEqualTo("the place is not known");
    assertThat(diagnostics.at("/dropped/0/n").asInt()).isEqualTo(1);
    assertThat(diagnostics.get("noise").asInt()).isEqualTo(1);
    assertThat(diagnostics.at("/parameters/epsM").asDouble()).isEqualTo(2000);
    assertThat(diagnostics.get("kDistance")).hasSize(12);
    assertThat(diagnostics.get("suggestedEpsM").asDouble()).isPositive();
    assertThat(diagnostics.get("caveats")).isNotEmpty();
    assertThat(diagnostics.at("/inputs/layer").asText()).isEqualTo("incident");
    assertThat(diagnostics.at("/dataAsOf/sequence").asLong()).isPositive();
  }

  @Test
  void areaDatesBoxAndFilterSelectTheEvents() throws Exception {
    String inputs = "{'inputs':{'layer':'incident','epsM':2000,'minPts':3,";
    assertThat(used(inputs + "'bbox':[21,5,23,7]}}")).isEqualTo(5);
    assertThat(used(inputs + "'bbox':{'bbox':[21,5,23,7]}}}")).isEqualTo(5);
    assertThat(used(inputs + "'datetime':'2024-01-01/2024-01-03'}}")).isEqualTo(4);
    assertThat(used(inputs + "'filter':'killed_best = 2'}}")).isEqualTo(5);
    assertThat(
            used(
                inputs
                    + "'area':{'type':'Polygon','coordinates':[[[19,4],[21,4],[21,6],[19,6],[19,4]]]}}}"))
        .isEqualTo(6);
    assertThat(used(inputs + "'filter':'killed_best = 99'}}")).isZero();
  }

  @Test
  void wrongInputsAreNamed() throws Exception {
    refused("{'inputs':{'epsM':2000}}", "inputs.layer");
    refused("{'inputs':{'layer':'incident','epsM':1}}", "epsM");
    refused("{'inputs':{'layer':'incident','eps':1000}}", "inputs.eps");
    refused("{'inputs':{'layer':'incident','hull':'round'}}", "hull");
    refused("{'inputs':{'layer':'incident','epsM':'far'}}", "epsM");
    refused(
        "{'inputs':{'layer':'incident','bbox':{'bbox':[1,2,3,4],'crs':'EPSG:3857'}}}",
        "inputs.bbox");
    refused("{'inputs':{'layer':'incident'},'response':'fax'}", "response");
    refused("{'inputs':{'layer':'incident'},'outputs':{'points':{}}}", "outputs.points");
  }

  @Test
  void anUnknownProcessOrJobIsReportedByItsStandardType() throws Exception {
    for (String path : List.of("/processes/nothing", "/jobs/1", "/jobs/1/results")) {
      HttpResponse<String> answer = mission.send(mission.request(path).build());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(Json.MAPPER.readTree(answer.body()).get("type").asText())
          .isEqualTo(
              "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/no-such-"
                  + (path.startsWith("/jobs") ? "job" : "process"));
    }
    assertThat(mission.trying("/processes/nothing/execution", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void theEchoGivesBackOneOutputAsItIsAndSeveralByName() throws Exception {
    String run = "/processes/echo/execution";
    assertThat(mission.post(run, "{'inputs':{'text':'hello'}}").asText()).isEqualTo("hello");
    JsonNode several = mission.post(run, "{'inputs':{'text':'hello','number':4.5,'values':[1,2]}}");
    assertThat(several.get("number").asDouble()).isEqualTo(4.5);
    assertThat(several.get("values")).hasSize(2);
    JsonNode document =
        mission.post(
            run, "{'inputs':{'text':'a','flag':true},'outputs':{'flag':{}},'response':'document'}");
    assertThat(document.get("flag").asBoolean()).isTrue();
    assertThat(document.has("text")).isFalse();
  }

  @Test
  void theListOfProcessesIsPagedByItsNextLink() throws Exception {
    JsonNode all = mission.get("/processes").get("processes");
    List<JsonNode> walked = new ArrayList<>();
    String page = "/processes?limit=1";
    while (page != null) {
      JsonNode list = mission.get(page);
      assertThat(list.get("processes")).hasSize(1);
      list.get("processes").forEach(walked::add);
      page = null;
      for (JsonNode link : list.get("links")) {
        if (link.get("rel").asText().equals("next")) {
          page = link.get("href").asText().replaceFirst("^http://[^/]+", "");
        }
      }
    }
    assertThat(walked).containsExactlyElementsOf(all);
    for (String wrong : List.of("limit=0", "limit=many", "after=nothing")) {
      var answer = mission.send(mission.request("/processes?" + wrong).build());
      assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
    }
  }

  @Test
  void aQualifiedValueIsTheValue() throws Exception {
    String run = "/processes/echo/execution";
    assertThat(mission.post(run, "{'inputs':{'text':{'value':'hello'}}}").asText())
        .isEqualTo("hello");
    assertThat(
            mission.post(
                run, "{'inputs':{'object':{'value':{'a':1},'mediaType':'application/json'}}}"))
        .isEqualTo(Json.MAPPER.readTree("{\"a\":1}"));
    String onlyLooksQualified = "{'inputs':{'object':{'value':'a text'}}}";
    assertThat(mission.post(run, onlyLooksQualified).at("/value").asText()).isEqualTo("a text");
    assertThat(
            used(
                "{'inputs':{'layer':{'value':'incident'},'epsM':{'value':2000},'minPts':3,"
                    + "'bbox':{'value':[21,5,23,7]}}}"))
        .isEqualTo(5);
  }

  @Test
  void theEchoRefusesAValueThatIsNotOfTheDeclaredType() throws Exception {
    for (String input :
        List.of(
            "'text':1",
            "'text':['a']",
            "'number':'x'",
            "'flag':1",
            "'values':[1,'x']",
            "'values':1",
            "'object':'x'",
            "'number':{'value':'x'}")) {
      var answer = mission.trying("/processes/echo/execution", "{'inputs':{" + input + "}}");
      assertThat(answer.statusCode()).as(input).isEqualTo(400);
      assertThat(Json.MAPPER.readTree(answer.body()).at("/errors/0/field").asText())
          .isEqualTo("inputs." + input.substring(1, input.indexOf("':")));
    }
  }

  private int used(String body) throws Exception {
    return mission.post(RUN, body).at("/diagnostics/used").asInt();
  }

  private void refused(String body, String field) throws Exception {
    HttpResponse<String> answer = mission.trying(RUN, body);
    assertThat(answer.statusCode()).as(body + " → " + answer.body()).isEqualTo(400);
    assertThat(Json.MAPPER.readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(field);
  }
}
