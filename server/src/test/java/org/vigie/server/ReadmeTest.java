package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.server.config.ConfigurationSources;
import picocli.CommandLine;

/** What the README and ARCHITECTURE.md say must be so. */
class ReadmeTest {

  /** Pages, not pictures. */
  private static final Pattern LINK =
      Pattern.compile("(?:(?<!!)\\[[^\\]]*\\]\\(|(?m:^\\[[^\\]]+\\]: ))(?!http)([^)#\\n]+)");

  private Path top;
  private String readme;

  @BeforeEach
  void read() throws IOException {
    top = Path.of("").toAbsolutePath();
    while (!Files.exists(top.resolve("README.md"))) {
      top = top.getParent();
    }
    readme = Files.readString(top.resolve("README.md"));
  }

  @Test
  void theTwoCommandsStandAtTheTop() {
    assertThat(readme.lines().limit(5).toList())
        .anyMatch(line -> line.startsWith("    ./vigie demo"))
        .anyMatch(line -> line.startsWith("    ./vigie test"));
  }

  @Test
  void everyCommandIsNamed() {
    assertThat(commandLine().getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(command -> assertThat(readme).contains("`./vigie " + command));
  }

  @Test
  void everySettingOfTheServerIsNamed() {
    List<String> missing =
        commandLine().getSubcommands().get("serve").getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .flatMap(
                option ->
                    List.of(
                        "`" + option.longestName() + "`",
                        "`" + ConfigurationSources.variable(ConfigurationSources.key(option)) + "`")
                        .stream())
            .filter(each -> !readme.contains(each))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDependencyIsNamedWithItsReason() throws IOException {
    String pom = Files.readString(top.resolve("pom.xml"));
    String managed =
        pom.substring(pom.indexOf("<dependencies>"), pom.indexOf("</dependencyManagement>"));
    Set<String> artifacts =
        Pattern.compile("<artifactId>([^<]+)")
            .matcher(managed)
            .results()
            .map(match -> match.group(1))
            .filter(each -> !each.startsWith("vigie-"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(artifacts)
        .hasSizeGreaterThan(15)
        .allSatisfy(each -> assertThat(readme).contains("`" + each + "`"));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(match -> page.getParent().resolve(match.group(1)).normalize())
          .forEach(target -> assertThat(target).as("a link of " + page.getFileName()).exists());
    }
  }

  private List<Path> pages() throws IOException {
    try (var decisions = Files.list(top.resolve("docs/decisions"))) {
      return java.util.stream.Stream.concat(
              decisions,
              java.util.stream.Stream.of("README.md", "ARCHITECTURE.md", "docker/README.md")
                  .map(top::resolve))
          .filter(each -> each.toString().endsWith(".md"))
          .toList();
    }
  }

  private static CommandLine commandLine() {
    return Main.commandLine(new String[0], Map.of());
  }
}
