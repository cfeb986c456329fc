package org.vigie.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What comes from others is on the list, and what is on the list is what is served. */
class ServedAssetsTest {

  private static final Path SERVED = Path.of("target/classes/META-INF/resources");
  private final JsonNode list = readList();

  @Test
  void everyFileOfOthersIsListedWithItsHash() throws Exception {
    Map<String, String> served = new HashMap<>();
    Path npm = assets().resolve("npm");
    try (Stream<Path> files = Files.walk(npm)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = npm.relativize(file).toString().replace('\\', '/');
        served.put(name, sha256(asPublished(name, Files.readString(file, ISO_8859_1))));
      }
    }
    Map<String, String> listed =
        entries("npm")
            .collect(Collectors.toMap(a -> folder(a, "-"), a -> a.get("sha256").asText()));
    assertThat(served).isEqualTo(listed);
  }

  @Test
  void theFilesOfTheLeafletWebJarAreTheListedOnes() throws Exception {
    for (JsonNode asset : entries("webjar").toList()) {
      String resource = "/META-INF/resources/webjars/" + folder(asset, "/");
      try (InputStream in = ServedAssetsTest.class.getResourceAsStream(resource)) {
        assertThat(in).as(resource).isNotNull();
        assertThat(sha256(in.readAllBytes())).as(resource).isEqualTo(asset.get("sha256").asText());
      }
    }
  }

  @Test
  void everyPackageOfOthersIsServedWithItsLicenceText() {
    Set<String> packages = new TreeSet<>();
    Set<String> licensed = new TreeSet<>();
    for (JsonNode asset : list) {
      packages.add(asset.get("package").asText());
      if (asset.get("file").asText().matches("LICEN[CS]E(\\.txt|\\.md)?")) {
        licensed.add(asset.get("package").asText());
      }
      assertThat(asset.get("licence").asText()).isNotBlank();
    }
    assertThat(licensed).isEqualTo(packages).isNotEmpty();
  }

  @Test
  void everyAddressThatThePageNamesIsServed() throws Exception {
    String page = Files.readString(SERVED.resolve("index.en.html"));
    var addresses =
        Pattern.compile("<(?:link|script)[^>]*(?:src|href)=\"(/[^\"]+)\"").matcher(page);
    int found = 0;
    while (addresses.find()) {
      String resource = "/META-INF/resources" + addresses.group(1);
      assertThat(ServedAssetsTest.class.getResource(resource)).as(resource).isNotNull();
      found++;
    }
    assertThat(found).isGreaterThan(3);
  }

  @Test
  void everyModuleImportsOnlyWhatIsServed() throws Exception {
    Pattern imports = Pattern.compile("(?:from|import)\\s*\\(?\\s*'([^']+\\.js)'");
    try (Stream<Path> files = Files.walk(assets())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".js")).toList()) {
        var matcher = imports.matcher(Files.readString(file));
        while (matcher.find()) {
          String name = matcher.group(1);
          boolean there =
              name.startsWith("/")
                  ? ServedAssetsTest.class.getResource("/META-INF/resources" + name) != null
                  : Files.exists(file.resolveSibling(name));
          assertThat(there).as("%s imports %s", file, name).isTrue();
        }
      }
    }
  }

  @Test
  void thePageHasNoInlineScriptOrStyle() throws Exception {
    String page = Files.readString(SERVED.resolve("index.en.html"));
    assertThat(page).doesNotContainPattern("<script(?![^>]*\\bsrc=)[^>]*>");
    assertThat(page).doesNotContainPattern("<style|\\sstyle=|\\son\\w+=");
  }

  /** With the names of packages that addresses stand for, which is all that is changed. */
  private byte[] asPublished(String name, String served) {
    String published = served;
    for (JsonNode asset : entries("npm").filter(a -> folder(a, "-").equals(name)).toList()) {
      String up = "../".repeat((int) name.chars().filter(c -> c == '/').count());
      for (var each : asset.path("imports").properties()) {
        String address = "from '" + up + each.getValue().asText() + "'";
        assertThat(published).as(name).containsOnlyOnce(address);
        published = published.replace(address, "from '" + each.getKey() + "'");
      }
    }
    return published.getBytes(ISO_8859_1);
  }

  private static Path assets() throws IOException {
    try (Stream<Path> versions = Files.list(SERVED.resolve("assets"))) {
      return versions.collect(
          Collectors.collectingAndThen(
              Collectors.toList(),
              all -> {
                assertThat(all).as("one version of the assets").hasSize(1);
                return all.get(0);
              }));
    }
  }

  private Stream<JsonNode> entries(String origin) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(a -> a.get("origin").asText().equals(origin));
  }

  private static String folder(JsonNode asset, String separator) {
    return asset.get("package").asText()
        + separator
        + asset.get("version").asText()
        + "/"
        + asset.get("file").asText();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static JsonNode readList() {
    try (InputStream in = ServedAssetsTest.class.getResourceAsStream("served-assets.json")) {
      return new ObjectMapper()
          .readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .get("assets");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
