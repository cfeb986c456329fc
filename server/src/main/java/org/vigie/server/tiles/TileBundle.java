package org.vigie.server.tiles;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Answer;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Parameter;
import org.vigie.server.http.Schema;

/**
 * Many tiles of one zoom in one answer, each with what its own answer would say of it: over a line
 * with a long way every answer costs more than most tiles have in them. docs/event-tiles.md tells
 * the format.
 */
final class TileBundle {

  static final String MEDIA_TYPE = "application/vnd.vigie.tile-bundle";

  /** The window of a large screen has fewer of one layer. */
  static final int MOST = 64;

  static final Parameter<List<String>> TILES =
      Parameter.query(
              "tiles",
              "Rows and columns, divided by commas, in the order in which they are to come, at most"
                  + " "
                  + MOST
                  + ": 31/35,31/36.",
              Schema.array(Schema.string()),
              TileBundle::places)
          .mandatory();

  static final Parameter<List<String>> HELD =
      Parameter.query(
          "held",
          "For each of the tiles the tag of what is held of it, nothing for none; one that is still"
              + " right comes without its bytes.",
          Schema.array(Schema.string()),
          text -> Arrays.asList(text.split(",", -1)));

  private static final int VERSION = 1;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /**
   * @param key under which a browser may keep what it may keep; empty when nothing
   */
  TileBundle(String key) {
    bytes.write(VERSION);
    bytes.writeBytes(text(key));
  }

  static Answer answer() {
    return Answer.ok(
        "The tiles as docs/event-tiles.md says, each marked and tagged as its own answer is",
        MEDIA_TYPE,
        Schema.string().with("format", "binary"));
  }

  /** What a client holds of so many tiles; an empty text for nothing. */
  static List<String> held(Context context, int tiles) throws BadInputException {
    List<String> held = HELD.find(context).orElse(Collections.nCopies(tiles, ""));
    if (held.size() != tiles) {
      throw new BadInputException(
          Fault.of(
              HELD.name(),
              Message.of("has {count} tags for {tiles} tiles", held.size(), tiles),
              "Give one for each, nothing between the commas for none"));
    }
    return held;
  }

  /** The query of a single tile that is in the bundle of this query. */
  static String asked(@Nullable String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(each -> !isOf(TILES, each) && !isOf(HELD, each))
            .collect(Collectors.joining("&"));
  }

  private static boolean isOf(Parameter<?> parameter, String given) {
    return given.startsWith(parameter.name() + '=');
  }

  /**
   * Adds the next tile.
   *
   * @param status what HTTP would answer: 200, 204 or 304
   */
  void add(int status, Classification mark, KeptOffline.Way way, String tag, byte[] tile) {
    bytes.writeBytes(number(Short.BYTES).putShort((short) status).array());
    bytes.write(way.code());
    bytes.writeBytes(text(mark.name()));
    bytes.writeBytes(text(tag));
    bytes.writeBytes(number(Integer.BYTES).putInt(tile.length).array());
    bytes.writeBytes(tile);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private static byte[] text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return number(Short.BYTES + utf8.length).putShort((short) utf8.length).put(utf8).array();
  }

  private static ByteBuffer number(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static List<String> places(String text) throws BadInputException {
    List<String> places = List.of(text.split(",", -1));
    if (places.size() > MOST) {
      throw new BadInputException(
          Fault.of(
              TILES.name(),
              Message.of("names {count} tiles", places.size()),
              Message.of("Name at most {most}", MOST)));
    }
    for (String place : places) {
      if (!place.matches("[0-9]{1,8}/[0-9]{1,8}")) {
        throw new BadInputException(
            Fault.of(
                TILES.name(),
                Message.of("'{place}' is no row and column", place),
                "Give for example 31/35,31/36"));
      }
    }
    return places;
  }
}
