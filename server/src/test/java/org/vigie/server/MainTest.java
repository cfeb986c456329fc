package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.server.command.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class MainTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  static Stream<String> commands() {
    return Main.commandLine(new String[0], Map.of()).getSubcommands().keySet().stream();
  }

  static Stream<OptionSpec> options() {
    CommandLine root = Main.commandLine(new String[0], Map.of());
    return root.getSubcommands().values().stream()
        .flatMap(command -> command.getCommandSpec().options().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(String command) {
    assertThat(run(command, "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("Usage: vigie " + command);
    assertThat(errors.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("options")
  void everyOptionExplainsItself(OptionSpec option) {
    assertThat(option.description()).as("help of " + option.longestName()).isNotEmpty();
  }

  @Test
  void anUnknownCommandIsWrongUsageAndTheNearestIsOffered() {
    assertThat(run("serv")).isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString()).contains("'serv'").contains("Did you mean: vigie serve");
  }

  @Test
  void noCommandIsWrongUsage() {
    assertThat(run()).isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString()).contains("vigie --help");
  }

  @Test
  void aPortOutsideTheRangeIsWrongUsage() {
    assertThat(run("serve", "--port", "70000", "--data-dir=" + folder)).isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString()).contains("between 0 and 65535, not 70000");
  }

  @Test
  void aDatabaseUrlOfAnotherKindIsWrongUsage() {
    assertThat(run("serve", "--database-url=mysql://x", "--data-dir=" + folder))
        .isEqualTo(ExitCode.USAGE);
    assertThat(errors.toString()).contains("jdbc:postgresql://");
  }

  @Test
  void theDoctorIsContentWithANewDirectory() {
    Path directory = TestDatabases.newFolder("vigie-doctor-");
    try {
      assertThat(run("doctor", "--data-dir=" + directory)).as(out.toString()).isEqualTo(0);
      assertThat(out.toString())
          .contains("PostGIS")
          .contains("13 layers")
          .contains(directory.toString())
          .doesNotContain("WRONG");
      assertThat(directory.resolve("postgres")).as("the doctor changes nothing").doesNotExist();
    } finally {
      TestDatabases.delete(directory);
    }
  }

  @Test
  void theDoctorNamesTheDatabaseTheVersionAndTheSchema() {
    var address = TestDatabases.create();
    String[] arguments = {
      "doctor",
      "--data-dir=" + folder,
      "--database-url=" + address.jdbcUrl(),
      "--database-user=" + address.user(),
      "--database-password=" + address.password(),
      "--database-owner-user=" + address.owner().orElseThrow().user(),
      "--database-owner-password=" + address.owner().orElseThrow().password()
    };
    try {
      assertThat(run(arguments)).isEqualTo(0);
      assertThat(out.toString())
          .contains(address.jdbcUrl())
          .contains("PostGIS 3.")
          .contains("not made yet")
          .doesNotContain(address.password());
    } finally {
      TestDatabases.drop(address);
    }
  }

  @Test
  void theDoctorSaysWhatIsWrongAndHowToMendIt() throws IOException {
    Path layer = folder.resolve("layers").resolve("wrong.layer.yaml");
    Files.createDirectories(layer.getParent());
    Files.writeString(layer, "name: wrong\ngeometry: dot\n");
    String url = "--database-url=jdbc:postgresql://127.0.0.1:1/nothing";
    String password = "--database-password=seven-grey-herons";
    assertThat(run("doctor", "--data-dir=" + folder, url, password)).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .contains("WRONG  Layer files")
        .contains("wrong.layer.yaml:2")
        .contains("WRONG  Database")
        .contains("To mend it: check --database-url");
  }

  private int run(String... arguments) {
    return Main.commandLine(arguments, Map.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments);
  }
}
