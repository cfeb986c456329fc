package org.vigie.server.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.server.http.Json;

/**
 * The bill of materials of this very process as a CycloneDX 1.5 document: what the build resolved,
 * what is inside the GeoTools archive that it unpacks, and what browsers are served.
 */
public final class Inventory {

  /** As dependency:list writes them: group:name:jar:version:scope, coloured or not. */
  private static final Pattern RESOLVED =
      Pattern.compile("([\\w.-]+):([\\w.-]+):jar:(?:[\\w-]+:)?([\\w.+-]+):(?:compile|runtime)");

  private static final String OURS = "org.vigie";
  private static final String ARCHIVE = "org.datasyslab:geotools-wrapper";

  /**
   * In the archive without properties of their own; their versions from a constant of theirs or
   * from the description of who needs them, which a test compares.
   */
  private static final Map<String, String> SILENT =
      Map.of(
          "org.hsqldb:hsqldb",
          "2.7.2",
          "org.ejml:ejml-core",
          "0.41",
          "com.google.re2j:re2j",
          "1.8");

  private final ClassPath classPath;

  private Inventory(ClassPath classPath) {
    this.classPath = classPath;
  }

  public static Inventory ofThisProcess() throws IOException {
    return new Inventory(ClassPath.ofThisProcess());
  }

  /**
   * @param version of Vigie
   */
  public Map<String, Object> document(String version) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("bomFormat", "CycloneDX");
    document.put("specVersion", "1.5");
    document.put("version", 1);
    document.put(
        "metadata",
        Map.of("component", Map.of("type", "application", "name", "vigie", "version", version)));
    document.put("components", components().stream().map(Inventory::entry).toList());
    return document;
  }

  /** Each once, in the order of build, archive, assets. */
  Set<Component> components() throws IOException {
    Set<Component> components = new LinkedHashSet<>();
    String list = new String(ClassPath.resource("dependencies.txt"), StandardCharsets.UTF_8);
    for (Matcher each = RESOLVED.matcher(list); each.find(); ) {
      if (!each.group(1).equals(OURS)) {
        Component component = Component.maven(each.group(1), each.group(2), each.group(3));
        components.add(component.withSha256(digest(component)));
      }
    }
    components.addAll(insideArchive());
    components.addAll(assets());
    return components;
  }

  private Set<Component> insideArchive() throws IOException {
    Set<Component> inside = new LinkedHashSet<>();
    for (byte[] file :
        classPath.files("org/geotools/referencing", "META-INF/maven", "pom.properties")) {
      Properties said = new Properties();
      said.load(new ByteArrayInputStream(file));
      String group = said.getProperty("groupId");
      if (!group.equals(OURS)) {
        inside.add(
            Component.maven(group, said.getProperty("artifactId"), said.getProperty("version"))
                .within(ARCHIVE));
      }
    }
    for (var each : new TreeMap<>(SILENT).entrySet()) {
      String[] names = each.getKey().split(":");
      inside.add(Component.maven(names[0], names[1], each.getValue()).within(ARCHIVE));
    }
    return inside;
  }

  private static Set<Component> assets() throws IOException {
    Set<Component> assets = new LinkedHashSet<>();
    JsonNode list = Json.MAPPER.readTree(ClassPath.resource("/org/vigie/web/served-assets.json"));
    for (JsonNode each : list.path("assets")) {
      if (each.path("origin").asText().equals("npm")) {
        assets.add(
            new Component(
                "npm",
                "",
                each.path("package").asText(),
                each.path("version").asText(),
                Optional.of(each.path("licence").asText()),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return assets;
  }

  private Optional<String> digest(Component component) throws IOException {
    Optional<Path> jar = classPath.findJar(component.name() + "-" + component.version() + ".jar");
    return jar.isEmpty() ? Optional.empty() : Optional.of(sha256(jar.get()));
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }

  private static Map<String, Object> entry(Component component) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", "library");
    if (!component.group().isEmpty()) {
      entry.put("group", component.group());
    }
    entry.put("name", component.name());
    if (!component.version().isEmpty()) {
      entry.put("version", component.version());
    }
    entry.put("purl", component.purl());
    component
        .licence()
        .ifPresent(id -> entry.put("licenses", List.of(Map.of("license", Map.of("id", id)))));
    component
        .sha256()
        .ifPresent(
            digest -> entry.put("hashes", List.of(Map.of("alg", "SHA-256", "content", digest))));
    component
        .inside()
        .ifPresent(
            archive ->
                entry.put(
                    "properties",
                    List.of(Map.of("name", "vigie:unpacked-from", "value", archive))));
    return entry;
  }
}
