package org.vigie.geodata.store.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things are in a data directory.
 *
 * @param directory the data directory
 */
record ClusterFolder(Path directory) {

  /** An empty database with PostGIS, and its first write-ahead log. */
  private static final long LEAST_FREE = 128L << 20;

  /** Belongs to the account the server runs as. */
  Path home() {
    return directory.resolve("postgres");
  }

  Path data() {
    return home().resolve("data");
  }

  Path log() {
    return home().resolve("postgres.log");
  }

  Path output() {
    return directory.resolve("postgres.start.log");
  }

  String adminPassword() throws IOException {
    return Password.in(directory.resolve("postgres.password"));
  }

  String ownerPassword() throws IOException {
    return Password.in(directory.resolve("owner.password"));
  }

  String password() throws IOException {
    return Password.in(directory.resolve("database.password"));
  }

  /** The major version that made the data; empty when there is none yet. */
  Optional<Integer> madeBy() throws IOException {
    Path version = data().resolve("PG_VERSION");
    return Files.exists(version)
        ? Optional.of(Integer.valueOf(Files.readString(version).strip()))
        : Optional.empty();
  }

  /**
   * Makes the data folder if there is none. It appears whole or not at all: a start that was cut
   * off leaves only a folder of another name, which the next one removes.
   *
   * @param durable whether to wait until it is on the disk
   */
  void createIfAbsent(Programs programs, Account account, String admin, boolean durable)
      throws IOException, InterruptedException {
    account.makePrivate(home());
    account.checkReach(home());
    if (Files.exists(data())) {
      return;
    }
    checkRoom();
    Path unfinished = home().resolve("data.unfinished");
    delete(unfinished);
    Path secret = home().resolve("initdb.password");
    Password.writePrivately(secret, adminPassword());
    account.own(secret);
    try {
      // C sorts by code point, as the streams and cursors over the data rely on; C.UTF-8 still
      // knows which letters are letters.
      List<String> arguments = new ArrayList<>();
      arguments.addAll(
          List.of(
              "--pgdata=" + unfinished,
              "--username=" + admin,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--lc-ctype=C.UTF-8",
              "--data-checksums"));
      if (!durable) {
        arguments.add("--no-sync");
      }
      if (programs.run("initdb", arguments) != 0) {
        throw new ClusterException(
            "PostgreSQL could not make its folder in " + directory + ": " + programs.lastWords());
      }
      Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private void checkRoom() {
    File disk = directory.toFile();
    long free = disk.getUsableSpace();
    if (free < LEAST_FREE && disk.getTotalSpace() > 0) {
      throw new ClusterException(
          ("There is too little room for a database in %s (%d MB free, %d MB needed): free some, or"
                  + " choose another --data-dir.")
              .formatted(directory, free >> 20, LEAST_FREE >> 20));
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
