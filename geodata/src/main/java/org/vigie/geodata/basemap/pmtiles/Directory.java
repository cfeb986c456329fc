package org.vigie.geodata.basemap.pmtiles;

import java.util.Arrays;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Message;

/** A directory: where the tiles from a number on lie, or a directory further down. */
final class Directory {

  /** What the standard's writers make is a thousandth of it. */
  private static final int MOST_ENTRIES = 2_000_000;

  private final long[] ids;
  private final long[] offsets;
  private final int[] lengths;
  private final int[] runs;

  private Directory(int size) {
    ids = new long[size];
    offsets = new long[size];
    lengths = new int[size];
    runs = new int[size];
  }

  /**
   * @param bytes not compressed
   * @throws BadInputException when it does not hold together
   */
  static Directory read(byte[] bytes) throws BadInputException {
    Varints in = new Varints(bytes);
    long size = in.next();
    // four numbers of a byte at least for each entry: more cannot be there
    if (size <= 0 || size > MOST_ENTRIES || size > bytes.length / 4) {
      throw Header.refused(
          Message.of("a directory says it has {figure} entries", Long.toUnsignedString(size)),
          Message.of("Make it anew"));
    }
    Directory directory = new Directory((int) size);
    long id = 0;
    for (int i = 0; i < size; i++) {
      long step = in.next();
      if (step < 0 || (i > 0 && step == 0) || id > Long.MAX_VALUE / 2 - step) {
        throw Header.refused(
            Message.of("the tiles of a directory are not in order"), Message.of("Make it anew"));
      }
      id += step;
      directory.ids[i] = id;
    }
    for (int i = 0; i < size; i++) {
      directory.runs[i] = in.nextInt("run");
    }
    for (int i = 0; i < size; i++) {
      directory.lengths[i] = in.nextInt("length");
    }
    for (int i = 0; i < size; i++) {
      long offset = in.next();
      directory.offsets[i] =
          offset == 0 && i > 0 ? directory.offsets[i - 1] + directory.lengths[i - 1] : offset - 1;
      if (directory.offsets[i] < 0) {
        throw Header.refused(
            Message.of("an offset of a directory is not possible"), Message.of("Make it anew"));
      }
    }
    return directory;
  }

  int size() {
    return ids.length;
  }

  /** The entry that holds a tile or leads to it; -1 when none does. */
  int find(long id) {
    int at = Arrays.binarySearch(ids, id);
    int entry = at >= 0 ? at : -at - 2;
    boolean holds = entry >= 0 && (isLeaf(entry) || id - ids[entry] < runs[entry]);
    return holds ? entry : -1;
  }

  boolean isLeaf(int entry) {
    return runs[entry] == 0;
  }

  long offset(int entry) {
    return offsets[entry];
  }

  int length(int entry) {
    return lengths[entry];
  }
}
