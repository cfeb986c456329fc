package org.vigie.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geodata.store.Dump;

/**
 * Layer files, basemaps and settings of a data directory; passwords and keys stay where they are.
 */
final class MissionFiles {

  static final String PREFIX = "files/";

  private static final String SETTINGS = "vigie.properties";
  private static final List<String> SECRETS = List.of("password", "secret", "key", "token");

  private final Path directory;

  MissionFiles(Path directory) {
    this.directory = directory;
  }

  void write(Dump.Target target) throws IOException {
    for (Path file : files(directory.resolve("layers"), Integer.MAX_VALUE)) {
      copy(target, file);
    }
    // what lies deeper is only on its way
    for (Path file : files(directory.resolve("basemaps"), 1)) {
      copy(target, file);
    }
    Path settings = directory.resolve(SETTINGS);
    if (Files.exists(settings)) {
      write(target, settings, withoutSecrets(Files.readString(settings)));
    }
  }

  private static List<Path> files(Path folder, int depth) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new ArrayList<>();
    }
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void write(Dump.Target target, Path file, byte[] bytes) throws IOException {
    try (var out = target.part(name(file))) {
      out.write(bytes);
    }
  }

  /** A basemap may be larger than the memory, and may be removed at this moment. */
  private void copy(Dump.Target target, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      try (var in = Files.newInputStream(file);
          var out = target.part(name(file))) {
        in.transferTo(out);
      }
    }
  }

  private String name(Path file) {
    return PREFIX + directory.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] withoutSecrets(String settings) {
    return settings
        .lines()
        .filter(line -> SECRETS.stream().noneMatch(nameOf(line)::contains))
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String nameOf(String line) {
    return line.split("[=:]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /**
   * @param name as the part has it
   * @throws BackupException when it would lead out of the directory
   */
  void read(String name, InputStream content) throws IOException {
    Path file = directory.resolve(name.substring(PREFIX.length())).normalize();
    if (!file.startsWith(directory) || file.equals(directory)) {
      throw new BackupException("The backup has a file outside of the data directory: " + name);
    }
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.copy(content, file);
  }
}
