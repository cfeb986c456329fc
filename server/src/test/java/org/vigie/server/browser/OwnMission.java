package org.vigie.server.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.VigieProcess;
import org.vigie.server.testing.SignedIn;

/** A mission of its own, without the exercise, whose first administrator is signed in. */
final class OwnMission implements AutoCloseable {

  static final String PASSWORD = "seven grey herons";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private VigieProcess server;
  private final SignedIn administrator;

  private OwnMission(Path folder, VigieProcess server, SignedIn administrator) {
    this.folder = folder;
    this.server = server;
    this.administrator = administrator;
  }

  /**
   * @param options of {@code serve}, further to port and data directory
   */
  static OwnMission start(String... options) throws IOException, InterruptedException {
    Path folder = TestDatabases.newFolder("vigie-mission-");
    List<String> arguments = new ArrayList<>(List.of("serve", "--port=0"));
    arguments.add("--data-dir=" + folder);
    arguments.addAll(List.of(options));
    VigieProcess server = VigieProcess.start(arguments.toArray(String[]::new)).awaitReady();
    String notice = server.nextLine();
    String given = notice.substring(notice.lastIndexOf(' ') + 1);
    return new OwnMission(folder, server, owned(server.url(), "administrator", given));
  }

  String url() {
    return server.url();
  }

  /** Stops the server; what it kept stays. */
  void stop() throws IOException, InterruptedException {
    server.close();
  }

  /** Starts it again where it was, as this class path has it. */
  void startFrom(String classPath) throws IOException {
    int port = URI.create(server.url()).getPort();
    server =
        VigieProcess.startFrom(classPath, "serve", "--port=" + port, "--data-dir=" + folder)
            .awaitReady();
  }

  SignedIn administrator() {
    return administrator;
  }

  /**
   * Adds somebody who has chosen a password already.
   *
   * @param rights members of the account, for example {@code "roles": ["viewer"]}
   */
  void add(String username, String rights) throws IOException, InterruptedException {
    owned(url(), username, given(username, rights));
  }

  /** Adds somebody who has not signed in yet, and returns the one-time password. */
  String given(String username, String rights) throws IOException, InterruptedException {
    String body =
        "{\"username\": \"%s\", \"title\": \"%s (EXERCISE)\", %s}"
            .formatted(username, username, rights);
    return post(administrator, "/api/users", body).path("password").asText();
  }

  SignedIn signIn(String username) throws IOException, InterruptedException {
    return SignedIn.as(url(), username, PASSWORD);
  }

  static JsonNode post(SignedIn who, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = who.send(who.request(path).POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() / 100 != 2) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private static SignedIn owned(String url, String username, String given)
      throws IOException, InterruptedException {
    SignedIn first = SignedIn.as(url, username, given);
    String body = JSON.writeValueAsString(Map.of("currentPassword", given, "password", PASSWORD));
    post(first, "/api/account/password", body);
    return SignedIn.as(url, username, PASSWORD);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
    TestDatabases.delete(folder);
  }
}
