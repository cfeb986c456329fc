package org.vigie.server.browser;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The same program with a page of another version: every file under another digest, and nothing
 * under the former one, as after an update.
 */
final class NewerVersion {

  static final String DIGEST = "0123456789ab";

  private static final String FILES = "META-INF/resources";
  private static final String PAGE = FILES + "/index.en.html";

  private NewerVersion() {}

  /** Lays the newer page into the folder and returns a class path that has it in place of ours. */
  static String classPath(Path folder) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && Files.exists(path.resolve(PAGE))) {
        renew(path.resolve(FILES), folder.resolve(FILES));
        entries.add(folder.toString());
      } else if (entry.endsWith(".jar") && Files.exists(path)) {
        entries.add(renewedJar(path, folder) ? folder.toString() : entry);
      } else {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static boolean renewedJar(Path jar, Path folder) throws IOException {
    try (FileSystem inside =
        FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      if (!Files.exists(inside.getPath(PAGE))) {
        return false;
      }
      renew(inside.getPath(FILES), folder.resolve(FILES));
      return true;
    }
  }

  private static void renew(Path from, Path to) throws IOException {
    String digest = digest(from);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path renewed = to.resolve(from.relativize(file).toString().replace(digest, DIGEST));
        Files.createDirectories(renewed.getParent());
        // Every byte is one character and back, whatever the file is.
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(renewed, text.replace(digest, DIGEST), StandardCharsets.ISO_8859_1);
      }
    }
  }

  /** Of the page that is served now. */
  static String digest(Path files) throws IOException {
    try (Stream<Path> versions = Files.list(files.resolve("assets"))) {
      String[] names =
          versions.map(v -> v.getFileName().toString().replace("/", "")).toArray(String[]::new);
      if (names.length != 1) {
        throw new IOException("not one version: " + Arrays.toString(names));
      }
      return names[0];
    }
  }
}
