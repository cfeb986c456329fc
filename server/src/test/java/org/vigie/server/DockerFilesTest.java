package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.config.ConfigurationSources;
import picocli.CommandLine;

/** Reads the container files, which no engine is there to run. */
class DockerFilesTest {

  private static final Set<String> INSTRUCTIONS =
      Set.of(
          "FROM",
          "RUN",
          "CMD",
          "LABEL",
          "EXPOSE",
          "ENV",
          "ADD",
          "COPY",
          "ENTRYPOINT",
          "VOLUME",
          "USER",
          "WORKDIR",
          "ARG",
          "ONBUILD",
          "STOPSIGNAL",
          "HEALTHCHECK",
          "SHELL");

  private static final Set<String> TOP_KEYS =
      Set.of("name", "services", "volumes", "networks", "configs", "secrets");

  /** Of the Compose specification, those that make sense for us. */
  private static final Set<String> SERVICE_KEYS =
      Set.of(
          "build",
          "cap_drop",
          "command",
          "configs",
          "depends_on",
          "environment",
          "healthcheck",
          "image",
          "ports",
          "read_only",
          "restart",
          "security_opt",
          "shm_size",
          "stop_grace_period",
          "tmpfs",
          "volumes");

  private static final Set<String> HEALTH_KEYS =
      Set.of("test", "interval", "timeout", "retries", "start_period");

  private static final Pattern VARIABLE = Pattern.compile("VIGIE_[A-Z_]+");

  private Path top;
  private List<String> instructions;
  private JsonNode compose;

  @BeforeEach
  void read() throws IOException {
    top = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(top.resolve("docker"))) {
      top = top.getParent();
    }
    instructions = instructions(Files.readAllLines(top.resolve("docker/Dockerfile")));
    compose =
        new ObjectMapper(new YAMLFactory()).readTree(top.resolve("docker/compose.yaml").toFile());
  }

  @Test
  void theDockerfileUsesKnownInstructionsOnly() {
    assertThat(instructions)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(INSTRUCTIONS).contains(word(each)));
  }

  @Test
  void everyImageHasAVersion() {
    List<String> images = new ArrayList<>();
    of("FROM").forEach(each -> images.add(each.split(" ")[1]));
    compose.path("services").forEach(service -> images.add(service.path("image").asText()));
    assertThat(images)
        .hasSize(4)
        .allSatisfy(image -> assertThat(image).matches("[a-z0-9/_-]+:[A-Za-z0-9][A-Za-z0-9._-]*"))
        .noneSatisfy(image -> assertThat(image).endsWith(":latest"));
  }

  @Test
  void whatIsCopiedExists() {
    for (String copy : of("COPY")) {
      String[] words = copy.split(" ");
      if (words[1].startsWith("--from=build")) {
        assertThat(words[2]).startsWith("/source/server/target/");
      } else {
        assertThat(top.resolve(words[1])).exists();
      }
    }
  }

  @Test
  void theBuildCopiesEveryModule() throws IOException {
    String pom = Files.readString(top.resolve("pom.xml"));
    Matcher modules = Pattern.compile("<module>([^</]+)").matcher(pom);
    Set<String> folders = new TreeSet<>();
    while (modules.find()) {
      folders.add(modules.group(1));
    }
    assertThat(folders)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(of("COPY")).contains("COPY " + each + " " + each));
  }

  @Test
  void theServerRunsAsAnOrdinaryUserWithAHealthCheckAndTakesSignals() {
    assertThat(of("USER")).singleElement().asString().matches("USER [1-9][0-9]*");
    assertThat(of("HEALTHCHECK")).singleElement().asString().contains("/health/ready");
    assertThat(of("ENTRYPOINT")).singleElement().asString().startsWith("ENTRYPOINT [\"java\"");
  }

  @Test
  void everyVariableIsASettingOfTheServer() throws IOException {
    Set<String> settings =
        Main.commandLine(new String[0], Map.of()).getSubcommands().values().stream()
            .map(CommandLine::getCommandSpec)
            .flatMap(command -> command.options().stream())
            .map(option -> ConfigurationSources.variable(ConfigurationSources.key(option)))
            .collect(Collectors.toSet());
    List<String> used = new ArrayList<>();
    of("ENV").forEach(each -> VARIABLE.matcher(each).results().forEach(m -> used.add(m.group())));
    compose
        .path("services")
        .path("server")
        .path("environment")
        .fieldNames()
        .forEachRemaining(used::add);
    assertThat(used).hasSizeGreaterThan(4).allSatisfy(each -> assertThat(settings).contains(each));
  }

  @Test
  void theComposeFileUsesKnownKeysOnly() {
    assertThat(compose.fieldNames()).toIterable().isSubsetOf(TOP_KEYS);
    for (JsonNode service : compose.path("services")) {
      assertThat(service.fieldNames()).toIterable().isSubsetOf(SERVICE_KEYS);
      assertThat(service.path("healthcheck").fieldNames()).toIterable().isSubsetOf(HEALTH_KEYS);
    }
  }

  @Test
  void servicesAndVolumesThatAreNamedExist() {
    for (JsonNode service : compose.path("services")) {
      service
          .path("depends_on")
          .fieldNames()
          .forEachRemaining(each -> assertThat(compose.path("services").has(each)).isTrue());
      for (JsonNode volume : service.path("volumes")) {
        assertThat(compose.path("volumes").has(volume.asText().split(":")[0])).isTrue();
      }
    }
    for (JsonNode service : compose.path("services")) {
      for (JsonNode config : service.path("configs")) {
        String file =
            compose.path("configs").path(config.path("source").asText()).path("file").asText();
        assertThat(top.resolve("docker").resolve(file)).exists();
      }
    }
    assertThat(compose.path("services").path("database").has("healthcheck")).isTrue();
  }

  @Test
  void portsAreOnTheLoopbackAddress() {
    for (JsonNode service : compose.path("services")) {
      for (JsonNode port : service.path("ports")) {
        assertThat(port.asText()).startsWith("127.0.0.1:");
      }
    }
  }

  private List<String> of(String instruction) {
    return instructions.stream().filter(each -> word(each).equals(instruction)).toList();
  }

  private static String word(String instruction) {
    return instruction.split(" ", 2)[0];
  }

  /** Continued lines joined, comments left out. */
  private static List<String> instructions(List<String> lines) {
    List<String> joined = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      boolean continued = line.endsWith("\\");
      current.append(continued ? line.substring(0, line.length() - 1) : line);
      if (!continued) {
        joined.add(current.toString().replaceAll("\\s+", " ").strip());
        current.setLength(0);
      }
    }
    return joined;
  }
}
