package org.vigie.geodata.basemap.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.basemap.GroundFiles;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.basemap.TileKind;
import org.vigie.geodata.basemap.packed.Gzip;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.tile.TileAddress;

class MbtilesArchiveTest {

  private static final TileAddress WORLD = new TileAddress(0, 0, 0);
  private static final TileAddress NORTH_WEST = new TileAddress(1, 0, 0);

  @TempDir private Path folder;

  @Test
  void rowsCountFromTheSouthAndTheMetadataSayWhereItLies() throws Exception {
    Path file =
        GroundFiles.mbtiles(fresh(), Map.of(WORLD, GroundFiles.PNG, NORTH_WEST, GroundFiles.PNG));
    GroundFiles.sqlite(
        file,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("insert into metadata values ('bounds', '19.5,-4, 30,12.25')");
          }
        });
    try (MbtilesArchive archive = MbtilesArchive.open(file)) {
      archive.verify();
      assertThat(archive.find(NORTH_WEST).map(Tile::kind)).hasValue(TileKind.PNG);
      assertThat(archive.find(new TileAddress(1, 1, 0))).isEmpty();
      assertThat(archive.ground().bounds()).isEqualTo(new BoundingBox(19.5, -4, 30, 12.25));
      assertThat(archive.ground().maxZoom()).isEqualTo(1);
    }
  }

  @Test
  void tilesInTwoTablesAreReadByOurStatementAndNotByTheViewOfTheFile() throws Exception {
    List<List<String>> writers =
        List.of(
            List.of(
                "create table map (zoom_level int, tile_column int, tile_row int, tile_id text)",
                "create unique index map_index on map (zoom_level, tile_column, tile_row)",
                "create table images (tile_data blob, tile_id text)",
                "create unique index images_id on images (tile_id)",
                "insert into map values (0, 0, 0, 'a')",
                "insert into images values (?, 'a')"),
            List.of(
                "create table tiles_shallow (zoom_level int, tile_column int, tile_row int,"
                    + " tile_data_id int, primary key (zoom_level, tile_column, tile_row))",
                "create table tiles_data (tile_data_id integer primary key, tile_data blob)",
                "insert into tiles_shallow values (0, 0, 0, 7)",
                "insert into tiles_data values (7, ?)"));
    for (List<String> each : writers) {
      Path file =
          file(
              each,
              "create view tiles as select 0 zoom_level, 0 tile_column, 0 tile_row, x'3c'"
                  + " tile_data");
      try (MbtilesArchive archive = MbtilesArchive.open(file)) {
        assertThat(archive.find(WORLD).map(Tile::bytes)).hasValue(GroundFiles.PNG);
      }
    }
  }

  @Test
  void whatIsMoreThanRowsIsRefusedAndNotRun() throws Exception {
    refused(
        file(
            List.of(),
            "create view tiles as with recursive r(n) as (select 1 union all select n + 1 from r)"
                + " select n zoom_level, n tile_column, n tile_row, n tile_data from r"),
        "views of the file are not asked");
    refused(
        file(
            List.of(),
            "create virtual table tiles using fts5(zoom_level, tile_column, tile_row, tile_data)"),
        "no table of tiles");
    refused(
        file(
            List.of(),
            "create table tiles (zoom_level, tile_column, tile_row,"
                + " tile_data generated always as (zeroblob(1000000000)))"),
        "no table of tiles");
    refused(
        file(List.of(), "create table tiles (zoom_level, tile_column, tile_row, tile_data)"),
        "its tiles have no index");
    refused(file(List.of(), "create table tiles (a, b)"), "no table of tiles");
  }

  @Test
  void wrongTilesAreRefusedWhenTheFileIsAddedAndWhenTheyAreAskedFor() throws Exception {
    for (byte[] evil : List.of(GroundFiles.HTML, GroundFiles.SVG, new byte[] {1, 2, 3})) {
      Path file = GroundFiles.mbtiles(fresh(), GroundFiles.world(evil));
      try (MbtilesArchive archive = MbtilesArchive.open(file)) {
        assertThatThrownBy(archive::ground).hasMessageContaining("neither PNG");
        assertThatThrownBy(() -> archive.find(WORLD)).isInstanceOf(BadInputException.class);
      }
    }
    Path mixed =
        GroundFiles.mbtiles(
            fresh(),
            Map.of(WORLD, GroundFiles.PNG, NORTH_WEST, GroundFiles.roads(NORTH_WEST, "x")));
    try (MbtilesArchive archive = MbtilesArchive.open(mixed)) {
      assertThatThrownBy(archive::ground).hasMessageContaining("some tiles are pictures");
    }
    Path far =
        file(
            List.of(),
            "create table tiles (zoom_level int, tile_column int,"
                + " tile_row int, tile_data blob, primary key (zoom_level, tile_column, tile_row))",
            "insert into tiles values (99, 0, 0, ?)");
    try (MbtilesArchive archive = MbtilesArchive.open(far)) {
      assertThatThrownBy(archive::verify).hasMessageContaining("a tile has a zoom of 99");
    }
  }

  @Test
  void aTileThatOpensToMoreThanATileHasIsRefused() throws Exception {
    byte[] bomb = Gzip.of(new byte[Tile.MOST_BYTES + 1]);
    assertThatThrownBy(() -> Tile.of(bomb)).hasMessageContaining("opens to more than");
    byte[] cut = Arrays.copyOf(GroundFiles.roads(WORLD, "x"), 30);
    assertThatThrownBy(() -> Tile.of(cut)).isInstanceOf(BadInputException.class);
  }

  @Test
  void aFileThatWasCutOffOrDamagedIsRefusedInWords() throws Exception {
    byte[] good =
        Files.readAllBytes(GroundFiles.mbtiles(fresh(), GroundFiles.world(GroundFiles.PNG)));
    refused(Files.write(fresh(), Arrays.copyOf(good, good.length - 1)), "It was cut off");
    refused(Files.write(fresh(), Arrays.copyOf(good, 50)), "It was cut off");
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      for (int k = 0; k < 20; k++) {
        bad[100 + random.nextInt(bad.length - 100)] = (byte) random.nextInt(256);
      }
      try (MbtilesArchive archive = MbtilesArchive.open(Files.write(fresh(), bad))) {
        archive.verify();
        archive.ground();
        archive.find(WORLD);
      } catch (BadInputException inWords) {
        assertThat(inWords.faults().get(0).fix()).isNotEmpty();
      }
    }
  }

  private void refused(Path file, String why) {
    assertThatThrownBy(() -> MbtilesArchive.open(file).close())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(why);
  }

  private Path file(List<String> statements, String... more) throws Exception {
    return GroundFiles.sqlite(
        fresh(),
        connection -> {
          for (String sql : Stream.concat(statements.stream(), Arrays.stream(more)).toList()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
              if (sql.contains("?")) {
                statement.setBytes(1, GroundFiles.PNG);
              }
              statement.execute();
            }
          }
        });
  }

  private Path fresh() {
    return folder.resolve(UUID.randomUUID() + ".mbtiles");
  }
}
