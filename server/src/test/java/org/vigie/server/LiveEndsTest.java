package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.accounts.ExerciseAccounts;
import org.vigie.server.http.Json;
import org.vigie.server.testing.LiveClient;
import org.vigie.server.testing.SignedIn;

/** A stream ends with what its listener came in with, and no other does. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveEndsTest {

  private WholeServer server;
  private FeatureStore chief;

  @BeforeAll
  void start(DatabaseAddress address, @TempDir Path folder) throws Exception {
    server = new WholeServer(address, LayerFiles.read(), folder);
    chief = server.store().as(Access.everything(new Author("chief")));
    ExerciseAccounts.add(server.accounts());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private SignedIn signIn(String username) throws Exception {
    return SignedIn.as(server.url(), username, ExerciseAccounts.PASSWORD);
  }

  private LiveClient listen(Map<String, String> headers) throws Exception {
    LiveClient client =
        new LiveClient(URI.create(server.url()).resolve("/api/changes/stream"), headers, "");
    client.await("position");
    return client;
  }

  private LiveClient listen(SignedIn user) throws Exception {
    return listen(Map.of("Cookie", user.cookie()));
  }

  private static HttpResponse<String> send(SignedIn as, String method, String path, String body)
      throws Exception {
    HttpResponse<String> answer =
        as.send(
            as.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  /** The one has ended and hears nothing more, the other goes on. */
  private void assertEnded(LiveClient ended, LiveClient other) throws Exception {
    ended.await("end");
    assertThat(ended.awaitEnd()).isEqualTo(200);
    Feature later = chief.write(w -> w.insert(LiveStreamsTest.incident(20, -40)));
    other.await(event -> event.features("added").contains(later.id().toString()));
    assertThat(ended.rest()).isEmpty();
  }

  @Test
  void signingOutEndsTheStreamOfThatSessionAlone() throws Exception {
    SignedIn here = signIn("viewer");
    SignedIn elsewhere = signIn("viewer");
    try (LiveClient ended = listen(here);
        LiveClient other = listen(elsewhere)) {
      send(here, "DELETE", "/api/session", "");
      assertEnded(ended, other);
    }
  }

  @Test
  void anotherRoleOrADisabledAccountEndsAllOfItsStreams() throws Exception {
    SignedIn administrator = signIn("administrator");
    Map<String, String> changes = new LinkedHashMap<>();
    changes.put("reporter", "{\"roles\": [\"viewer\"]}");
    changes.put("protection-adviser", "{\"disabled\": true}");
    for (Map.Entry<String, String> change : changes.entrySet()) {
      try (LiveClient ended = listen(signIn(change.getKey()));
          LiveClient other = listen(signIn("analyst"))) {
        send(administrator, "PATCH", "/api/users/" + change.getKey(), change.getValue());
        assertEnded(ended, other);
      }
    }
  }

  @Test
  void aRevokedTokenEndsItsStreams() throws Exception {
    SignedIn owner = signIn("duty-officer");
    JsonNode first = token(owner, "first");
    JsonNode second = token(owner, "second");
    try (LiveClient ended = listen(bearer(first));
        LiveClient other = listen(bearer(second))) {
      send(owner, "DELETE", "/api/tokens/" + first.path("id").asText(), "");
      assertEnded(ended, other);
    }
  }

  private static JsonNode token(SignedIn owner, String name) throws Exception {
    return Json.MAPPER.readTree(
        send(owner, "POST", "/api/tokens", "{\"name\": \"" + name + "\"}").body());
  }

  private static Map<String, String> bearer(JsonNode token) {
    return Map.of("Authorization", "Bearer " + token.path("token").asText());
  }

  @Test
  void listeningDoesNotCountAsUseOfASession() throws Exception {
    SignedIn user = signIn("second-duty-officer");
    String before = lastUse(user);
    try (LiveClient stream = listen(user)) {
      for (int i = 0; i < 3; i++) {
        chief.write(w -> w.insert(LiveStreamsTest.incident(20, -40)));
        stream.await("changes");
      }
      assertThat(List.of(lastUse(user))).containsExactly(before);
    }
  }

  private static String lastUse(SignedIn user) throws Exception {
    JsonNode sessions = Json.MAPPER.readTree(send(user, "GET", "/api/account/sessions", "").body());
    return sessions.path("sessions").path(0).path("lastUsed").asText();
  }
}
