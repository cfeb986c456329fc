package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.accounts.ExerciseAccounts;
import org.vigie.server.command.ExitCode;
import org.vigie.server.testing.SignedIn;

/** Starts and stops the whole program, with its private database, as a user would. */
class ServerProcessTest {

  private static final int TERMINATED = 128 + 15;

  private Path folder;

  @BeforeEach
  void makeFolder() {
    folder = TestDatabases.newFolder("vigie process ");
  }

  @AfterEach
  void removeFolder() {
    TestDatabases.delete(folder);
  }

  @Test
  void theDemoComesUpIsStoppedRestartsWarmAndRecoversFromKill() throws Exception {
    long loaded;
    try (VigieProcess first = start("demo")) {
      assertThat(first.get("/").statusCode()).isEqualTo(200);
      assertThat(first.get("/collections").statusCode()).isEqualTo(401);
      loaded = incidents(first);
      assertThat(loaded).isGreaterThan(10_000);
      long database = databasePid();
      first.terminate();
      assertThat(first.awaitExit()).isEqualTo(TERMINATED);
      assertThat(first.restOfOutput())
          .contains("EXERCISE ONLY", "duty-officer", ExerciseAccounts.PASSWORD);
      assertThat(first.errors()).isEmpty();
      assertGone(database);
    }
    try (VigieProcess warm = start("demo")) {
      assertThat(incidents(warm)).isEqualTo(loaded);
      warm.kill();
    }
    try (VigieProcess recovered = start("demo")) {
      assertThat(incidents(recovered)).isEqualTo(loaded);
      long database = databasePid();
      recovered.terminate();
      recovered.awaitExit();
      assertGone(database);
    }
  }

  @Test
  void aSecondServerOnTheSameDirectoryIsRefusedWithASentence() throws Exception {
    try (VigieProcess first = start("serve");
        VigieProcess second = VigieProcess.start("serve", "--port=0", "--data-dir=" + folder)) {
      assertThat(second.awaitExit()).isEqualTo(ExitCode.CANNOT_RUN);
      assertThat(second.restOfOutput()).isEmpty();
      assertThat(second.errors().lines())
          .singleElement()
          .asString()
          .contains("Another Vigie (process " + first.pid() + ") already uses " + folder);
      assertThat(first.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void twoServersOnTwoDirectoriesRunSideBySide() throws Exception {
    Path other = TestDatabases.newFolder("vigie-process-");
    try (VigieProcess first = start("serve");
        VigieProcess second =
            VigieProcess.start("serve", "--port=0", "--data-dir=" + other).awaitReady()) {
      assertThat(first.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(second.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(first.url()).isNotEqualTo(second.url());
    } finally {
      TestDatabases.delete(other);
    }
  }

  @Test
  void aPortInUseIsRefusedWithASentenceBeforeAnythingStarts() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
        VigieProcess refused =
            VigieProcess.start("serve", "--port=" + taken.getLocalPort(), "--data-dir=" + folder)) {
      assertThat(refused.awaitExit()).isEqualTo(ExitCode.CANNOT_RUN);
      assertThat(refused.errors().lines())
          .singleElement()
          .asString()
          .startsWith("Port " + taken.getLocalPort())
          .endsWith("choose another --port.");
      assertThat(folder.resolve("postgres")).doesNotExist();
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsRefusedWithASentence() throws Exception {
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      nobody = free.getLocalPort();
    }
    try (VigieProcess refused =
        VigieProcess.start(
            "serve",
            "--port=0",
            "--data-dir=" + folder,
            "--database-url=jdbc:postgresql://127.0.0.1:" + nobody + "/vigie",
            "--database-password=seven-grey-herons")) {
      assertThat(refused.awaitExit()).isEqualTo(ExitCode.CANNOT_RUN);
      assertThat(refused.errors()).contains("127.0.0.1:" + nobody).doesNotContain("\tat ");
    }
  }

  @Test
  void aWrongLayerFileIsRefusedWithFileAndLine() throws Exception {
    Path file = folder.resolve("layers").resolve("wrong.layer.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "name: wrong\ngeometry: dot\n");
    try (VigieProcess refused = VigieProcess.start("serve", "--port=0", "--data-dir=" + folder)) {
      assertThat(refused.awaitExit()).isEqualTo(ExitCode.FAILED);
      assertThat(refused.errors()).contains("wrong.layer.yaml:2").contains("point");
    }
  }

  @Test
  void aServerOnADatabaseOfTheMissionsStartsNoOther() throws Exception {
    var address = TestDatabases.create();
    // Somebody else brings the schema up to date; the server does not know the owner's password.
    PostgisStore.open(address, LayerFiles.read()).close();
    try (VigieProcess server =
        VigieProcess.start(
                "serve",
                "--port=0",
                "--data-dir=" + folder,
                "--database-url=" + address.jdbcUrl(),
                "--database-user=" + address.user(),
                "--database-password=" + address.password(),
                "--database-owner-user=" + address.owner().orElseThrow().user(),
                "--database-owner-password=" + address.owner().orElseThrow().password())
            .awaitReady()) {
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(folder.resolve("postgres")).doesNotExist();
    } finally {
      TestDatabases.drop(address);
    }
  }

  private VigieProcess start(String command) throws IOException {
    return VigieProcess.start(command, "--port=0", "--data-dir=" + folder).awaitReady();
  }

  private static long incidents(VigieProcess server) throws IOException, InterruptedException {
    SignedIn analyst = server.as("analyst");
    var answer = analyst.send(analyst.request("/collections/incident/items?limit=1&f=json"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body()).path("numberMatched").asLong();
  }

  private long databasePid() throws IOException {
    Path file = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  /** The process may linger for a moment after the file that names it is gone. */
  private void assertGone(long pid) throws InterruptedException, IOException {
    assertThat(folder.resolve("postgres").resolve("data").resolve("postmaster.pid")).doesNotExist();
    Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
    for (int wait = 0; wait < 200 && isRunning(commandLine); wait++) {
      Thread.sleep(50);
    }
    assertThat(isRunning(commandLine)).as("PostgreSQL still runs").isFalse();
  }

  private static boolean isRunning(Path commandLine) throws IOException {
    return Files.exists(commandLine) && !Files.readString(commandLine).isEmpty();
  }
}
