package org.vigie.server.tiles;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
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
import org.vigie.server.http.MediaTypes;
import org.vigie.server.selection.Areas;
import org.vigie.server.selection.Selection;
import org.vigie.server.selection.Selections;

/** Draws vector tiles of pictures. */
final class DrawnTiles {

  /** With more of a layer than this, a tile has counts on a grid of 64 by 64 instead. */
  static final int MAX_FEATURES = 5_000;

  /** With more points of a layer than this nobody could read their titles. */
  static final int MAX_TITLES = 500;

  /** Tiles are often shown at four times their 256 pixels; shapes are as fine as that. */
  private static final int FINER = 2;

  private final Selections selections;
  private final KeptTiles kept;

  DrawnTiles(Selections selections, GuardedStore store) {
    this.selections = selections;
    this.kept = new KeptTiles(store, MediaTypes.MVT);
  }

  /** Answers with the tile of these layers, 204 when nothing of them lies there. */
  void answer(Context context, TileAddress address, List<Layer> layers)
      throws BadInputException, IOException {
    kept.answer(context, seen -> draw(seen, context, address, layers));
  }

  /** Answers with many tiles of these layers. */
  void answerAll(Context context, List<Layer> layers) throws BadInputException, IOException {
    kept.answerAll(context, (seen, address) -> draw(seen, context, address, layers));
  }

  private KeptTiles.Drawn draw(
      FeatureStore seen, Context context, TileAddress address, List<Layer> layers)
      throws BadInputException {
    VectorTile tile = new VectorTile(address);
    Classification highest = Classification.UNCLASSIFIED;
    boolean needToKnow = false;
    Selections readable = selections.as(Callers.access(context));
    for (Layer layer : layers) {
      Areas areas = new Areas(readable, seen);
      Selection asked = readable.of(layer, context, areas);
      Picture picture = picture(seen, asked.query(), address);
      highest = highest.highest(asked.mark(picture.highest()));
      needToKnow |= picture.needToKnow() || !areas.compartments().isEmpty();
      new PictureTile(layer, picture).addTo(tile);
    }
    return new KeptTiles.Drawn(tile.toByteArray(), highest, needToKnow);
  }

  /**
   * Titles come from the database, everything else of points from memory: so they are asked for
   * only where there is room to read them.
   */
  private static Picture picture(FeatureStore store, FeatureQuery query, TileAddress address) {
    int zoom = Math.min(PictureRequest.MAX_ZOOM, address.zoom() + FINER);
    PictureRequest request =
        new PictureRequest(zoom, MAX_FEATURES, false).countedIn(address.bounds());
    FeatureQuery buffered = query.withBbox(address.buffered());
    Picture picture = store.picture(buffered, request);
    return isTitled(query.layer(), picture)
        ? store.picture(buffered, request.withTitles())
        : picture;
  }

  private static boolean isTitled(Layer layer, Picture picture) {
    return picture instanceof Picture.Points
        && layer.titleProperty().isPresent()
        && picture.count() > 0
        && picture.count() <= MAX_TITLES;
  }
}
