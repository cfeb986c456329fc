package org.vigie.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.analysis.Analyses;
import org.vigie.geodata.analysis.Analysis;
import org.vigie.geodata.analysis.Parameter;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.server.processes.ProcessRoutes;
import org.vigie.server.testing.TestIncidents;
import org.vigie.server.testing.TestMission;
import picocli.CommandLine;

/** Analyses from the command line: the same document as the server gives. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalyseCommandTest {

  private static final long SEED = 20261121;

  @TempDir private Path folder;

  private DatabaseAddress database;
  private TestMission mission;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeAll
  void load(DatabaseAddress address) throws Exception {
    database = address;
    mission = new TestMission(address, (catalog, store, desk) -> List.of(new ProcessRoutes(desk)));
    mission.load(TestIncidents.random(300, new Random(SEED)));
  }

  @AfterAll
  void stop() {
    mission.close();
  }

  @Test
  void everyAnalysisIsListedWithItsParametersAndHelp() {
    assertThat(run(List.of("analyse"))).isEqualTo(ExitCode.OK);
    for (Analysis analysis : Analyses.list()) {
      assertThat(out.toString()).contains(analysis.id() + ": " + analysis.title());
      for (Parameter parameter : analysis.parameters().list()) {
        assertThat(out.toString()).contains("  " + parameter.name() + "=", parameter.help());
      }
    }
  }

  @Test
  void theCommandLineGivesTheBytesThatTheServerGives() throws Exception {
    Path file = folder.resolve("areas.geojson");
    assertThat(
            run(
                List.of(
                    "analyse",
                    "cluster-density",
                    "--layer=incident",
                    "--datetime=2024-01-01/2024-06-30",
                    "--filter=killed_best > 1",
                    "--area=circle:22,6,400000",
                    "--param=epsM=20000",
                    "-p",
                    "minPts=3",
                    "-p",
                    "hull=convex",
                    "-o",
                    file.toString())))
        .as(err.toString())
        .isEqualTo(ExitCode.OK);
    HttpResponse<String> served =
        mission.trying(
            "/processes/cluster-density/execution",
            "{'inputs':{'layer':'incident','datetime':'2024-01-01/2024-06-30',"
                + "'filter':'killed_best > 1','area':'circle:22,6,400000','epsM':20000,"
                + "'minPts':3,'hull':'convex'}}");
    assertThat(Files.readString(file)).isEqualTo(served.body()).contains("\"Polygon\"");
    assertThat(err.toString()).contains("cluster-density.UNCLASSIFIED.geojson");
  }

  @Test
  void theEndingOfTheFileSaysWhatIsWritten() throws Exception {
    for (String name : List.of("a.csv", "a.md")) {
      Path file = folder.resolve(name);
      assertThat(run(arguments("--output=" + file))).as(err.toString()).isEqualTo(ExitCode.OK);
      assertThat(Files.readString(file)).contains("UNCLASSIFIED", "cluster-density");
    }
    assertThat(run(arguments())).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("{\"type\":\"FeatureCollection\"");
    assertThat(run(arguments("--output=" + folder.resolve("a.xlsx")))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(".geojson, .json, .csv, .md or .png");
    assertThat(folder.resolve("a.xlsx")).doesNotExist();
  }

  @Test
  void whatIsWrongIsSaidInASentence() {
    assertThat(run(List.of("analyse", "nothing"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no analysis nothing", "cluster-density");
    assertThat(run(arguments("-p", "epsM=far"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("epsM", "'far' is not possible");
    assertThat(run(arguments("-p", "eps=3"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("inputs.eps");
    assertThat(run(List.of("analyse", "cluster-density"))).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("inputs.layer");
    assertThat(run(arguments("--as=nobody"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no account nobody");
  }

  @Test
  void itRunsWithTheRightsOfAnAccount() {
    assertThat(run(List.of("user", "add", "seer", "--role=viewer"))).isEqualTo(ExitCode.OK);
    assertThat(run(arguments("--as=seer"))).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("\"classification\":\"UNCLASSIFIED\"");
  }

  private static List<String> arguments(String... more) {
    List<String> all =
        new ArrayList<>(List.of("analyse", "cluster-density", "--layer", "incident"));
    all.addAll(List.of(more));
    return all;
  }

  private int run(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(
        List.of(
            "--data-dir", folder.toString(),
            "--database-url", database.jdbcUrl(),
            "--database-user", database.user(),
            "--database-password", database.password(),
            "--database-owner-user", database.owner().orElseThrow().user(),
            "--database-owner-password", database.owner().orElseThrow().password()));
    out = new StringWriter();
    err = new StringWriter();
    return new CommandLine(new VigieCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(Failures::wrongUsage)
        .execute(all.toArray(String[]::new));
  }
}
