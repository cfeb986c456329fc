package org.vigie.geodata.basemap.pmtiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.basemap.GroundFiles;
import org.vigie.geodata.basemap.Tile;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.tile.TileAddress;

class PmtilesArchiveTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());

  @TempDir private Path folder;

  @Test
  void numbersFollowTheCurveWithoutAGapAndNeverJump() {
    assertThat(HilbertId.of(0, 0, 0)).isZero();
    assertThat(
            List.of(
                HilbertId.of(1, 0, 0),
                HilbertId.of(1, 0, 1),
                HilbertId.of(1, 1, 1),
                HilbertId.of(1, 1, 0)))
        .containsExactly(1L, 2L, 3L, 4L);
    for (int zoom = 2; zoom <= 7; zoom++) {
      int side = 1 << zoom;
      int[][] byPlace = new int[side * side][];
      for (int x = 0; x < side; x++) {
        for (int y = 0; y < side; y++) {
          byPlace[(int) (HilbertId.of(zoom, x, y) - HilbertId.firstOf(zoom))] = new int[] {x, y};
        }
      }
      for (int i = 1; i < byPlace.length; i++) {
        assertThat(
                Math.abs(byPlace[i][0] - byPlace[i - 1][0])
                    + Math.abs(byPlace[i][1] - byPlace[i - 1][1]))
            .as("step %s of zoom %s", i, zoom)
            .isEqualTo(1);
      }
    }
    assertThat(HilbertId.of(22, (1L << 22) - 1, 0)).isEqualTo(HilbertId.firstOf(23) - 1);
  }

  @Test
  void everyTileThatWasWrittenIsFoundAndNoOther() throws Exception {
    Random random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      Map<TileAddress, byte[]> tiles = new HashMap<>();
      Map<Long, byte[]> byId = new HashMap<>();
      int zoom = random.nextInt(12);
      for (int i = 0; i < 1 + random.nextInt(300); i++) {
        int z = random.nextInt(zoom + 1);
        TileAddress tile = new TileAddress(z, random.nextInt(1 << z), random.nextInt(1 << z));
        byte[] bytes = Arrays.copyOf(GroundFiles.PNG, GroundFiles.PNG.length + random.nextInt(9));
        tiles.put(tile, bytes);
        byId.put(HilbertId.of(tile), bytes);
      }
      int leaf = random.nextBoolean() ? 0 : 1 + random.nextInt(40);
      Path file = write(GroundFiles.pmtiles(byId, zoom, leaf, random.nextBoolean()));
      try (PmtilesArchive archive = PmtilesArchive.open(file)) {
        archive.verify();
        Ground ground = archive.ground();
        assertThat(ground.kind()).isEqualTo(Ground.Kind.RASTER);
        assertThat(ground.maxZoom()).isEqualTo(zoom);
        assertThat(archive.title()).isEqualTo("EXERCISE ground");
        for (Map.Entry<TileAddress, byte[]> each : tiles.entrySet()) {
          assertThat(archive.find(each.getKey()).map(Tile::bytes))
              .as("seed %s, round %s, tile %s", SEED, round, each.getKey())
              .hasValue(each.getValue());
        }
        for (int i = 0; i < 100; i++) {
          int z = random.nextInt(zoom + 1);
          TileAddress tile = new TileAddress(z, random.nextInt(1 << z), random.nextInt(1 << z));
          assertThat(archive.find(tile).isPresent())
              .as("seed %s, round %s, tile %s", SEED, round, tile)
              .isEqualTo(tiles.containsKey(tile));
        }
      }
    }
  }

  @Test
  void whateverIsCutOffOrChangedIsRefusedInWordsAndNeverLeadsOutOfTheFile() throws Exception {
    Random random = new Random(SEED);
    Map<Long, byte[]> tiles = new HashMap<>();
    for (long id = 0; id < 60; id++) {
      tiles.put(id, GroundFiles.PNG);
    }
    byte[] good = GroundFiles.pmtiles(tiles, 3, 8, false);
    Set<Boolean> outcomes = new HashSet<>();
    for (int i = 0; i < 3_000; i++) {
      byte[] bad = good.clone();
      if (i % 3 == 0) {
        bad = Arrays.copyOf(good, random.nextInt(good.length));
      } else {
        int place = i % 3 == 1 ? random.nextInt(127) : random.nextInt(good.length);
        bad[place] = (byte) random.nextInt(256);
      }
      try (PmtilesArchive archive = PmtilesArchive.open(write(bad))) {
        archive.verify();
        archive.ground();
        for (int z = 0; z < 4; z++) {
          archive.find(new TileAddress(z, 0, 0));
        }
        outcomes.add(true);
      } catch (BadInputException refused) {
        outcomes.add(false);
        assertThat(refused.faults().get(0).fix()).as("seed %s", SEED).isNotEmpty();
      }
    }
    assertThat(outcomes).as("both were tried").hasSize(2);
  }

  @Test
  void directoriesThatLeadToEachOtherAreRefusedBeforeTheyAreFollowed() throws Exception {
    byte[] file =
        GroundFiles.pmtiles(Map.of(0L, GroundFiles.PNG, 9L, GroundFiles.PNG), 2, 1, false);
    // the leaf directory becomes one that leads to itself: ids, run 0
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int leaves = (int) bytes.getLong(40);
    file[leaves + 2] = 0;
    try (PmtilesArchive archive = PmtilesArchive.open(write(file))) {
      assertThatThrownBy(archive::verify).isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void whatBrowsersDoNotOpenIsRefusedByItsName() throws Exception {
    byte[] good = GroundFiles.pmtiles(Map.of(0L, GroundFiles.PNG), 0, 0, true);
    byte[] brotli = good.clone();
    brotli[98] = 3;
    refused(brotli, "tiles are compressed by Brotli");
    byte[] zstd = good.clone();
    zstd[97] = 4;
    refused(zstd, "directories are compressed by Zstandard");
    byte[] old = good.clone();
    old[7] = 2;
    refused(old, "PMTiles of version 2");
    byte[] far = good.clone();
    Arrays.fill(far, 8, 16, (byte) 0xFF);
    refused(far, "root directory should lie at byte 18446744073709551615");
  }

  private void refused(byte[] bytes, String why) throws IOException {
    Path file = write(bytes);
    assertThatThrownBy(() -> PmtilesArchive.open(file).close())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(why);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.pmtiles"), bytes);
  }
}
