package org.vigie.geodata.store.postgis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.Cursor;

/** Lets tests of other packages read the cursors of pages. */
public final class CursorDoor {

  private static final String ORDER = "severity desc";

  private CursorDoor() {}

  public static List<byte[]> seeds() {
    return List.of(
        new Cursor(Arrays.asList("3"), FeatureId.random())
            .encode(ORDER)
            .getBytes(StandardCharsets.US_ASCII));
  }

  public static void decode(String text) throws BadInputException {
    Cursor.decode(text, ORDER, 1);
  }
}
