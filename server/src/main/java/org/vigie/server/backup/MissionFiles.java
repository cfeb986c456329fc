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

/** Layer files and settings of a data directory; passwords and keys stay where they are. */
final class MissionFiles {

  static final String PREFIX = "files/";

  private static final String SETTINGS = "vigie.properties";
  private static final List<String> SECRETS = List.of("password", "secret", "key", "token");

  private final Path directory;

  MissionFiles(Path directory) {
    this.directory = directory;
  }

  void write(Dump.Target target) throws IOException {
    for (Path file : layerFiles()) {
      write(target, file, Files.readAllBytes(file));
    }
    Path settings = directory.resolve(SETTINGS);
    if (Files.exists(settings)) {
      write(target, settings, withoutSecrets(Files.readString(settings)));
    }
  }

  private List<Path> layerFiles() throws IOException {
    Path layers = directory.resolve("layers");
    if (!Files.isDirectory(layers)) {
      return new ArrayList<>();
    }
    try (Stream<Path> files = Files.walk(layers)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void write(Dump.Target target, Path file, byte[] bytes) throws IOException {
    String name = directory.relativize(file).toString().replace('\\', '/');
    try (var out = target.part(PREFIX + name)) {
      out.write(bytes);
    }
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
