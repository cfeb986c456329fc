package org.vigie.server.tiles;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Gzip;
import org.vigie.server.http.KeptOffline;
import org.vigie.server.http.Mark;
import org.vigie.server.selection.ViewCache;

/**
 * Answers with tiles and keeps them, compressed, for callers who see the same until anything is
 * written: to compress a tile costs more than to look it up ten times.
 */
final class KeptTiles {

  private static final long KEPT_BYTES = 64L << 20;

  private final GuardedStore store;
  private final String mediaType;
  private final ViewCache<Kept> kept;

  KeptTiles(GuardedStore store, String mediaType) {
    this.store = store;
    this.mediaType = mediaType;
    this.kept = new ViewCache<>(store, KEPT_BYTES, tile -> tile.gzip().length + 500L);
  }

  /**
   * A tile as it was drawn.
   *
   * @param bytes none when nothing lies there
   * @param mark the highest of what it tells
   * @param needToKnow whether it tells of something in a compartment
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Drawn(byte[] bytes, Classification mark, boolean needToKnow) {}

  /** Draws a tile of what a caller sees. */
  @FunctionalInterface
  interface Drawing {
    Drawn draw(FeatureStore seen) throws BadInputException;
  }

  /** Draws a tile at this or that place of what a caller sees. */
  @FunctionalInterface
  interface DrawingAt {
    Drawn draw(FeatureStore seen, TileAddress address) throws BadInputException;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Kept(
      byte[] gzip, boolean empty, String tag, Classification mark, boolean needToKnow) {}

  /** Answers with the tile of this path and query, 204 when nothing lies there. */
  void answer(Context context, Drawing drawing) throws BadInputException, IOException {
    Kept tile = find(context, context.path(), drawing);
    told(context, tile);
    if (EntityTags.notModified(context, tile.tag())) {
      return;
    }
    if (tile.empty()) {
      context.status(204);
      return;
    }
    Gzip.send(context, tile.gzip(), mediaType);
  }

  /** Answers with many tiles of one zoom, each as its own path below this one would be answered. */
  void answerAll(Context context, DrawingAt drawing) throws BadInputException, IOException {
    List<String> places = TileBundle.TILES.get(context);
    List<String> holds = TileBundle.held(context, places.size());
    TileBundle bundle = new TileBundle(KeptOffline.key(context).orElse(""));
    for (int i = 0; i < places.size(); i++) {
      TileAddress address = TilePath.address(context, places.get(i));
      String path = context.path() + '/' + places.get(i);
      Kept tile = find(context, path, seen -> drawing.draw(seen, address));
      told(context, tile);
      boolean held = holds.get(i).equals(tile.tag());
      bundle.add(
          held ? 304 : tile.empty() ? 204 : 200,
          tile.mark(),
          tile.needToKnow() ? KeptOffline.Way.NOT : KeptOffline.way(context, tile.mark()),
          tile.tag(),
          held || tile.empty() ? new byte[0] : Gzip.opened(tile.gzip()));
    }
    byte[] bytes = bundle.toByteArray();
    if (!EntityTags.notModified(context, EntityTags.ofContent(bytes))) {
      Gzip.send(context, Gzip.of(bytes), TileBundle.MEDIA_TYPE);
    }
  }

  /** The tile of a path with what this query asks for, kept or drawn. */
  private Kept find(Context context, String path, Drawing drawing)
      throws BadInputException, IOException {
    Access access = Callers.access(context);
    ViewCache.Question question =
        kept.ask(access, path + '?' + TileBundle.asked(context.queryString()));
    Optional<Kept> known = kept.find(question);
    if (known.isPresent()) {
      return known.get();
    }
    Kept tile = pack(drawing.draw(store.as(access, question.head())));
    kept.keep(question, tile);
    return tile;
  }

  /** The answer is marked as high as the highest of its tiles. */
  private static void told(Context context, Kept tile) {
    Mark.set(context, Mark.of(context).highest(tile.mark()));
    if (tile.needToKnow()) {
      KeptOffline.never(context);
    }
  }

  private static Kept pack(Drawn tile) throws IOException {
    byte[] bytes = tile.bytes();
    String tag = EntityTags.ofContent(bytes);
    return new Kept(Gzip.of(bytes), bytes.length == 0, tag, tile.mark(), tile.needToKnow());
  }
}
