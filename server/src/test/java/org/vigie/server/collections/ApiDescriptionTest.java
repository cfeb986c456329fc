package org.vigie.server.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;

/** The OpenAPI document as outside suites and linters read it. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionTest {

  private MissionServer server;
  private JsonNode api;

  @BeforeAll
  void start(DatabaseAddress address) throws Exception {
    server = new MissionServer(address);
    api = server.json("/api");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void itIsOpenApiThreeOfItsOwnMediaType() throws Exception {
    assertThat(server.get("/api").headers().firstValue("Content-Type"))
        .contains("application/vnd.oai.openapi+json;version=3.0");
    assertThat(api.path("openapi").asText()).startsWith("3.0.");
    assertThat(api.at("/info/title").asText()).isNotEmpty();
    assertThat(api.at("/info/version").asText()).isNotEmpty();
  }

  @Test
  void itTellsHowACallerSaysWhoHeIsAndWhatIsOpenToEverybody() {
    assertThat(api.at("/components/securitySchemes").properties())
        .extracting(each -> each.getValue().path("type").asText())
        .containsExactlyInAnyOrder("apiKey", "http", "http");
    assertThat(api.path("security")).hasSize(3);
    assertThat(api.at("/paths/~1api/get/security").isArray()).as("open").isTrue();
    JsonNode guarded = api.at("/paths/~1collections/get");
    assertThat(guarded.has("security")).isFalse();
    assertThat(guarded.path("responses").has("401")).isTrue();
  }

  @Test
  void everyReferenceIsInternalAndResolves() {
    List<String> references = new ArrayList<>();
    collect(api, "$ref", references);
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(reference).startsWith("#/");
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void serverUrlAndPathTogetherAreTheRealUrl() throws Exception {
    String base = api.at("/servers/0/url").asText();
    assertThat(base).isEqualTo(server.url());
    for (String path : List.of("/", "/conformance", "/collections", "/api")) {
      assertThat(api.path("paths").has(path)).as(path).isTrue();
      assertThat(server.status(base + path)).as(path).isEqualTo(200);
    }
    for (String path :
        List.of(
            "/collections/{collectionId}",
            "/collections/{collectionId}/items",
            "/collections/{collectionId}/items/{featureId}")) {
      assertThat(api.path("paths").has(path)).as(path).isTrue();
    }
  }

  @Test
  void theDescriptionIsForEverybodyAndSoNamesNoCollection() {
    JsonNode parameter = parameter("/collections/{collectionId}", "collectionId");
    assertThat(parameter.path("in").asText()).isEqualTo("path");
    assertThat(parameter.path("required").asBoolean()).isTrue();
    assertThat(parameter.path("schema").has("enum")).isFalse();
    server
        .catalog
        .list()
        .forEach(layer -> assertThat(api.toString()).doesNotContain(layer.title()));
  }

  @Test
  void boxLimitAndDatetimeAreDeclaredAsTheStandardWantsThem() {
    String items = "/collections/{collectionId}/items";
    JsonNode box = parameter(items, "bbox");
    assertThat(box.path("schema").toString())
        .isEqualTo(
            "{\"type\":\"array\",\"minItems\":4,\"maxItems\":6,\"items\":{\"type\":\"number\"}}");
    assertThat(box.path("style").asText()).isEqualTo("form");
    assertThat(box.path("explode").asBoolean(true)).isFalse();
    assertThat(box.path("required").asBoolean(true)).isFalse();
    JsonNode limit = parameter(items, "limit").path("schema");
    assertThat(limit.path("type").asText()).isEqualTo("integer");
    assertThat(limit.path("minimum").asInt()).isEqualTo(1);
    assertThat(limit.path("maximum").asInt()).isEqualTo(10_000);
    assertThat(limit.path("default").asInt()).isEqualTo(100);
    assertThat(parameter(items, "datetime").at("/schema/type").asText()).isEqualTo("string");
  }

  @Test
  void everyOperationHasAnIdADescriptionASuccessAndATag() {
    Set<String> ids = new HashSet<>();
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          JsonNode operation = method.getValue();
                          String name = method.getKey() + " " + path.getKey();
                          assertThat(ids.add(operation.path("operationId").asText()))
                              .as(name)
                              .isTrue();
                          assertThat(operation.path("tags")).as(name).isNotEmpty();
                          assertThat(operation.path("description").asText()).as(name).isNotEmpty();
                          List<String> codes = new ArrayList<>();
                          operation.path("responses").fieldNames().forEachRemaining(codes::add);
                          assertThat(codes).as(name).anyMatch(code -> code.startsWith("2"));
                          checkPathParameters(path.getKey(), operation);
                        }));
  }

  @Test
  void everyUrlInItIsAWholeUrlAndNothingIsEmpty() {
    List<String> urls = new ArrayList<>();
    collect(api, "url", urls);
    for (String url : urls) {
      assertThat(URI.create(url).getHost()).as(url).isNotNull();
    }
    List<String> mails = new ArrayList<>();
    collect(api, "email", mails);
    assertThat(mails).isEmpty();
  }

  private static void checkPathParameters(String path, JsonNode operation) {
    var names = java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(path);
    while (names.find()) {
      String wanted = names.group(1);
      assertThat(operation.path("parameters"))
          .as(path)
          .anyMatch(
              p -> p.path("name").asText().equals(wanted) && p.path("in").asText().equals("path"));
    }
  }

  private JsonNode parameter(String path, String name) {
    for (JsonNode parameter : api.path("paths").path(path).at("/get/parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter;
      }
    }
    throw new AssertionError(path + " has no parameter " + name);
  }

  private static void collect(JsonNode node, String name, List<String> found) {
    if (node.isObject() && node.path(name).isTextual()) {
      found.add(node.path(name).asText());
    }
    node.forEach(child -> collect(child, name, found));
  }
}
