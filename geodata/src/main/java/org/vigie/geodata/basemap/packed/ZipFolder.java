package org.vigie.geodata.basemap.packed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/**
 * The wanted files of a zip on the disk, under names of our own: those in it lead nowhere. Deleted
 * when it is closed.
 */
public final class ZipFolder implements AutoCloseable {

  private static final int MOST_ENTRIES = 1_000;
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Map<String, Path> files = new LinkedHashMap<>();

  private ZipFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * @param folder does not exist yet
   * @param wanted endings, in small letters with their dot
   * @param mostBytes that all of them may open to
   * @throws BadInputException when it is no whole zip, has too many entries or opens to more
   */
  public static ZipFolder open(Path zip, Path folder, Set<String> wanted, long mostBytes)
      throws IOException, BadInputException {
    Files.createDirectory(folder);
    ZipFolder opened = new ZipFolder(folder);
    boolean done = false;
    // by its directory, which stands at the end: what was cut off there would else go unnoticed
    try (ZipFile in = new ZipFile(zip.toFile())) {
      opened.unpack(in, wanted, mostBytes);
      done = true;
      return opened;
    } catch (ZipException | EOFException | IllegalArgumentException broken) {
      throw refused(
          Message.of("the zip is damaged or cut off"),
          Message.of("Copy it again, or make it anew"));
    } finally {
      if (!done) {
        opened.close();
      }
    }
  }

  private void unpack(ZipFile zip, Set<String> wanted, long mostBytes)
      throws IOException, BadInputException {
    if (zip.size() > MOST_ENTRIES) {
      throw refused(
          Message.of("the zip has more than {mostEntries} entries", MOST_ENTRIES),
          Message.of("Take the map's only"));
    }
    long left = mostBytes;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      boolean keep =
          wanted.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)
              && !name.contains("__MACOSX");
      if (keep) {
        Path file = folder.resolve(files.size() + ".bin");
        try (InputStream in = zip.getInputStream(entry)) {
          left -= copy(in, file, left);
        }
        files.put(name, file);
      }
    }
  }

  private static long copy(InputStream in, Path file, long most)
      throws IOException, BadInputException {
    byte[] buffer = new byte[BUFFER];
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        copied += n;
        if (copied > most) {
          throw refused(
              Message.of("the zip opens to more bytes than are taken"),
              Message.of("Send a smaller extract"));
        }
        out.write(buffer, 0, n);
      }
    }
    return copied;
  }

  /** Where the files are, by their names in the zip. */
  public Map<String, Path> files() {
    return Map.copyOf(files);
  }

  /** The beginning of a small file. */
  public static byte[] start(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    }
  }

  private static BadInputException refused(Message what, Message fix) {
    return new BadInputException(Fault.of("zip", what, fix));
  }

  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      for (Path file : inside) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
