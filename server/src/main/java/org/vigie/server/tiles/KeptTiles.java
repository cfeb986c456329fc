package org.vigie.server.tiles;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
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

  @SuppressWarnings("ArrayRecordComponent")
  private record Kept(
      byte[] gzip, boolean empty, String tag, Classification mark, boolean needToKnow) {}

  /** Answers with the tile of this path and query, 204 when nothing lies there. */
  void answer(Context context, Drawing drawing) throws BadInputException, IOException {
    Access access = Callers.access(context);
    ViewCache.Question question = kept.ask(access, context.path() + '?' + context.queryString());
    Optional<Kept> known = kept.find(question);
    Kept tile;
    if (known.isPresent()) {
      tile = known.get();
    } else {
      tile = pack(drawing.draw(store.as(access, question.head())));
      kept.keep(question, tile);
    }
    Mark.set(context, tile.mark());
    if (tile.needToKnow()) {
      KeptOffline.never(context);
    }
    if (EntityTags.notModified(context, tile.tag())) {
      return;
    }
    if (tile.empty()) {
      context.status(204);
      return;
    }
    Gzip.send(context, tile.gzip(), mediaType);
  }

  private static Kept pack(Drawn tile) throws IOException {
    byte[] bytes = tile.bytes();
    String tag = EntityTags.ofContent(bytes);
    return new Kept(Gzip.of(bytes), bytes.length == 0, tag, tile.mark(), tile.needToKnow());
  }
}
