package org.vigie.server.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.ProblemException;

/**
 * Files on their way. Each has the number of its process in its name, so that a start can tell what
 * a killed one left behind from what a command beside it is working on.
 */
final class Incoming {

  private static final int BUFFER = 1 << 16;

  private final BasemapOptions options;

  Incoming(BasemapOptions options) throws IOException {
    this.options = options;
    Files.createDirectories(options.incoming());
  }

  /** What came in. */
  record Received(Path file, long bytes, String sha256) {}

  /** Largest file that is taken, and the most that a zip may open to. */
  long mostBytes() {
    return options.maxBytes();
  }

  /** A name that no other has; nothing is made. */
  Path fresh(String ending) {
    return options
        .incoming()
        .resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID() + "." + ending);
  }

  /**
   * Takes a file to the disk; nothing of it is left when that fails.
   *
   * @param declared length, -1 when unknown
   * @throws ProblemException 413 when it is too large, 507 when the disk would be full
   */
  Received receive(InputStream body, long declared) throws IOException {
    if (declared > options.maxBytes()) {
      throw tooLarge();
    }
    requireRoom(Math.max(0, declared));
    Path file = fresh("part");
    boolean whole = false;
    try {
      Received received = copy(body, file);
      whole = true;
      return received;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Received copy(InputStream body, Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    long received = 0;
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        received += n;
        if (received > options.maxBytes()) {
          throw tooLarge();
        }
        if (received % (64L << 20) < n) {
          requireRoom(0);
        }
        out.write(buffer, 0, n);
      }
    }
    return new Received(file, received, HexFormat.of().formatHex(digest.digest()));
  }

  /** The digest of a file that was made here. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJreHasIt) {
      throw new IllegalStateException(everyJreHasIt);
    }
  }

  /**
   * @param bytes that are to come
   * @throws ProblemException 507 when the database would be left without room
   */
  void requireRoom(long bytes) throws IOException {
    long free = Files.getFileStore(options.folder()).getUsableSpace();
    if (free - bytes < BasemapOptions.SPARE_BYTES) {
      throw ProblemException.of(
          507,
          "Insufficient Storage",
          Message.of(
              "The disk of the data directory has {free} bytes left, of which {spareBytes} are kept"
                  + " for the database. Make room, or send a smaller extract.",
              free,
              BasemapOptions.SPARE_BYTES));
    }
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        413,
        "Content Too Large",
        Message.of(
            "A basemap may have at most {maxBytes} bytes. Send a smaller extract, or raise"
                + " --basemap-limit.",
            options.maxBytes()));
  }

  /** Deletes what processes left behind that are no more. */
  void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(options.incoming())) {
      for (Path file : files) {
        if (isLeft(String.valueOf(file.getFileName()))) {
          delete(file);
        }
      }
    }
  }

  /** A file, or a folder that a zip was opened into. */
  private static void delete(Path left) throws IOException {
    if (Files.isDirectory(left, LinkOption.NOFOLLOW_LINKS)) {
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(left)) {
        for (Path file : inside) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(left);
  }

  /** In a container the same number comes back with every start: then it is nobody's either. */
  private static boolean isLeft(String name) {
    String number = name.split("-", 2)[0];
    if (!number.matches("[0-9]{1,18}")) {
      return true;
    }
    long pid = Long.parseLong(number);
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    return pid == ProcessHandle.current().pid() || process.isEmpty() || !process.get().isAlive();
  }
}
