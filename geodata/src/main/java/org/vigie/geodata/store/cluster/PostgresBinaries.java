package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL installation that has PostGIS.
 *
 * @param bin folder of the programs {@code initdb} and {@code pg_ctl}
 * @param extension folder of {@code postgis.control}
 * @param major PostgreSQL major version, 0 when the place does not tell
 * @param postgis PostGIS version as its control file states it
 */
public record PostgresBinaries(Path bin, Path extension, int major, String postgis) {

  /** What to do where {@link #list()} is empty. */
  public static final String HOW_TO_INSTALL =
      "install PostgreSQL with PostGIS (Debian 12: apt-get install postgresql-15-postgis-3),"
          + " or give --database-url of a PostGIS that runs elsewhere";

  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.\\d+)?$");
  private static final Pattern DEFAULT_VERSION =
      Pattern.compile("default_version\\s*=\\s*'([^']+)'");

  /** Parent folders, a glob inside them, and where extensions lie relative to the found folder. */
  private static final Map<Path, Layout> LAYOUTS =
      Map.of(
          Path.of("/usr/lib/postgresql"),
          new Layout("*", "bin", "../../../share/postgresql/{}/extension"),
          Path.of("/usr"),
          new Layout("pgsql-*", "bin", "share/extension"),
          Path.of("/"),
          new Layout("usr", "bin", "share/pgsql/extension"),
          Path.of("/opt/homebrew/opt"),
          new Layout("postgresql@*", "bin", "share/postgresql@{}/extension"),
          Path.of("/opt/homebrew"),
          new Layout("opt", "postgresql/bin", "../share/postgresql/extension"),
          Path.of("/usr/local/opt"),
          new Layout("postgresql@*", "bin", "share/postgresql@{}/extension"),
          Path.of("/Applications/Postgres.app/Contents/Versions"),
          new Layout("*", "bin", "share/postgresql/extension"));

  private record Layout(String folder, String bin, String extension) {}

  /** Every installation found in the usual places, newest PostgreSQL first. */
  public static List<PostgresBinaries> list() {
    List<PostgresBinaries> found = new ArrayList<>();
    LAYOUTS.forEach((parent, layout) -> collect(parent, layout, found));
    found.sort(Comparator.comparingInt(PostgresBinaries::major).reversed());
    return found;
  }

  /**
   * The installation to use for a folder.
   *
   * @param madeBy major version that made the data there, empty for a new folder
   * @throws ClusterException when nothing fits
   */
  static PostgresBinaries fitting(Optional<Integer> madeBy) {
    List<PostgresBinaries> found = list();
    if (found.isEmpty()) {
      throw new ClusterException("No PostGIS was found: " + HOW_TO_INSTALL + ".");
    }
    return found.stream()
        .filter(each -> madeBy.isEmpty() || each.major() == madeBy.get())
        .findFirst()
        .orElseThrow(
            () ->
                new ClusterException(
                    "The data was made by PostgreSQL "
                        + madeBy.orElseThrow()
                        + " but only "
                        + found.stream().map(each -> "" + each.major()).toList()
                        + " is installed with PostGIS: install that version, or export there and"
                        + " import into a new data directory."));
  }

  Path program(String name) {
    return bin.resolve(name);
  }

  private static void collect(Path parent, Layout layout, List<PostgresBinaries> found) {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, layout.folder())) {
      for (Path folder : folders) {
        examine(folder, layout).ifPresent(found::add);
      }
    } catch (IOException unreadable) {
      // A folder that may not be listed holds nothing that could be started.
    }
  }

  private static Optional<PostgresBinaries> examine(Path folder, Layout layout) throws IOException {
    Matcher version = VERSION.matcher(String.valueOf(folder.getFileName()));
    String name = version.find() ? version.group(1) : "";
    Path bin = folder.resolve(layout.bin());
    Path extension = folder.resolve(layout.extension().replace("{}", name)).normalize();
    Path control = extension.resolve("postgis.control");
    if (!Files.isExecutable(bin.resolve("initdb")) || !Files.isReadable(control)) {
      return Optional.empty();
    }
    Matcher postgis = DEFAULT_VERSION.matcher(Files.readString(control));
    return Optional.of(
        new PostgresBinaries(
            bin,
            extension,
            name.isEmpty() ? askMajor(bin) : Integer.parseInt(name),
            postgis.find() ? postgis.group(1) : "unknown"));
  }

  /** Some layouts do not carry the version in a folder name. */
  private static int askMajor(Path bin) throws IOException {
    Process process = new ProcessBuilder(bin.resolve("postgres").toString(), "--version").start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher major = Pattern.compile("(\\d+)").matcher(answer);
    return major.find() ? Integer.parseInt(major.group(1)) : 0;
  }
}
