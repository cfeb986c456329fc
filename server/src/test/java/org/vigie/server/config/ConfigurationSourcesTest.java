package org.vigie.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ConfigurationSourcesTest {

  @TempDir private Path directory;
  private final StringWriter errors = new StringWriter();

  @Command(name = "root", subcommands = Sub.class)
  static final class Root implements Runnable {
    @Override
    public void run() {}
  }

  @Command(name = "sub")
  static final class Sub implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080")
    int port;

    @Option(names = "--data-dir")
    Path data;

    @Option(names = "--config")
    Path config;

    @Override
    public Integer call() {
      return port % 256;
    }
  }

  @Test
  void withoutAnythingTheDefaultAtTheOptionHolds() {
    assertThat(port(Map.of())).isEqualTo(8080);
  }

  @Test
  void theFileInTheDataDirectoryGoesBeforeTheDefault() throws IOException {
    Files.writeString(directory.resolve("vigie.properties"), "# a comment\nport = 1001\n");
    assertThat(port(Map.of())).isEqualTo(1001);
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    Files.writeString(directory.resolve("vigie.properties"), "port = 1001\n");
    assertThat(port(Map.of("VIGIE_PORT", "1002"))).isEqualTo(1002);
  }

  @Test
  void theCommandLineGoesBeforeTheEnvironment() throws IOException {
    Files.writeString(directory.resolve("vigie.properties"), "port = 1001\n");
    assertThat(port(Map.of("VIGIE_PORT", "1002"), "--port", "1003")).isEqualTo(1003);
  }

  @Test
  void aNamedFileReplacesTheOneInTheDataDirectory() throws IOException {
    Files.writeString(directory.resolve("vigie.properties"), "port = 1001\n");
    Path other = Files.writeString(directory.resolve("other.properties"), "port = 1004\n");
    assertThat(port(Map.of(), "--config=" + other)).isEqualTo(1004);
    assertThat(port(Map.of("VIGIE_CONFIG", other.toString()))).isEqualTo(1004);
  }

  @Test
  void theDataDirectoryOfTheEnvironmentHoldsTheFile() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    Files.writeString(other.resolve("vigie.properties"), "port = 1005\n");
    String[] arguments = {"sub"};
    Sub sub = parse(arguments, Map.of("VIGIE_DATA_DIR", other.toString()));
    assertThat(sub.port).isEqualTo(1005);
  }

  @Test
  void aKeyThatNoOptionHasIsRefusedWithTheAllowedOnes() throws IOException {
    Files.writeString(directory.resolve("vigie.properties"), "prot = 1001\n");
    assertThat(execute()).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(errors.toString()).contains("prot").contains("none of [port]");
  }

  @Test
  void aNamedFileThatIsNotThereIsRefused() {
    assertThat(execute("--config=" + directory.resolve("absent"))).isEqualTo(2);
    assertThat(errors.toString()).contains("absent").contains("cannot be read");
  }

  private int port(Map<String, String> environment, String... more) {
    return parse(arguments(more), environment).port;
  }

  private int execute(String... more) {
    String[] arguments = arguments(more);
    return commandLine(arguments, Map.of()).execute(arguments);
  }

  private String[] arguments(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "sub";
    arguments[1] = "--data-dir=" + directory;
    System.arraycopy(more, 0, arguments, 2, more.length);
    return arguments;
  }

  private Sub parse(String[] arguments, Map<String, String> environment) {
    CommandLine root = commandLine(arguments, environment);
    root.parseArgs(arguments);
    return (Sub) root.getSubcommands().get("sub").getCommandSpec().userObject();
  }

  private CommandLine commandLine(String[] arguments, Map<String, String> environment) {
    return new CommandLine(new Root())
        .setDefaultValueProvider(new ConfigurationSources(arguments, environment))
        .setErr(new PrintWriter(errors, true));
  }
}
