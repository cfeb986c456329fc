package org.vigie.geodata.basemap;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.tile.TileAddress;

/** Tiles in one file, WebMercatorQuad, read by several threads at a time. */
public interface TileArchive extends AutoCloseable {

  /**
   * What lies in it, as the file says and as a sample of its tiles shows.
   *
   * @throws BadInputException when its tiles are none that may be sent, or of two kinds
   */
  Ground ground() throws IOException, BadInputException;

  /**
   * Goes through everything that says where a tile lies.
   *
   * @throws BadInputException when something of it leads astray
   */
  void verify() throws IOException, BadInputException;

  /**
   * One tile.
   *
   * @return empty when there is none
   * @throws BadInputException when what lies there may not be sent
   */
  Optional<Tile> find(TileAddress address) throws IOException, BadInputException;

  /** What the file calls itself; empty when it does not say. */
  String title();

  /** A few stored tiles, those of the lowest zooms first. */
  List<byte[]> sample(int most) throws IOException, BadInputException;

  @Override
  void close() throws IOException;
}
