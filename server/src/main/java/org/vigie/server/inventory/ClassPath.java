package org.vigie.server.inventory;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Where the classes of this process come from: jars, and folders while developing. */
final class ClassPath {

  private final List<Path> entries;

  private ClassPath(List<Path> entries) {
    this.entries = entries;
  }

  /** With what a jar's manifest adds, as the distribution's does. */
  static ClassPath ofThisProcess() throws IOException {
    List<Path> entries = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path entry = Path.of(each).toAbsolutePath();
      entries.add(entry);
      if (isJar(entry)) {
        entries.addAll(named(entry));
      }
    }
    return new ClassPath(entries.stream().filter(Files::exists).distinct().toList());
  }

  List<Path> jars() {
    return entries.stream().filter(ClassPath::isJar).toList();
  }

  Optional<Path> findJar(String fileName) {
    return jars().stream().filter(jar -> jar.endsWith(fileName)).findFirst();
  }

  /**
   * The contents of every file below a folder that has this name, in any entry that has the marker.
   */
  List<byte[]> files(String marker, String folder, String name) throws IOException {
    List<byte[]> found = new ArrayList<>();
    for (Path entry : entries) {
      if (isJar(entry)) {
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
          collect(jar.getPath("/"), marker, folder, name, found);
        }
      } else {
        collect(entry, marker, folder, name, found);
      }
    }
    return found;
  }

  private static void collect(
      Path root, String marker, String folder, String name, List<byte[]> found) throws IOException {
    if (!Files.isDirectory(root.resolve(marker)) || !Files.isDirectory(root.resolve(folder))) {
      return;
    }
    try (Stream<Path> all = Files.walk(root.resolve(folder))) {
      for (Path file : all.filter(f -> f.endsWith(name)).sorted().toList()) {
        found.add(Files.readAllBytes(file));
      }
    }
  }

  private static List<Path> named(Path jar) throws IOException {
    List<Path> named = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String list =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (list != null) {
        for (String each : list.split(" ")) {
          named.add(jar.resolveSibling(each));
        }
      }
    }
    return named;
  }

  private static boolean isJar(Path entry) {
    return entry.toString().endsWith(".jar") && Files.isRegularFile(entry);
  }

  /** Of a resource that the build has put beside this class. */
  static byte[] resource(String path) throws IOException {
    try (InputStream in = ClassPath.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the build did not make " + path);
      }
      return in.readAllBytes();
    }
  }
}
