package org.vigie.geodata.basemap.pmtiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.basemap.GroundSurvey;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.basemap.TileArchive;
import org.vigie.geodata.basemap.packed.Gzip;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.tile.TileAddress;

/** Tiles of a PMTiles file; the root directory and some others stay in memory. */
public final class PmtilesArchive implements TileArchive {

  private static final int MOST_DEPTH = 4;
  private static final int MOST_PACKED = 16 << 20;
  private static final int MOST_OPEN = 64 << 20;
  private static final int KEPT_DIRECTORIES = 32;

  private final FileChannel file;
  private final Header header;
  private final String metadata;
  private final Directory root;
  private final Map<Long, Directory> leaves =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT_DIRECTORIES, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Directory> eldest) {
              return size() > KEPT_DIRECTORIES;
            }
          });

  private PmtilesArchive(FileChannel file) throws IOException, BadInputException {
    this.file = file;
    byte[] head = new byte[(int) Math.min(Header.BYTES, file.size())];
    read(head, 0);
    this.header = Header.read(head, file.size());
    this.root = directory(header.root());
    this.metadata = new String(unpacked(header.metadata()), StandardCharsets.UTF_8);
  }

  public static boolean claims(byte[] head) {
    return head.length > 7 && new String(head, 0, 7, StandardCharsets.US_ASCII).equals("PMTiles");
  }

  /**
   * @throws BadInputException when its head or first directory cannot be used
   */
  public static PmtilesArchive open(Path path) throws IOException, BadInputException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    boolean opened = false;
    try {
      PmtilesArchive archive = new PmtilesArchive(file);
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  @Override
  public Ground ground() throws IOException, BadInputException {
    return GroundSurvey.of(this, header.minZoom(), header.maxZoom(), header.bounds(), metadata);
  }

  @Override
  public String title() {
    try {
      return GroundSurvey.name(metadata);
    } catch (BadInputException unnamed) {
      return "";
    }
  }

  @Override
  public Optional<Tile> find(TileAddress address) throws IOException, BadInputException {
    long id = HilbertId.of(address);
    Directory directory = root;
    for (int depth = 0; depth < MOST_DEPTH; depth++) {
      int entry = directory.find(id);
      if (entry < 0) {
        return Optional.empty();
      }
      if (!directory.isLeaf(entry)) {
        return Tile.of(bytes(tile(directory, entry)));
      }
      directory = leaf(directory, entry);
    }
    throw tooDeep();
  }

  @Override
  public void verify() throws IOException, BadInputException {
    verify(root, 0, header.leaves().length());
  }

  /**
   * @param left bytes of leaf directories that may still come: each lies in the file once, and one
   *     that leads to itself would otherwise be read for ever
   */
  private long verify(Directory directory, int depth, long left)
      throws IOException, BadInputException {
    if (depth >= MOST_DEPTH) {
      throw tooDeep();
    }
    long rest = left;
    for (int i = 0; i < directory.size(); i++) {
      if (directory.isLeaf(i)) {
        Header.Part part = leafPart(directory, i);
        rest -= part.length();
        if (rest < 0) {
          throw Header.refused(
              Message.of("its directories lead to each other"), Message.of("Make it anew"));
        }
        rest = verify(directory(part), depth + 1, rest);
      } else {
        tile(directory, i);
      }
    }
    return rest;
  }

  @Override
  public List<byte[]> sample(int most) throws IOException, BadInputException {
    List<byte[]> tiles = new ArrayList<>();
    sample(root, most, 0, tiles);
    return tiles;
  }

  private void sample(Directory directory, int most, int depth, List<byte[]> tiles)
      throws IOException, BadInputException {
    if (depth >= MOST_DEPTH) {
      throw tooDeep();
    }
    for (int i = 0; i < directory.size() && tiles.size() < most; i++) {
      if (directory.isLeaf(i)) {
        sample(leaf(directory, i), most, depth + 1, tiles);
      } else {
        tiles.add(bytes(tile(directory, i)));
      }
    }
  }

  private Header.Part tile(Directory directory, int entry) throws BadInputException {
    int length = directory.length(entry);
    if (length == 0 || length > Tile.MOST_BYTES) {
      throw Header.refused(
          Message.of("a tile has {length} bytes", length),
          Message.of("Make it anew with fewer features in a tile"));
    }
    return header.tiles().piece(directory.offset(entry), length).orElseThrow(() -> outside("tile"));
  }

  private Directory leaf(Directory directory, int entry) throws IOException, BadInputException {
    Directory known = leaves.get(directory.offset(entry));
    if (known != null) {
      return known;
    }
    Directory leaf = directory(leafPart(directory, entry));
    leaves.put(directory.offset(entry), leaf);
    return leaf;
  }

  private Header.Part leafPart(Directory directory, int entry) throws BadInputException {
    return header
        .leaves()
        .piece(directory.offset(entry), directory.length(entry))
        .orElseThrow(() -> outside("leaf directory"));
  }

  private Directory directory(Header.Part part) throws IOException, BadInputException {
    return Directory.read(unpacked(part));
  }

  private byte[] unpacked(Header.Part part) throws IOException, BadInputException {
    byte[] bytes = bytes(part);
    return header.packing() == Header.GZIP && bytes.length > 0
        ? Gzip.open(bytes, MOST_OPEN, "a directory or the metadata")
        : bytes;
  }

  private byte[] bytes(Header.Part part) throws IOException, BadInputException {
    if (part.length() > MOST_PACKED) {
      throw Header.refused(
          Message.of("a part of it has {count} bytes", part.length()), Message.of("Make it anew"));
    }
    byte[] bytes = new byte[(int) part.length()];
    read(bytes, part.offset());
    return bytes;
  }

  private void read(byte[] bytes, long from) throws IOException, BadInputException {
    ByteBuffer into = ByteBuffer.wrap(bytes);
    while (into.hasRemaining()) {
      if (file.read(into, from + into.position()) < 0) {
        throw Header.refused(
            Message.of("the file ends too early"), Message.of("It was cut off: copy it again"));
      }
    }
  }

  private static BadInputException outside(String what) {
    return Header.refused(
        Message.of("a {what} should lie outside of the file", what),
        Message.of("It was cut off or damaged: copy it again"));
  }

  private static BadInputException tooDeep() {
    return Header.refused(
        Message.of("its directories lead through more than {mostDepth} others", MOST_DEPTH),
        Message.of("Make it anew"));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
