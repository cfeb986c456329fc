package org.vigie.geodata.basemap.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.vigie.geodata.tile.TileAddress;

/** Writes an archive of tiles. Whole only after {@link #finish}. */
public final class MbtilesWriter implements AutoCloseable {

  private static final int BATCH = 2_000;
  private static final List<String> BEGINNING =
      List.of(
          "pragma application_id = 0x4d504258",
          "create table metadata (name text primary key, value text)",
          "create table tiles (zoom_level integer, tile_column integer, tile_row integer,"
              + " tile_data blob, primary key (zoom_level, tile_column, tile_row)) without rowid");

  private final Connection connection;
  private final PreparedStatement insert;
  private long tiles;

  /**
   * @param file does not exist yet
   */
  public MbtilesWriter(Path file) throws IOException {
    try {
      connection = NewFile.create(file, BEGINNING);
      insert = connection.prepareStatement("insert into tiles values (?, ?, ?, ?)");
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  /**
   * @param bytes as they shall be sent
   */
  public void add(TileAddress address, byte[] bytes) throws IOException {
    try {
      insert.setInt(1, address.zoom());
      insert.setInt(2, address.column());
      insert.setInt(3, (1 << address.zoom()) - 1 - address.row());
      insert.setBytes(4, bytes);
      insert.executeUpdate();
      if (++tiles % BATCH == 0) {
        connection.commit();
      }
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  public long tiles() {
    return tiles;
  }

  public void finish(Map<String, String> metadata) throws IOException {
    try (PreparedStatement row =
        connection.prepareStatement("insert into metadata values (?, ?)")) {
      for (Map.Entry<String, String> each : metadata.entrySet()) {
        row.setString(1, each.getKey());
        row.setString(2, each.getValue());
        row.executeUpdate();
      }
      connection.commit();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
