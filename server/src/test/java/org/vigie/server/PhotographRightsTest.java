package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.layer.Entitlements;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.store.Attachments;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.http.Caller;

/** A photograph is as visible as its feature, from one moment to the next. */
@PostgisTest
class PhotographRightsTest {

  private static final LayerCatalog CATALOG = LayerFiles.read();
  private static final Access ALL = Access.everything(new Author("test"));
  private static final String LOW = "low";
  private static final String HIGH = "high";

  @Test
  void aHiddenPhotographAnswersLikeOneThatNeverWas(DatabaseAddress address, @TempDir Path folder)
      throws Exception {
    try (WholeServer server = new WholeServer(address, CATALOG, folder)) {
      admit(server, LOW, Classification.UNCLASSIFIED);
      admit(server, HIGH, Classification.STRICTLY_CONFIDENTIAL);
      Feature feature = stored(server, "incident");
      UUID photograph = photograph(server, feature);
      assertThat(statuses(server, LOW, feature, photograph)).containsOnly(200);
      Map<String, String> tags = new LinkedHashMap<>();
      for (String path : paths(feature.id().toString(), photograph)) {
        server.get(LOW, path).headers().firstValue("ETag").ifPresent(t -> tags.put(path, t));
      }
      assertThat(tags).isNotEmpty();

      HttpResponse<String> raised =
          server.send(
              HIGH,
              "POST",
              "/api/marks/incident/" + feature.id(),
              "{\"classification\": \"CONFIDENTIAL\", \"reason\": \"exercise\"}",
              Map.of("Content-Type", "application/json"));
      assertThat(raised.statusCode()).as(raised.body()).isEqualTo(200);
      assertThat(statuses(server, HIGH, feature, photograph)).containsOnly(200);
      for (String path : paths(feature.id().toString(), photograph)) {
        Map<String, String> before =
            tags.containsKey(path) ? Map.of("If-None-Match", tags.get(path)) : Map.of();
        String absent = UUID.randomUUID().toString();
        assertThat(said(server, path, before).replace(feature.id().toString(), "ID"))
            .isEqualTo(
                said(server, path.replace(feature.id().toString(), absent), before)
                    .replace(absent, "ID"))
            .startsWith("404");
      }
    }
  }

  /** Of the same feature an id that is not there; of another feature one that is. */
  @Test
  void aPhotographIsFoundAtItsOwnFeatureOnly(DatabaseAddress address, @TempDir Path folder)
      throws Exception {
    try (WholeServer server = new WholeServer(address, CATALOG, folder)) {
      admit(server, LOW, Classification.UNCLASSIFIED);
      Feature open = stored(server, "incident");
      Feature hidden = stored(server, "incident");
      UUID photograph = photograph(server, hidden);
      server
          .store()
          .as(ALL)
          .write(
              w ->
                  w.replace(
                      hidden.withMarks(Classification.CONFIDENTIAL, Set.of()), hidden.version()));
      UUID nothing = UUID.randomUUID();
      for (String rest : List.of("", "/thumbnail")) {
        String base = "/api/attachments/incident/" + open.id() + "/";
        assertThat(said(server, base + photograph + rest, Map.of()).replace("" + photograph, "ID"))
            .isEqualTo(said(server, base + nothing + rest, Map.of()).replace("" + nothing, "ID"))
            .startsWith("404");
      }
    }
  }

  private static void admit(WholeServer server, String name, Classification clearance) {
    Access access =
        Entitlements.of(CATALOG)
            .access(new Author(name), Set.of(Role.ANALYST), clearance, Set.of(), Optional.empty());
    server.admit(name, new Caller(name, Set.of(Role.ANALYST), access));
  }

  private static Feature stored(WholeServer server, String layer) throws Exception {
    Canary canary =
        new Canary.Maker().make(CATALOG.get(layer), Classification.UNCLASSIFIED, Set.of(), false);
    Feature anonymous = canary.feature();
    return server
        .store()
        .as(ALL)
        .write(
            w ->
                w.insert(
                    anonymous.withProvenance(
                        new org.vigie.geodata.model.Provenance(
                            "test", UUID.randomUUID().toString(), null, Map.of()))));
  }

  private static UUID photograph(WholeServer server, Feature feature) throws Exception {
    byte[] bytes = "picture".getBytes(StandardCharsets.US_ASCII);
    return server
        .store()
        .attachments(ALL)
        .add(
            FeatureRef.of(feature),
            new Attachments.Picture("scene", "image/jpeg", 1, 1, bytes, bytes))
        .orElseThrow()
        .id();
  }

  private static List<String> paths(String feature, UUID photograph) {
    String base = "/api/attachments/incident/" + feature;
    return List.of(base, base + "/" + photograph, base + "/" + photograph + "/thumbnail");
  }

  private static List<Integer> statuses(
      WholeServer server, String caller, Feature feature, UUID photograph) throws Exception {
    List<Integer> statuses = new java.util.ArrayList<>();
    for (String path : paths(feature.id().toString(), photograph)) {
      statuses.add(server.get(caller, path).statusCode());
    }
    return statuses;
  }

  private static String said(WholeServer server, String path, Map<String, String> headers)
      throws Exception {
    HttpResponse<String> answer = server.send(LOW, "GET", path, "", headers);
    Map<String, List<String>> kept = new LinkedHashMap<>(answer.headers().map());
    kept.keySet().removeIf(h -> h.equalsIgnoreCase("date"));
    return answer.statusCode() + " " + kept + " " + answer.body();
  }
}
