package org.vigie.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Role;
import org.vigie.server.http.Json;
import org.vigie.server.testing.SignedIn;

/** One sees where one is signed in, and can end what is not one's own. */
class OwnSessionsTest extends AccountsServerFixture {

  private static final String PATH = "/api/account/sessions";

  @BeforeEach
  void another() throws Exception {
    server.add("basile", Role.VIEWER);
  }

  @Test
  void aSessionIsToldWithItsBeginItsLastUseWhereAndWithWhat() throws Exception {
    SignedIn amina = server.signIn("amina");
    String begun = server.clock.instant().toString();
    server.clock.advance(Duration.ofMinutes(5));
    JsonNode only = sessions(amina).get(0);
    assertThat(sessions(amina)).hasSize(1);
    assertThat(only.path("begun").asText()).isEqualTo(begun);
    assertThat(only.path("lastUsed").asText()).isEqualTo(server.clock.instant().toString());
    assertThat(only.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(only.path("browser").asText()).isEqualTo("a program");
    assertThat(only.path("present").asBoolean()).isTrue();
  }

  @Test
  void signingOutElsewhereEndsAllOthersOfOnesOwnAndNoneBesides() throws Exception {
    SignedIn stolen = server.signIn("amina");
    SignedIn basile = server.signIn("basile");
    server.clock.advance(Duration.ofMinutes(1));
    SignedIn amina = server.signIn("amina");
    assertThat(sessions(amina)).hasSize(2);
    assertThat(sessions(amina).findValuesAsText("present")).containsExactly("true", "false");
    assertThat(status(stolen)).as("the control").isEqualTo(200);

    HttpResponse<String> ended = amina.send(amina.request(PATH).DELETE());
    assertThat(ended.body()).isEqualTo("{\"ended\":1}");
    assertThat(status(stolen)).isEqualTo(401);
    assertThat(status(amina)).isEqualTo(200);
    assertThat(status(basile)).isEqualTo(200);
    assertThat(sessions(amina)).hasSize(1);
    assertThat(server.accounts.log("amina").get(0).what()).isEqualTo("signed out everywhere else");

    assertThat(amina.send(amina.request(PATH).DELETE()).body()).isEqualTo("{\"ended\":0}");
    assertThat(server.accounts.log("amina")).as("nothing happened").hasSize(2);
  }

  @Test
  void aSessionThatHasEndedByItselfIsNotTold() throws Exception {
    server.signIn("amina");
    server.clock.advance(Sessions.IDLE);
    SignedIn amina = server.signIn("amina");
    assertThat(sessions(amina)).hasSize(1);
  }

  private int status(SignedIn who) throws Exception {
    return who.send(who.request("/name")).statusCode();
  }

  private static JsonNode sessions(SignedIn who) throws Exception {
    return Json.MAPPER.readTree(who.send(who.request(PATH)).body()).path("sessions");
  }
}
