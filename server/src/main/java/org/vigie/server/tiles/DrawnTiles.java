package org.vigie.server.tiles;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GuardedStore;
import org.vigie.geodata.store.Picture;
import org.vigie.geodata.store.PictureRequest;
import org.vigie.geodata.tile.PictureTile;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.VectorTile;
import org.vigie.server.http.Callers;
import org.vigie.server.http.EntityTags;
import org.vigie.server.http.Gzip;
import org.vigie.server.http.Mark;
import org.vigie.server.http.MediaTypes;
import org.vigie.server.selection.Selections;
import org.vigie.server.selection.ViewCache;

/**
 * Draws tiles and keeps them, compressed, for callers who see the same until anything is written:
 * to compress a tile costs more than to look it up ten times.
 */
final class DrawnTiles {

  /** With more of a layer than this, a tile has counts on a grid of 64 by 64 instead. */
  static final int MAX_FEATURES = 5_000;

  /** Tiles are often shown at four times their 256 pixels; shapes are as fine as that. */
  private static final int FINER = 2;

  private static final long KEPT_BYTES = 64L << 20;

  private final GuardedStore store;
  private final Selections selections;
  private final ViewCache<Drawn> drawn;

  DrawnTiles(Selections selections, GuardedStore store) {
    this.selections = selections;
    this.store = store;
    this.drawn = new ViewCache<>(store, KEPT_BYTES, tile -> tile.gzip().length + 500L);
  }

  /**
   * One tile, ready to send.
   *
   * @param gzip nothing when the tile is empty
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Drawn(byte[] gzip, boolean empty, String tag, Classification mark) {}

  /** Answers with the tile of these layers, 204 when nothing of them lies there. */
  void answer(Context context, TileAddress address, List<Layer> layers)
      throws BadInputException, IOException {
    Access access = Callers.access(context);
    ViewCache.Question question = drawn.ask(access, context.path() + '?' + context.queryString());
    Optional<Drawn> kept = drawn.find(question);
    Drawn tile = kept.isPresent() ? kept.get() : draw(context, address, layers);
    drawn.keep(question, tile);
    Mark.set(context, tile.mark());
    if (EntityTags.notModified(context, tile.tag())) {
      return;
    }
    if (tile.empty()) {
      context.status(204);
      return;
    }
    Gzip.send(context, tile.gzip(), MediaTypes.MVT);
  }

  private Drawn draw(Context context, TileAddress address, List<Layer> layers)
      throws BadInputException, IOException {
    FeatureStore seen = store.as(Callers.access(context));
    VectorTile tile = new VectorTile(address);
    Classification highest = Classification.UNCLASSIFIED;
    for (Layer layer : layers) {
      Picture picture = picture(seen, selections.of(layer, context), address);
      highest = highest.highest(picture.highest());
      new PictureTile(layer, picture).addTo(tile);
    }
    byte[] bytes = tile.toByteArray();
    return new Drawn(Gzip.of(bytes), bytes.length == 0, EntityTags.ofContent(bytes), highest);
  }

  /** Counts belong to one tile, whatever lies in the buffers of its neighbours. */
  private static Picture picture(FeatureStore store, FeatureQuery query, TileAddress address) {
    int zoom = Math.min(PictureRequest.MAX_ZOOM, address.zoom() + FINER);
    PictureRequest request = new PictureRequest(zoom, MAX_FEATURES, true);
    Picture picture = store.picture(query.withBbox(address.buffered()), request);
    return picture instanceof Picture.Cells
        ? store.picture(query.withBbox(address.bounds()), request)
        : picture;
  }
}
