package org.vigie.geodata.tile.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.geo.Mercator;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.PointSink;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.event.ReadEventTile.Entry;

class EventTileTest {

  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final TileAddress WORLD = new TileAddress(0, 0, 0);
  private static final List<String> CATEGORIES = List.of("", "RIOTS", "BATTLES", "CRIME");
  private static final long MINUTE = 60_000_000L;
  private static final long DAY = 1_440 * MINUTE;
  private static final long START =
      Instant.parse("2024-02-29T07:30:00Z").getEpochSecond() * 1_000_000;

  private final Random random = new Random(SEED);

  /** What a sink is given. */
  private record Event(double lon, double lat, long start, long end, int category, int severity) {

    void to(EventTile tile) {
      tile.take(
          Mercator.x(lon),
          Mercator.y(lat),
          start,
          end,
          category,
          severity,
          Classification.UNCLASSIFIED,
          false);
    }
  }

  @Test
  void aRawTileTellsEachEventWithPlaceTimeCategoryAndSeverity() {
    ReadEventTile tile =
        read(
            new TileAddress(6, 31, 35),
            TimeModel.EVENT,
            List.of(
                new Event(20.1, 5.1, START, START + DAY, 2, 4),
                new Event(20.2, 5.2, START - 90 * MINUTE, PointSink.NO_TIME, 1, 0),
                new Event(20.2, 5.2, PointSink.NO_TIME, PointSink.NO_TIME, 0, 9_000)));
    assertThat(tile.aggregated()).isFalse();
    assertThat(tile.categories()).containsExactly("", "BATTLES", "RIOTS");
    assertThat(tile.unit()).isEqualTo(60);
    assertThat(Instant.ofEpochSecond(tile.base())).isEqualTo(Instant.parse("2024-02-29T06:00:00Z"));
    assertThat(tile.total()).isEqualTo(3);
    assertThat(tile.longest()).isEqualTo(1_440);
    // 20.1 degrees are (200.1 / 360 * 64 - 35) * 4096 = 2348.4 units from the west border
    assertThat(tile.entries())
        .containsExactly(
            new Entry(false, 0, 0, 2421, 304, "", 255, 1),
            new Entry(true, 0, 0, 2421, 304, "RIOTS", 0, 1),
            new Entry(true, 90, 1_440, 2348, 377, "BATTLES", 4, 1));
  }

  @Test
  void aTimeThatIsNoWholeMinuteBringsSeconds() {
    ReadEventTile tile =
        read(
            WORLD,
            TimeModel.EVENT,
            List.of(
                new Event(1, 1, START + 900_000, START + 1_100_000, 1, 1),
                new Event(1, 1, START, START, 1, 1)));
    assertThat(tile.unit()).isEqualTo(1);
    assertThat(tile.entries()).extracting(Entry::time).containsExactly(0L, 0L);
    // from within the first second until within the second one
    assertThat(tile.entries()).extracting(Entry::duration).containsExactly(0L, 2L);
  }

  @Test
  void aStateWithoutAnEndGoesOn() {
    Event open = new Event(1, 1, START, PointSink.NO_TIME, 1, 1);
    assertThat(read(WORLD, TimeModel.STATE, List.of(open)).longest()).isEqualTo(0xFFFFFFFFL);
    assertThat(read(WORLD, TimeModel.EVENT, List.of(open)).longest()).isZero();
  }

  @Test
  void theBufferIsCarriedAndNotCounted() {
    TileAddress tile = new TileAddress(1, 0, 0);
    double unit = 180.0 / 4096;
    List<Event> events = new ArrayList<>();
    for (double lon : new double[] {80 * unit - 1e-7, 0, -unit / 2, 80 * unit + 1e-7, 179.99}) {
      events.add(new Event(lon, 10, START, START, 1, 1));
    }
    ReadEventTile read = read(tile, TimeModel.EVENT, events);
    assertThat(read.entries()).extracting(Entry::x).containsExactlyInAnyOrder(4175, 4096, 4095, -1);
    assertThat(read.total()).isEqualTo(1);
    assertThat(Mercator.x(180)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void everyPlaceIsInsideOneTileOfEachZoom() {
    for (int i = 0; i < 20_000; i++) {
      double lon =
          i % 9 == 0 ? 180.0 * (random.nextInt(9) - 4) / 4 : random.nextDouble() * 360 - 180;
      double lat = i % 11 == 0 ? 0 : random.nextDouble() * 180 - 90;
      int zoom = random.nextInt(TileAddress.MAX_ZOOM + 1);
      int side = 1 << zoom;
      int column = (int) Math.min(side - 1, Math.floor((lon + 180) / 360 * side));
      int row = 0;
      TileAddress west = new TileAddress(zoom, 0, column);
      row = (int) Math.max(0, Math.min(side - 1, Math.floor(west.y(lat) / TileAddress.EXTENT)));
      List<TileAddress> around = new ArrayList<>();
      for (int r = Math.max(0, row - 1); r <= Math.min(side - 1, row + 1); r++) {
        for (int c = Math.max(0, column - 1); c <= Math.min(side - 1, column + 1); c++) {
          around.add(new TileAddress(zoom, r, c));
        }
      }
      List<TileAddress> inside = new ArrayList<>();
      for (TileAddress each : around) {
        TileGrid grid = new TileGrid(each);
        int x = grid.x(Mercator.x(lon));
        int y = grid.y(Mercator.y(lat));
        if (TileGrid.isInside(x) && TileGrid.isInside(y)) {
          inside.add(each);
          // what the tile of the standard says, to the unit and the nine millimetres of a cell
          double slack = 1 + (1 << Math.max(0, zoom - 20));
          assertThat((double) x).isBetween(each.x(lon) - slack, each.x(lon) + slack);
          assertThat((double) y).isBetween(each.y(lat) - slack, each.y(lat) + slack);
        }
      }
      assertThat(inside).as("seed %s: %s %s at %s", SEED, lon, lat, zoom).hasSize(1);
    }
  }

  @Test
  void theEquatorBelongsToTheSouthAsInVectorTiles() {
    TileAddress south = new TileAddress(3, 4, 4);
    assertThat(south.bounds().north()).isZero();
    assertThat(TileGrid.isInside(new TileGrid(south).y(Mercator.y(0)))).isTrue();
  }

  @Test
  void upTo8000AreToldOneByOneAndOneMoreIsCounted() {
    List<Event> events = events(EventTile.MAX_RAW, 2_000);
    assertThat(read(WORLD, TimeModel.EVENT, events).aggregated()).isFalse();
    events.add(events.get(0));
    ReadEventTile counted = read(WORLD, TimeModel.EVENT, events);
    assertThat(counted.aggregated()).isTrue();
    assertThat(counted.total()).isEqualTo(8_001);
  }

  @Test
  void moreThan8000InTheBufferAreNotCarried() {
    TileAddress tile = new TileAddress(4, 8, 8);
    List<Event> events = new ArrayList<>(List.of(new Event(5, -5, START, START, 1, 1)));
    for (int i = 0; i < EventTile.MAX_AROUND; i++) {
      events.add(new Event(-0.1, -5, START + i * DAY, START, 1, 1));
    }
    assertThat(read(tile, TimeModel.EVENT, events).entries()).hasSize(8_001);
    events.add(events.get(1));
    ReadEventTile read = read(tile, TimeModel.EVENT, events);
    assertThat(read.entries()).hasSize(1);
    assertThat(read.total()).isEqualTo(1);
  }

  @Test
  void countsComeInTheFinestStepOfWhichThereAreFewEnough() {
    Set<String> steps = new HashSet<>();
    for (int[] shape :
        new int[][] {
          {9_000, 30, 20},
          {60_000, 1_500, 2},
          {60_000, 4_000, 2},
          {60_000, 5_000, 4},
          {60_000, 3_000, 20},
          {80_000, 30_000, 20},
          {150_000, 3_000_000, 20}
        }) {
      List<Event> events = events(shape[0], shape[1], shape[2]);
      ReadEventTile read = read(WORLD, TimeModel.EVENT, events);
      steps.add(read.unit() / 86_400 + "/" + read.cell());
      compare(events, read);
    }
    System.out.println("seed " + SEED + ": steps " + steps);
    assertThat(steps).hasSizeGreaterThan(4);
  }

  /** By brute force: every step and cell tried in turn, with sets of texts. */
  private void compare(List<Event> events, ReadEventTile read) {
    int[][] levels = {
      {1, 64},
      {7, 64},
      {28, 64},
      {91, 64},
      {364, 64},
      {364, 128},
      {364, 256},
      {364, 512},
      {364, 1024},
      {364, 2048},
      {364, 4096}
    };
    for (int[] level : levels) {
      Map<String, Long> expected = new HashMap<>();
      for (Event event : events) {
        expected.merge(text(event, level[0], level[1]), 1L, Long::sum);
      }
      if (expected.size() <= 24_000 || level[1] == 4096) {
        assertThat(read.unit()).as("seed %s", SEED).isEqualTo(level[0] * 86_400L);
        assertThat(read.cell()).as("seed %s", SEED).isEqualTo(level[1]);
        Map<String, Long> told = new HashMap<>();
        for (Entry entry : read.entries()) {
          String step =
              entry.timed()
                  ? String.valueOf(
                      Math.floorDiv(
                          read.base() + entry.time() * read.unit() - 345_600, read.unit()))
                  : "-";
          told.merge(
              step
                  + "/"
                  + entry.x()
                  + "/"
                  + entry.y()
                  + "/"
                  + entry.category()
                  + "/"
                  + entry.severity(),
              entry.count(),
              Long::sum);
        }
        Map<String, Long> differ = new HashMap<>(told);
        differ.entrySet().removeAll(expected.entrySet());
        assertThat(differ.entrySet().stream().limit(5)).as("seed %s", SEED).isEmpty();
        assertThat(told).as("seed %s", SEED).hasSameSizeAs(expected);
        assertThat(Instant.ofEpochSecond(read.base()).atOffset(ZoneOffset.UTC).getDayOfWeek())
            .isEqualTo(DayOfWeek.MONDAY);
        return;
      }
    }
  }

  private static String text(Event event, int days, int cell) {
    double x = WORLD.x(event.lon());
    double y = WORLD.y(event.lat());
    String step =
        event.start() == PointSink.NO_TIME
            ? "-"
            : String.valueOf(Math.floorDiv(Math.floorDiv(event.start(), DAY) - 4, days));
    return step
        + "/"
        + (int) (x / cell)
        + "/"
        + (int) (y / cell)
        + "/"
        + CATEGORIES.get(event.category())
        + "/"
        + event.severity();
  }

  /** So that several cores and both ways of reading give the same bytes. */
  @Test
  void theOrderAndTheSharesInWhichEventsComeDoNotMatter() {
    for (int round = 0; round < 60; round++) {
      List<Event> events =
          events(1 + random.nextInt(round % 3 == 0 ? 60_000 : 9_500), 1 << random.nextInt(22));
      TileAddress address = round % 2 == 0 ? WORLD : new TileAddress(1, 0, 1);
      EventTile whole = new EventTile(address, TimeModel.EVENT);
      events.forEach(event -> event.to(whole));
      Collections.shuffle(events, random);
      EventTile[] shares = new EventTile[1 + random.nextInt(4)];
      Arrays.setAll(shares, i -> new EventTile(address, TimeModel.EVENT));
      int most = random.nextInt(shares.length);
      for (Event event : events) {
        event.to(shares[random.nextBoolean() ? most : random.nextInt(shares.length)]);
      }
      for (int i = 1; i < shares.length; i++) {
        shares[0].join(shares[i]);
      }
      assertThat(shares[0].total()).isEqualTo(whole.total());
      assertThat(shares[0].toByteArray(CATEGORIES))
          .as("seed %s, round %s, %s events", SEED, round, events.size())
          .isEqualTo(whole.toByteArray(CATEGORIES));
    }
  }

  @Test
  void theNumbersOfCategoriesDoNotMatter() {
    List<Event> events = events(500, 100);
    List<Event> renumbered =
        events.stream()
            .map(e -> new Event(e.lon, e.lat, e.start, e.end, 3 - e.category, e.severity))
            .toList();
    assertThat(bytes(WORLD, TimeModel.EVENT, renumbered, List.of("CRIME", "BATTLES", "RIOTS", "")))
        .isEqualTo(bytes(WORLD, TimeModel.EVENT, events, CATEGORIES));
  }

  @Test
  void nothingIsNoBytesAndUnclassified() {
    EventTile tile = new EventTile(new TileAddress(3, 0, 0), TimeModel.EVENT);
    tile.take(0, 0, START, START, 0, 1, Classification.STRICTLY_CONFIDENTIAL, true);
    assertThat(tile.toByteArray(CATEGORIES)).isEmpty();
    assertThat(tile.highest()).isEqualTo(Classification.UNCLASSIFIED);
    assertThat(tile.needToKnow()).isFalse();
  }

  @Test
  void theMarkIsThatOfWhatTheBytesTell() {
    TileAddress address = new TileAddress(4, 8, 8);
    EventTile tile = new EventTile(address, TimeModel.EVENT);
    int inside = Mercator.x(5);
    int beside = Mercator.x(-0.1);
    int y = Mercator.y(-5);
    tile.take(inside, y, START, START, 0, 1, Classification.UNCLASSIFIED, false);
    tile.take(beside, y, START, START, 0, 1, Classification.CONFIDENTIAL, true);
    assertThat(tile.highest()).isEqualTo(Classification.CONFIDENTIAL);
    assertThat(tile.needToKnow()).isTrue();
    for (int i = 0; i < EventTile.MAX_RAW; i++) {
      tile.take(inside, y, START, START, 0, 1, Classification.UNCLASSIFIED, false);
    }
    assertThat(tile.highest()).isEqualTo(Classification.UNCLASSIFIED);
    assertThat(tile.needToKnow()).isFalse();
    tile.take(inside, y, START, START, 0, 1, Classification.UNCLASSIFIED, true);
    assertThat(tile.needToKnow()).isTrue();
  }

  /** The control: a decoder that takes anything would prove nothing. */
  @Test
  void theDecoderOfTheTestsRefusesWhatIsNotAsItMustBe() {
    byte[] good = bytes(WORLD, TimeModel.EVENT, events(50, 100), CATEGORIES);
    int refused = 0;
    for (int i = 0; i < good.length; i++) {
      byte[] bad = good.clone();
      bad[i] ^= (byte) (1 << random.nextInt(8));
      try {
        ReadEventTile.of(bad);
      } catch (AssertionError | RuntimeException wrong) {
        refused++;
      }
    }
    assertThat(refused).as("seed %s", SEED).isGreaterThan(good.length / 4);
    assertThatThrownBy(() -> ReadEventTile.of(Arrays.copyOf(good, good.length + 1)))
        .isInstanceOf(AssertionError.class);
  }

  /**
   * @param days over which they are spread; more than ten thousand reach before 1970
   */
  private List<Event> events(int n, int days) {
    return events(n, days, 20);
  }

  private List<Event> events(int n, int days, int degrees) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      long start =
          START - (long) (random.nextDouble() * days) * DAY + random.nextInt(1_440) * MINUTE;
      boolean timed = random.nextInt(50) > 0;
      events.add(
          new Event(
              random.nextGaussian() * degrees,
              Math.max(-85, Math.min(85, random.nextGaussian() * degrees)),
              timed ? start : PointSink.NO_TIME,
              random.nextBoolean() ? PointSink.NO_TIME : start + random.nextInt(3) * DAY,
              random.nextInt(CATEGORIES.size()),
              random.nextInt(6)));
    }
    return events;
  }

  private static ReadEventTile read(TileAddress address, TimeModel time, List<Event> events) {
    return ReadEventTile.of(bytes(address, time, events, CATEGORIES));
  }

  private static byte[] bytes(
      TileAddress address, TimeModel time, List<Event> events, List<String> categories) {
    EventTile tile = new EventTile(address, time);
    events.forEach(event -> event.to(tile));
    return tile.toByteArray(categories);
  }
}
