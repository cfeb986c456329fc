package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, adopts and stops the server process of one folder. */
final class Postmaster {

  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** Another program may take the free port between our look and the server's start. */
  private static final int PORTS_TO_TRY = 5;

  /**
   * When the postmaster is killed, each of its processes ends at its next look at the pipe to it,
   * and PostgreSQL rightly refuses a second server on the memory they still use.
   */
  private static final Duration FOR_FORMER_PROCESSES = Duration.ofSeconds(60);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /** For one mission on one machine; a larger one runs its own PostGIS. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "shared_buffers", "256MB",
          "work_mem", "32MB",
          "maintenance_work_mem", "256MB",
          "max_wal_size", "2GB",
          "max_connections", "60",
          "random_page_cost", "1.1",
          "jit", "off",
          "timezone", "UTC",
          "log_timezone", "UTC",
          "lc_messages", "C");

  private final ClusterFolder folder;
  private final Programs programs;
  private final Map<String, String> settings;

  /**
   * @param overrides server settings by name, over ours
   */
  Postmaster(ClusterFolder folder, Programs programs, Map<String, String> overrides) {
    this.folder = folder;
    this.programs = programs;
    this.settings = new TreeMap<>(SETTINGS);
    this.settings.putAll(overrides);
  }

  /** The port of the server that runs on this folder now; empty when none does. */
  static Optional<Integer> portOf(ClusterFolder folder) throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.read(folder.data());
    return file.isPresent() && file.get().isServerOf(folder.data())
        ? Optional.of(file.get().port())
        : Optional.empty();
  }

  /** Port of the running server: one that a killed process left behind, else a new one. */
  int startOrAdopt() throws IOException, InterruptedException {
    Optional<Integer> left = portOf(folder);
    if (left.isPresent()) {
      LOG.info("adopting the PostgreSQL on port {} that a former process left", left.get());
      return left.get();
    }
    removeStalePid();
    return start();
  }

  /**
   * Starts the server again after it died, on the port that everybody knows.
   *
   * @return false when it could not be started yet: its last processes may still be going
   */
  boolean restart(int port) throws IOException, InterruptedException {
    removeStalePid();
    return programs.run("pg_ctl", startArguments(port)) == 0;
  }

  boolean isAlive() throws IOException {
    return portOf(folder).isPresent();
  }

  void stop() throws IOException, InterruptedException {
    List<String> fast = List.of("stop", "-D", folder.data().toString(), "-m", "fast", "-w");
    if (programs.run("pg_ctl", fast) != 0 && portOf(folder).isPresent()) {
      LOG.warn("PostgreSQL did not stop by itself and is stopped at once");
      programs.run(
          "pg_ctl", List.of("stop", "-D", folder.data().toString(), "-m", "immediate", "-w"));
    }
  }

  /**
   * PostgreSQL takes any live process with the number in its file for itself when both run as the
   * same user. A number whose process is gone is left to PostgreSQL, which also looks for shared
   * memory still in use.
   */
  private void removeStalePid() throws IOException {
    Optional<PostmasterFile> file = PostmasterFile.read(folder.data());
    if (file.isPresent() && file.get().processIsAlive()) {
      LOG.info("process {} is not the PostgreSQL it was before", file.get().pid());
      Files.delete(PostmasterFile.in(folder.data()));
    }
  }

  private int start() throws IOException, InterruptedException {
    Instant patience = Instant.now().plus(FOR_FORMER_PROCESSES);
    int ports = PORTS_TO_TRY;
    while (ports > 0) {
      int port = freePort();
      long before = Files.exists(folder.log()) ? Files.size(folder.log()) : 0;
      if (programs.run("pg_ctl", startArguments(port)) == 0) {
        return port;
      }
      String said = logSince(before);
      if (said.contains("could not bind")) {
        ports--;
      } else if (said.contains("pre-existing shared memory") && Instant.now().isBefore(patience)) {
        LOG.info("the last processes of a PostgreSQL that was killed are still going; waiting");
        Thread.sleep(BETWEEN_LOOKS.toMillis());
      } else {
        throw new ClusterException(
            "PostgreSQL did not start in " + folder.directory() + ": " + lastLines(said));
      }
    }
    throw new ClusterException("No free port for PostgreSQL was found on 127.0.0.1.");
  }

  private List<String> startArguments(int port) {
    StringBuilder options = new StringBuilder("-p " + port);
    settings.forEach(
        (name, value) -> options.append(" -c ").append(name).append('=').append(value));
    // Through TCP with a password only: a socket would need a folder that both accounts may use.
    options.append(" -c listen_addresses=127.0.0.1 -c unix_socket_directories=''");
    List<String> arguments = new ArrayList<>(List.of("start", "-D", folder.data().toString()));
    arguments.addAll(List.of("-l", folder.log().toString(), "-o", options.toString()));
    arguments.addAll(List.of("-w", "-t", "90"));
    return arguments;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String logSince(long position) throws IOException {
    if (!Files.exists(folder.log())) {
      return "it wrote no log";
    }
    byte[] log = Files.readAllBytes(folder.log());
    int from = (int) Math.min(position, log.length);
    return new String(log, from, log.length - from, StandardCharsets.UTF_8);
  }

  private static String lastLines(String log) {
    List<String> lines = log.lines().toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }
}
