package org.vigie.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

  /** Beginnings of the names of jars that only tests need. */
  private static final List<String> OF_TESTS =
      List.of(
          "junit-",
          "opentest4j",
          "apiguardian",
          "assertj",
          "byte-buddy",
          "archunit",
          "playwright",
          "driver",
          "Java-WebSocket",
          "gson",
          "surefire",
          "error_prone",
          "jazzer",
          "vigie-",
          "jimfs",
          "pdfbox",
          "fontbox",
          "commons-logging");

  private Set<Component> components;

  @BeforeEach
  void collect() throws Exception {
    components = Inventory.ofThisProcess().components();
  }

  @Test
  void everyJarOnTheClassPathIsListedWithItsDigest() throws Exception {
    Set<String> listed =
        components.stream()
            .filter(each -> each.sha256().isPresent())
            .map(each -> each.name() + "-" + each.version() + ".jar")
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Path jar : ClassPath.ofThisProcess().jars()) {
      String name = jar.getFileName().toString();
      if (OF_TESTS.stream().noneMatch(name::startsWith) && !listed.contains(name)) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(listed).hasSizeGreaterThan(25);
  }

  @Test
  void whatIsUnpackedFromTheGeoToolsArchiveIsListed() {
    Map<String, String> inside =
        components.stream()
            .filter(each -> each.inside().isPresent())
            .collect(Collectors.toMap(Component::name, Component::version, (a, b) -> a));
    assertThat(inside).containsEntry("gt-referencing", "33.1");
    assertThat(inside).containsKeys("indriya", "hsqldb", "re2j", "ejml-core");
    assertThat(inside.values()).doesNotContain("");
  }

  /**
   * What has no properties in the archive says its version in its own classes, or its user does.
   */
  @Test
  void versionsThatTheArchiveDoesNotTellAreThoseOfWhatIsInIt() throws Exception {
    assertThat(contentOf("/org/hsqldb/persist/HsqlDatabaseProperties.class"))
        .contains(constant(version("hsqldb")));
    assertThat(contentOf("/org/ejml/EjmlVersion.class")).contains(constant(version("ejml-core")));
    assertThat(contentOf("/META-INF/maven/org.geotools/gt-main/pom.xml").replaceAll("\\s", ""))
        .contains("<artifactId>re2j</artifactId><version>" + version("re2j") + "</version>");
    assertThat(contentOf("/org/ejml/EjmlVersion.class")).doesNotContain(constant("0.40"));
  }

  private String version(String name) {
    return components.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .version();
  }

  /** As a class file keeps a text: two bytes of length before it. */
  private static String constant(String text) {
    return "\u0001\u0000" + (char) text.length() + text;
  }

  private static String contentOf(String resource) throws Exception {
    try (InputStream in = InventoryTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void whatBrowsersAreServedIsListed() throws Exception {
    assertThat(components.stream().map(Component::purl))
        .anyMatch(purl -> purl.startsWith("pkg:maven/org.webjars.npm/leaflet@"))
        .anyMatch(purl -> purl.startsWith("pkg:npm/topojson-client@"))
        .anyMatch(purl -> purl.startsWith("pkg:npm/%40mapbox/vector-tile@"))
        .anyMatch(purl -> purl.startsWith("pkg:npm/world-atlas@"));
    String lock = Files.readString(Path.of("..", "web", "package-lock.json"));
    components.stream()
        .filter(each -> each.ecosystem().equals("npm"))
        .forEach(
            each ->
                assertThat(lock).contains("\"" + each.name() + "\": \"" + each.version() + "\""));
  }

  /** Versions in which faults were mended that would matter here. */
  @ParameterizedTest
  @CsvSource({
    "postgresql, 42.7.11",
    "jackson-core, 2.18.0",
    "jetty-server, 12.0.25",
    "jetty-http, 12.0.25",
    "logback-core, 1.5.13",
    "snakeyaml, 2.0",
    "HikariCP, 5.1.0"
  })
  void nothingIsOlderThanTheFloor(String name, String floor) {
    List<Component> found = components.stream().filter(c -> c.name().equals(name)).toList();
    assertThat(found).as(name).isNotEmpty();
    assertThat(found)
        .allSatisfy(
            each ->
                assertThat(Arrays.compare(numbers(each.version()), numbers(floor)))
                    .as(each.purl())
                    .isGreaterThanOrEqualTo(0));
  }

  @Test
  void anOlderVersionIsSeenToBeOlder() {
    assertThat(Arrays.compare(numbers("42.7.9"), numbers("42.7.11"))).isNegative();
    assertThat(Arrays.compare(numbers("12.1.0"), numbers("12.0.25"))).isPositive();
  }

  @Test
  void nothingThatRunsScriptsOrReadsObjectsIsThere() {
    assertThat(components.stream().map(Component::name))
        .noneMatch(
            name ->
                name.matches(
                    "(?i)(.*groovy.*|.*rhino.*|.*nashorn.*|.*jython.*|mvel.*|ognl.*|spring-expression"
                        + "|commons-jxpath|xstream|kryo.*|log4j-core)"));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\."))
        .limit(3)
        .mapToInt(part -> Integer.parseInt(part.replaceAll("[^0-9].*", "0")))
        .toArray();
  }
}
