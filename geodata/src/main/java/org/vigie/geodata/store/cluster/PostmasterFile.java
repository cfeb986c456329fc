package org.vigie.geodata.store.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says about the server of a folder. Line 1 is its process, line 4 its
 * port (PostgreSQL, src/include/utils/pidfile.h).
 */
record PostmasterFile(long pid, int port) {

  private static final int PORT_LINE = 3;

  static Path in(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** Empty when there is none, or when it is still being written. */
  static Optional<PostmasterFile> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(in(data), StandardCharsets.UTF_8);
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.get(0).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (NoSuchFileException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  boolean processIsAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /**
   * Whether the process is the server of that folder. After a restart of the machine the number may
   * belong to any other program, so its command line decides.
   */
  boolean isServerOf(Path data) throws IOException {
    if (!processIsAlive()) {
      return false;
    }
    String command = commandLine();
    return command.contains("postgres") && command.contains(data.toString());
  }

  private String commandLine() throws IOException {
    Path proc = Path.of("/proc", Long.toString(pid), "cmdline");
    if (Files.isReadable(proc)) {
      return new String(Files.readAllBytes(proc), StandardCharsets.UTF_8).replace('\0', ' ');
    }
    return ProcessHandle.of(pid).flatMap(each -> each.info().commandLine()).orElse("");
  }
}
