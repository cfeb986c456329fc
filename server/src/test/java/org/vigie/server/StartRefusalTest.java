package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.command.ExitCode;
import org.vigie.server.http.CertificateFiles;

/**
 * A server that would not keep its secrets does not start. Each control goes one step further with
 * the fault mended, mostly to a database that is not there.
 */
class StartRefusalTest {

  /** Another address of this machine, which the server cannot know to be no network's. */
  private static final String ELSEWHERE = "--host=127.0.0.2";

  private static final String NOWHERE = "jdbc:postgresql://127.0.0.1:1/nothing";
  private static final String GOOD = "--database-password=seven-grey-herons";

  @TempDir private Path folder;

  private record Ended(int code, String output, String errors) {}

  @Test
  void plainHttpBeyondThisMachineNeedsToBeAskedFor() throws Exception {
    Ended refused = run("serve", ELSEWHERE, "--port=0", "--database-url=" + NOWHERE, GOOD);
    assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_RUN);
    assertThat(refused.errors()).contains("in clear", "--tls-certificate", "--insecure-http");
    Path data = TestDatabases.newFolder("vigie-insecure-");
    try (VigieProcess server =
        VigieProcess.start("serve", ELSEWHERE, "--port=0", "--data-dir=" + data, "--insecure-http")
            .awaitReady()) {
      assertThat(server.get("/health/live").statusCode()).as("the control").isEqualTo(200);
    } finally {
      TestDatabases.delete(data);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', without a password",
    "'', vigie_application, without a password",
    "postgres, '', everybody tries first",
    "PassWord, vigie_application, everybody tries first",
    "Herons, herons, everybody tries first"
  })
  void aDatabaseThatAnybodyCouldEnterIsNotEntered(String password, String user, String why) {
    Ended byOption =
        run(
            "serve",
            "--database-url=" + NOWHERE,
            "--database-user=" + user,
            "--database-password=" + password);
    Ended byAddress =
        run("serve", "--database-url=" + NOWHERE + "?user=" + user + "&password=" + password);
    for (Ended refused : List.of(byOption, byAddress)) {
      assertThat(refused.code()).isEqualTo(ExitCode.CANNOT_RUN);
      assertThat(refused.errors()).contains(why, "VIGIE_DATABASE_PASSWORD");
    }
    Ended owner =
        run(
            "serve",
            "--database-url=" + NOWHERE,
            GOOD,
            "--database-owner-user=" + (user.isEmpty() ? "vigie_owner" : user),
            "--database-owner-password=" + password);
    assertThat(owner.errors()).contains(why, "VIGIE_DATABASE_OWNER_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?password=seven-grey-herons",
        "?user=vigie&password=seven%20grey%20herons",
        "?passfile=/etc/vigie/pgpass",
        "?sslmode=verify-full&sslkey=/etc/vigie/key.pk8"
      })
  void aDatabaseThatKeepsPeopleOutIsAsked(String parameters) {
    Ended asked = run("doctor", "--database-url=" + NOWHERE + parameters);
    assertThat(asked.output()).contains("WRONG  Database", "127.0.0.1:1");
    assertThat(asked.errors()).isEmpty();
  }

  @Test
  void aSecretThatEverybodyOnTheMachineCanReadIsNotUsed() throws Exception {
    Path secret = file("oidc-secret", "exercise-secret-of-at-least-256-bits");
    String[] serve = {
      "serve",
      "--port=0",
      "--database-url=" + NOWHERE,
      GOOD,
      "--oidc-issuer=https://id.example/mission",
      "--oidc-client-id=vigie",
      "--oidc-client-secret-file=" + secret
    };
    for (String open : List.of("rw-r--r--", "rw----r--", "rw-----w-")) {
      permit(secret, open);
      Ended refused = run(serve);
      assertThat(refused.code()).as(open).isEqualTo(ExitCode.CANNOT_RUN);
      assertThat(refused.errors()).contains("oidc-secret", "everybody", "chmod 600");
      assertThat(refused.errors()).doesNotContain("exercise-secret");
    }
    permit(secret, "rw-r-----");
    List<String> control = new ArrayList<>(List.of(serve));
    control.add("--data-dir=" + folder.resolve("data"));
    try (VigieProcess asked = VigieProcess.start(control.toArray(String[]::new))) {
      assertThat(asked.awaitExit()).isEqualTo(ExitCode.CANNOT_RUN);
      assertThat(asked.errors()).contains("127.0.0.1:1").doesNotContain("chmod");
    }
  }

  @Test
  void aPasswordInAConfigurationFileThatEverybodyCanReadIsNotUsed() throws Exception {
    Path file =
        file("vigie.properties", "database-url=" + NOWHERE + "\ndatabase-password=grey-herons-7\n");
    permit(file, "rw-r--r--");
    Ended refused = run("serve", "--port=0", "--config=" + file);
    assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    assertThat(refused.errors()).contains("vigie.properties", "everybody", "chmod 600");
    permit(file, "rw-------");
    assertThat(run("doctor", "--config=" + file).output()).contains("127.0.0.1:1");
    Files.writeString(file, "port = 0\n");
    permit(file, "rw-r--r--");
    assertThat(run("doctor", "--config=" + file).errors()).as("no secret in it").isEmpty();
  }

  @Test
  void aBackupKeyThatEverybodyCanReadIsNotUsed() throws Exception {
    Path key = file("key", "0f".repeat(32));
    permit(key, "rw-r--r--");
    String[] backup = {
      "backup",
      "--to=" + folder.resolve("out"),
      "--key-file=" + key,
      "--database-url=" + NOWHERE,
      GOOD
    };
    Ended refused = run(backup);
    assertThat(refused.code()).isNotEqualTo(ExitCode.OK);
    assertThat(refused.errors()).contains("everybody", "chmod 600");
    permit(key, "rw-------");
    assertThat(run(backup).errors()).doesNotContain("chmod 600");
  }

  @Test
  void theDoctorTellsWhatCrossesTheNetworkAndHowLongACertificateHolds() throws Exception {
    assertThat(doctor()).contains("OK", "HTTP", "plain, for this machine alone");
    assertThat(doctor(ELSEWHERE)).contains("WRONG  HTTP", "would cross the network in clear");
    assertThat(doctor(ELSEWHERE, "--insecure-http")).contains("WRONG  HTTP", "cross the network");
    assertThat(doctor(ELSEWHERE, "--insecure-http", "--public-url=https://vigie.example"))
        .contains("NOTE   HTTP", "https://vigie.example")
        .doesNotContain("WRONG  HTTP");
    for (int days : List.of(90, 10)) {
      CertificateFiles own = CertificateFiles.create(folder, "own" + days, "EC", "-1d", days);
      String[] tls = {
        ELSEWHERE,
        "--tls-certificate=" + own.files().certificate(),
        "--tls-key=" + own.files().key()
      };
      assertThat(doctor(tls)).contains((days == 90 ? "OK     " : "NOTE   ") + "TLS", "until ");
      permit(own.files().key(), "rw-r--r--");
      assertThat(doctor(tls)).contains("WRONG  TLS", "private key", "chmod 600");
    }
  }

  private String doctor(String... options) {
    List<String> arguments = new ArrayList<>(List.of("doctor"));
    arguments.addAll(List.of(options));
    return run(arguments.toArray(String[]::new)).output();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private Ended run(String... given) {
    List<String> arguments = new ArrayList<>(List.of(given));
    arguments.add("--data-dir=" + folder.resolve("data"));
    StringWriter out = new StringWriter();
    StringWriter errors = new StringWriter();
    String[] all = arguments.toArray(String[]::new);
    int code =
        Main.commandLine(all, Map.of())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(errors, true))
            .execute(all);
    return new Ended(code, out.toString(), errors.toString());
  }
}
