package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.command.ExitCode;
import org.vigie.server.testing.SignedIn;

/** The accounts of a mission from its first start on, with the commands beside a running server. */
class AccountsProcessTest {

  private static final Pattern ONE_TIME = Pattern.compile("([a-z2-9]{5}-){3}[a-z2-9]{5}");
  private static final String OWN = "seven grey herons";

  private Path folder;

  @BeforeEach
  void makeFolder() {
    folder = TestDatabases.newFolder("vigie-accounts-");
  }

  @AfterEach
  void removeFolder() {
    TestDatabases.delete(folder);
  }

  @Test
  void theFirstStartTellsAPasswordOnceAndOnlyOnTheTerminal() throws Exception {
    String first;
    try (VigieProcess server = start()) {
      server.terminate();
      server.awaitExit();
      first = oneTime(server.restOfOutput());
    }
    assertThat(kept()).as("log and settings").noneMatch(text -> text.contains(first));
    try (VigieProcess server = start()) {
      SignedIn administrator = SignedIn.as(server.url(), "administrator", first);
      assertThat(status(administrator, "/collections")).isEqualTo(403);
      assertThat(choose(administrator, first)).isEqualTo(204);
      SignedIn anew = SignedIn.as(server.url(), "administrator", OWN);
      assertThat(status(anew, "/collections")).isEqualTo(200);
      server.terminate();
      server.awaitExit();
      assertThat(server.restOfOutput()).as("the second start").doesNotContain("password");
      assertThat(server.errors()).doesNotContain(first);
    }
  }

  @Test
  void theAccountsAreKeptBesideARunningServer() throws Exception {
    try (VigieProcess server = start()) {
      Ended added = user("add", "amina", "--role=viewer", "--title=Amina (EXERCISE)");
      assertThat(added.code()).as(added.errors()).isEqualTo(ExitCode.OK);
      String given = oneTime(added.output());
      assertThat(choose(SignedIn.as(server.url(), "amina", given), given)).isEqualTo(204);
      SignedIn amina = SignedIn.as(server.url(), "amina", OWN);
      assertThat(status(amina, "/collections")).isEqualTo(200);

      assertThat(user("role", "amina", "duty-officer,analyst").output())
          .contains("duty-officer,analyst");
      assertThat(statusOnceItEnds(amina)).as("the session before").isEqualTo(401);
      assertThat(user("clearance", "amina", "CONFIDENTIAL", "--compartment=POC").output())
          .contains("CONFIDENTIAL", "POC");
      SignedIn again = SignedIn.as(server.url(), "amina", OWN);
      assertThat(again.send(again.request("/api/session")).body())
          .contains("duty-officer", "analyst", "CONFIDENTIAL", "POC");

      assertThat(user("disable", "amina").output()).contains("(disabled)");
      assertThat(statusOnceItEnds(again)).isEqualTo(401);
      assertThat(user("list").output()).contains("administrator", "amina", "(disabled)");
      user("enable", "amina");
      assertThat(status(SignedIn.as(server.url(), "amina", OWN), "/collections")).isEqualTo(200);

      String reset = oneTime(user("reset", "amina").output());
      assertThat(status(SignedIn.as(server.url(), "amina", reset), "/collections")).isEqualTo(403);

      refused(ExitCode.FAILED, "There is no account nobody", "disable", "nobody");
      refused(ExitCode.FAILED, "last administrator", "disable", "administrator");
      refused(ExitCode.FAILED, "taken", "add", "amina", "--role=viewer");
      refused(ExitCode.USAGE, "viewer, reporter, duty-officer", "role", "amina", "king");
      refused(ExitCode.USAGE, "STRICTLY_CONFIDENTIAL", "clearance", "amina", "SECRET");
    }
  }

  private record Ended(int code, String output, String errors) {}

  private void refused(int code, String words, String... arguments) throws Exception {
    Ended ended = user(arguments);
    assertThat(ended.code()).as(ended.errors()).isEqualTo(code);
    assertThat(ended.errors()).contains(words).doesNotContain("\tat ");
  }

  private Ended user(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("user"));
    command.addAll(List.of(arguments));
    command.add("--data-dir=" + folder);
    try (VigieProcess process = VigieProcess.start(command.toArray(String[]::new))) {
      int code = process.awaitExit();
      return new Ended(code, process.restOfOutput(), process.errors());
    }
  }

  private VigieProcess start() throws IOException {
    return VigieProcess.start("serve", "--port=0", "--data-dir=" + folder).awaitReady();
  }

  /** The texts of all files but the database's. */
  private List<String> kept() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(folder.resolve("postgres"))) {
          texts.add(new String(Files.readAllBytes(file), "ISO-8859-1"));
        }
      }
    }
    assertThat(texts).isNotEmpty();
    return texts;
  }

  private static String oneTime(String output) {
    Matcher password = ONE_TIME.matcher(output);
    assertThat(password.find()).as(output).isTrue();
    String found = password.group();
    assertThat(password.find()).as("told once").isFalse();
    return found;
  }

  private static int choose(SignedIn person, String present) throws Exception {
    String body = "{\"currentPassword\": \"%s\", \"password\": \"%s\"}".formatted(present, OWN);
    HttpResponse<String> answer =
        person.send(person.request("/api/account/password").POST(BodyPublishers.ofString(body)));
    return answer.statusCode();
  }

  /** What the server has read of a session counts for a second. */
  private static int statusOnceItEnds(SignedIn person) throws Exception {
    for (int look = 0; look < 50 && status(person, "/collections") == 200; look++) {
      Thread.sleep(100);
    }
    return status(person, "/collections");
  }

  private static int status(SignedIn person, String path) throws Exception {
    return person.send(person.request(path)).statusCode();
  }
}
