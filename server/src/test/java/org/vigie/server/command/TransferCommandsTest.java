package org.vigie.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.transfer.ImportProgress.Phase;
import org.vigie.geodata.transfer.ImportProgress.Snapshot;
import picocli.CommandLine;

@PostgisTest
class TransferCommandsTest {

  private static final String HEADER = "source_system,source_id,title,type,date,lat,lon\n";
  private static final String GOOD = "cli,1,One,BATTLES,2026-01-01,1.5,2.5\n";
  private static final String BAD = "cli,2,Two,BATTLES,2026-01-01,95,2\n";

  private final DatabaseAddress database;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  TransferCommandsTest(DatabaseAddress database) {
    this.database = database;
  }

  @BeforeEach
  void takeBackWhatIsThere() {
    run("import", "--batches");
    Matcher batch =
        Pattern.compile("(?m)^([0-9a-f-]{36}) .*(?<!undone\\))$").matcher(out.toString());
    List<String> batches = new ArrayList<>();
    while (batch.find()) {
      batches.add(batch.group(1));
    }
    batches.forEach(each -> run("import", "--undo", each));
    clear();
  }

  @Test
  void aFileGoesInOnceAndComesOutAsItIs() throws Exception {
    Path file = file("good.csv", HEADER + GOOD);

    assertThat(run("import", file.toString(), "--layer", "incident")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("CSV table", "date → valid_from", "1 rows, 0 refused; 1 new", "--undo ");
    clear();
    assertThat(run("import", file.toString(), "--layer", "incident")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("0 new, 0 changed, 1 unchanged").doesNotContain("--undo");
    clear();
    Path extract = folder.resolve("extract.csv");
    assertThat(
            run(
                "export",
                "--layer",
                "incident",
                "--filter",
                "type = 'BATTLES'",
                "--bbox",
                "2,1,3,2",
                "--datetime",
                "2026-01-01",
                "-o",
                extract.toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(err.toString()).contains("1 features written");
    assertThat(Files.readString(extract)).startsWith("id,longitude,latitude").contains("2.5,1.5,");
    assertThat(
            run(
                "export",
                "--layer",
                "incident",
                "--filter",
                "type = 'RIOTS'",
                "-o",
                folder.resolve("none.geojson").toString()))
        .isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("none.geojson"))
        .hasContent(
            "{\"type\":\"FeatureCollection\",\"features\":[],"
                + "\"classification\":\"UNCLASSIFIED\"}");
  }

  @Test
  void someRefusedRowsMakeExitCodeFourAndAFile() throws Exception {
    Path refused = folder.resolve("back.csv");

    int code =
        run(
            "import",
            file("mixed.csv", HEADER + GOOD + BAD).toString(),
            "--layer",
            "incident",
            "--refused",
            refused.toString());

    assertThat(code).isEqualTo(ExitCode.SOME_REFUSED);
    assertThat(err.toString()).contains("mixed.csv:3", "latitude 95.0", "back.csv");
    assertThat(Files.readAllLines(refused)).hasSize(2);
    assertThat(out.toString()).contains("2 rows, 1 refused; 1 new");
  }

  @Test
  void allOrNothingIsExitCodeOneWithNothingIn() throws Exception {
    int code =
        run(
            "import",
            file("mixed.csv", HEADER + GOOD + BAD).toString(),
            "--layer",
            "incident",
            "--all-or-nothing",
            "--refused",
            folder.resolve("back.csv").toString());

    assertThat(code).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("Nothing went in");
    assertThat(exported()).isZero();
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndKeepsNothing() throws Exception {
    int code =
        run(
            "import",
            file("good.csv", HEADER + GOOD).toString(),
            "--layer",
            "incident",
            "--dry-run");

    assertThat(code).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("would be 1 new");
    assertThat(exported()).isZero();
  }

  @Test
  void aMappingFileAndItsOptionsSayHowToRead() throws Exception {
    Path mapping = file("map.yaml", "columns: {Quand: valid_from, Genre: type}\ndates: mdy\n");
    Path file = file("fr.csv", "Quand;Genre\n03/04/2026;RIOTS\n");

    assertThat(
            run(
                "import",
                file.toString(),
                "--layer",
                "incident",
                "--map",
                mapping.toString(),
                "--dates",
                "dmy"))
        .isEqualTo(ExitCode.OK);
    Path extract = folder.resolve("x.geojson");
    run("export", "--layer", "incident", "-o", extract.toString());
    assertThat(Files.readString(extract)).contains("\"valid_from\":\"2026-04-03T00:00:00Z\"");
  }

  @Test
  void whatCannotBeDoneIsSaidInASentence() throws Exception {
    assertThat(run("import")).isEqualTo(ExitCode.USAGE);
    assertThat(run("import", "x.csv", "--layer", "incident")).isEqualTo(ExitCode.CANNOT_RUN);
    assertThat(run("import", file("a.csv", HEADER + GOOD).toString(), "--layer", "volcano"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            run(
                "import",
                file("d.csv", "type,date\nRIOTS,1/2/2026\n").toString(),
                "--layer",
                "incident"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(run("export", "--layer", "incident", "--format", "xlsx")).isEqualTo(ExitCode.USAGE);
    assertThat(
            run(
                "export",
                "--layer",
                "incident",
                "--filter",
                "no_such = 1",
                "-o",
                folder.resolve("n.csv").toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("Give a FILE", "x.csv cannot be read", "dmy or mdy");
    assertThat(err.toString()).doesNotContain("fault of Vigie's");
  }

  @Test
  void progressIsOneLineWithRateAndTimeLeft() {
    Snapshot half = new Snapshot(Phase.READING, 50, 100, 12_345, 1_234.5, 75);

    assertThat(ProgressLine.line(half, true))
        .isEqualTo(
            "Reading    [###############---------------]  50 %, 12,345 rows, 1,235 rows/s,"
                + " 1 min 15 s left");
    assertThat(ProgressLine.line(half, false)).startsWith("Reading     50 %, 12,345 rows");
    assertThat(ProgressLine.line(new Snapshot(Phase.COMMITTING, 100, 100, 9, 1, -1), true))
        .isEqualTo("Committing 9 rows");
  }

  private long exported() throws Exception {
    Path extract = folder.resolve("all.csv");
    run("export", "--layer", "incident", "-o", extract.toString());
    try (var lines = Files.lines(extract)) {
      return lines.count() - 1;
    }
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }

  private void clear() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--data-dir", folder.toString(),
            "--database-url", database.jdbcUrl(),
            "--database-user", database.user(),
            "--database-password", database.password(),
            "--database-owner-user", database.owner().orElseThrow().user(),
            "--database-owner-password", database.owner().orElseThrow().password()));
    return new CommandLine(new VigieCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(Failures::wrongUsage)
        .execute(all.toArray(String[]::new));
  }
}
