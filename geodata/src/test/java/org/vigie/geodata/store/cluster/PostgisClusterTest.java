package org.vigie.geodata.store.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.TestDatabases;

class PostgisClusterTest {

  private Path folder;

  @BeforeEach
  void makeFolder() {
    folder = TestDatabases.newFolder("vigie cluster ");
  }

  @AfterEach
  void removeFolder() {
    TestDatabases.delete(folder);
  }

  @Test
  void aWarmStartKeepsTheData() throws SQLException {
    try (PostgisCluster cluster = PostgisCluster.start(folder, HoldCluster.UNSYNCED)) {
      run(cluster.address(), "create table kept as select 42 as answer");
    }
    try (PostgisCluster cluster = PostgisCluster.start(folder, HoldCluster.UNSYNCED)) {
      assertThat(ask(cluster.address(), "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void closingStopsTheServer() throws Exception {
    PostmasterFile running;
    try (PostgisCluster cluster = PostgisCluster.start(folder, HoldCluster.UNSYNCED)) {
      running = PostmasterFile.read(data()).orElseThrow();
      assertThat(running.port()).isEqualTo(cluster.port());
      assertThat(running.processIsAlive()).isTrue();
    }
    assertThat(PostmasterFile.in(data())).doesNotExist();
    for (int wait = 0; wait < 200 && running.isServerOf(data()); wait++) {
      Thread.sleep(50);
    }
    assertThat(running.isServerOf(data())).isFalse();
  }

  @Test
  void aCommandStartsTheServerWhenNoneRunsAndStopsItAgain() throws IOException {
    try (PostgisCluster joined = PostgisCluster.join(folder)) {
      assertThat(joined.port()).isPositive();
    }
    assertThat(PostmasterFile.in(data())).doesNotExist();
  }

  @Test
  void twoFoldersRunSideBySide() throws SQLException {
    Path other = TestDatabases.newFolder("vigie-cluster-");
    try (PostgisCluster first = PostgisCluster.start(folder, HoldCluster.UNSYNCED);
        PostgisCluster second = PostgisCluster.start(other, HoldCluster.UNSYNCED)) {
      assertThat(first.port()).isNotEqualTo(second.port());
      run(first.address(), "create table mine as select 1 as one");
      assertThatThrownBy(() -> ask(second.address(), "select one from mine"))
          .hasMessageContaining("does not exist");
    } finally {
      TestDatabases.delete(other);
    }
  }

  @Test
  void aServerWhoseStarterWasKilledIsAdoptedWithItsData() throws Exception {
    Process starter = startInAnotherProcess();
    int port = PostmasterFile.read(data()).orElseThrow().port();
    starter.destroyForcibly().waitFor();
    try (PostgisCluster adopted = PostgisCluster.start(folder, HoldCluster.UNSYNCED)) {
      assertThat(adopted.port()).isEqualTo(port);
      assertThat(ask(adopted.address(), "select 'recovered'")).isEqualTo("recovered");
    }
    assertThat(PostmasterFile.in(data())).doesNotExist();
  }

  @Test
  void anotherProcessIsNamedWhenItHasTheFolder() throws Exception {
    Process holder = startInAnotherProcess();
    try {
      assertThatThrownBy(() -> PostgisCluster.start(folder, HoldCluster.UNSYNCED))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("(process " + holder.pid() + ")");
    } finally {
      holder.destroyForcibly().waitFor();
      PostgisCluster.start(folder, HoldCluster.UNSYNCED).close();
    }
  }

  @Test
  void dataSurvivesWhenStarterAndServerAreBothKilled() throws Exception {
    Process starter = startInAnotherProcess();
    try (PostgisCluster joined = PostgisCluster.join(folder)) {
      run(joined.address(), "create table kept as select 7 as answer");
    }
    PostmasterFile server = PostmasterFile.read(data()).orElseThrow();
    starter.destroyForcibly().waitFor();
    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    ProcessHandle.of(server.pid()).ifPresent(each -> each.onExit().join());
    try (PostgisCluster restarted = PostgisCluster.start(folder, HoldCluster.UNSYNCED)) {
      assertThat(ask(restarted.address(), "select answer from kept")).isEqualTo("7");
    }
  }

  /** A stopped process stands for one that is in the middle of a long computation. */
  @Test
  void aStartWaitsForTheLastProcessesOfAServerThatWasKilled() throws Exception {
    Process starter = startInAnotherProcess();
    PostmasterFile server = PostmasterFile.read(data()).orElseThrow();
    try (PostgisCluster joined = PostgisCluster.join(folder);
        Connection busy = connect(joined.address());
        Statement statement = busy.createStatement()) {
      ResultSet asked = statement.executeQuery("select pg_backend_pid()");
      asked.next();
      String backend = asked.getString(1);
      signal("STOP", backend);
      starter.destroyForcibly().waitFor();
      ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
      CompletableFuture<PostgisCluster> start =
          CompletableFuture.supplyAsync(() -> PostgisCluster.start(folder, HoldCluster.UNSYNCED));
      awaitLog("pre-existing shared memory block");
      assertThat(start).isNotDone();
      signal("CONT", backend);
      try (PostgisCluster started = start.get()) {
        assertThat(ask(started.address(), "select 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aStalePidThatNowBelongsToAnotherProgramIsRecognised() throws Exception {
    PostgisCluster.start(folder, HoldCluster.UNSYNCED).close();
    Files.write(
        PostmasterFile.in(data()),
        List.of(
            Long.toString(ProcessHandle.current().pid()),
            data().toString(),
            "1700000000",
            "5432",
            "",
            "127.0.0.1",
            "  1234567 9",
            "ready"));
    try (PostgisCluster cluster = PostgisCluster.start(folder, HoldCluster.UNSYNCED)) {
      assertThat(cluster.port()).isNotEqualTo(5432);
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aStartThatWasCutOffIsRepairedByTheNext() throws Exception {
    Path unfinished = folder.resolve("postgres").resolve("data.unfinished");
    Files.createDirectories(unfinished.resolve("base"));
    try (PostgisCluster cluster = PostgisCluster.start(folder, HoldCluster.UNSYNCED)) {
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
    }
    assertThat(unfinished).doesNotExist();
  }

  @Test
  void dataOfAnUninstalledVersionIsRefusedWithASentence() throws IOException {
    PostgisCluster.start(folder, HoldCluster.UNSYNCED).close();
    Files.writeString(data().resolve("PG_VERSION"), "9\n");
    assertThatThrownBy(() -> PostgisCluster.start(folder, HoldCluster.UNSYNCED))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("made by PostgreSQL 9");
  }

  /** What can be asked of one cluster without changing it. */
  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Running {

    private final Path home = TestDatabases.newFolder("vigie cluster ");
    private final PostgisCluster cluster = PostgisCluster.start(home, HoldCluster.UNSYNCED);

    @AfterAll
    void stop() {
      cluster.close();
      TestDatabases.delete(home);
    }

    @Test
    void aNewClusterHasPostgisAndSortsByCodePoint() throws SQLException {
      assertThat(ask(cluster.address(), "select postgis_lib_version()")).startsWith("3.");
      assertThat(
              ask(
                  cluster.address(),
                  "select string_agg(x, '' order by x) from unnest(array['b','Z','é','a','É']) x"))
          .isEqualTo("ZabÉé");
      assertThat(ask(cluster.address(), "select upper('é')")).isEqualTo("É");
    }

    @Test
    void theApplicationIsNoSuperuser() throws SQLException {
      assertThat(
              ask(
                  cluster.address(),
                  "select rolsuper or rolcreaterole or rolbypassrls from pg_roles"
                      + " where rolname = current_user"))
          .isEqualTo("f");
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefusedWithASentence() {
      assertThatThrownBy(() -> PostgisCluster.start(home, HoldCluster.UNSYNCED))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("already uses " + home)
          .hasMessageEndingWith("choose another --data-dir.");
    }

    @Test
    void aCommandJoinsTheServerThatRunsAndLeavesItRunning() throws SQLException {
      try (PostgisCluster joined = PostgisCluster.join(home)) {
        assertThat(joined.port()).isEqualTo(cluster.port());
        assertThat(ask(joined.address(), "select 1")).isEqualTo("1");
      }
      assertThat(ask(cluster.address(), "select 1")).isEqualTo("1");
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnly() throws IOException {
      for (String name : List.of("postgres.password", "database.password")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(name))))
            .isEqualTo("rw-------");
      }
      assertThat(cluster.address().toString()).doesNotContain(cluster.address().password());
    }

    @Test
    void aWrongPasswordIsRefused() {
      DatabaseAddress wrong =
          new DatabaseAddress(cluster.address().jdbcUrl(), PostgisCluster.DATABASE, "guess");
      assertThatThrownBy(() -> ask(wrong, "select 1")).hasMessageContaining("password");
    }
  }

  private Path data() throws IOException {
    return new ClusterFolder(folder.toRealPath()).data();
  }

  private void awaitLog(String words) throws Exception {
    Path log = new ClusterFolder(folder.toRealPath()).log();
    while (!Files.readString(log).contains(words)) {
      Thread.sleep(50);
    }
  }

  private static void signal(String name, String process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor()).isZero();
  }

  private Process startInAnotherProcess() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldCluster.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = process.inputReader().readLine();
    while (line != null && !line.equals("up")) {
      line = process.inputReader().readLine();
    }
    assertThat(line).as("the other process came up").isEqualTo("up");
    return process;
  }

  private static void run(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }

  /** As the owner, who may make tables. */
  private static Connection connect(DatabaseAddress address) throws SQLException {
    DatabaseAddress owner = address.asOwner().orElse(address);
    return DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
  }
}
