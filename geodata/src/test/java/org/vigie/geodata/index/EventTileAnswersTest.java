package org.vigie.geodata.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.TimeModel;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;
import org.vigie.geodata.model.TimeSpan;
import org.vigie.geodata.query.FeatureQuery;
import org.vigie.geodata.store.BulkLoad;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.store.GatheredPoints;
import org.vigie.geodata.store.postgis.PostgisStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.event.EventTile;
import org.vigie.geodata.tile.event.ReadEventTile;
import org.vigie.geodata.tile.event.ReadEventTile.Entry;

/**
 * An event tile holds what a caller sees of a selection there and nothing else, the same bytes from
 * memory and from the database, whoever asks and whatever is written.
 */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventTileAnswersTest {

  private static final int QUESTIONS = Integer.getInteger("vigie.tiles", 40);
  private static final int LOADED = 11_500;
  private static final long SEED = Long.getLong("vigie.seed", System.nanoTime());
  private static final Access ALL = Access.everything(new Author("test"));

  private final RandomEvents random = new RandomEvents(SEED);
  private final Selector selector = new Selector();
  private final List<Feature> stored = new ArrayList<>();
  private final PostgisStore store;
  private final EventIndex index;
  private int fromMemory;
  private int aggregated;
  private long told;

  EventTileAnswersTest(DatabaseAddress address) {
    store = PostgisStore.open(address, RandomEvents.CATALOG);
    index = new EventIndex(store.copySource(), RandomEvents.CATALOG);
  }

  /** A few of every layer, and more incidents than a tile tells one by one. */
  @BeforeAll
  void fill() throws Exception {
    FeatureStore all = store.as(ALL);
    all.write(
        writing -> {
          for (int i = 0; i < 1_200; i++) {
            stored.add(writing.insert(random.feature(random.layer())));
          }
          return true;
        });
    try (BulkLoad load = all.open("incident", "many")) {
      for (int i = 0; i < LOADED; i++) {
        Provenance named = new Provenance("many", "n" + i, null, Map.of());
        load.add(random.feature("incident").withProvenance(named));
      }
      load.commit();
    }
    index.build(3);
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void everyTileOfEveryCallerIsWhatHeSeesAndTheSameFromMemory() throws Exception {
    for (int i = 0; i < QUESTIONS; i++) {
      compare("question " + i);
    }
    System.out.printf(
        "seed %d: %d tiles, %d from memory, %d aggregated, %d features%n",
        SEED, QUESTIONS, fromMemory, aggregated, told);
    assertThat(fromMemory).isGreaterThan(QUESTIONS / 2);
    assertThat(aggregated).isGreaterThan(2);
    assertThat(told).isGreaterThan(100L * QUESTIONS);
  }

  @Test
  void tilesStayTheSameWhateverIsWrittenInBetween() throws Exception {
    for (int round = 0; round < 10; round++) {
      int at = random.upTo(stored.size());
      Feature old = stored.get(at);
      if (random.chance(0.2)) {
        stored.remove(at);
        store
            .as(ALL)
            .write(
                writing -> {
                  writing.delete(old.layer(), old.id(), old.version());
                  return true;
                });
      } else {
        Feature next = random.after(old);
        stored.set(at, store.as(ALL).write(writing -> writing.replace(next, old.version())));
      }
      index.follow();
      compare("round " + round);
    }
  }

  @Test
  void aTileOfThePastIsWhatWasKnownThen() throws Exception {
    TileAddress world = new TileAddress(0, 0, 0);
    FeatureQuery bases = FeatureQuery.of(RandomEvents.CATALOG.get("base"));
    byte[] then = bytes(store.as(ALL), bases, world);
    FeatureQuery known = bases.withAsKnownAt(store.as(ALL).position().committedAt());
    for (int i = 0; i < 5; i++) {
      stored.add(store.as(ALL).write(writing -> writing.insert(random.feature("base"))));
    }
    index.follow();
    assertThat(bytes(store.as(ALL), known, world)).isEqualTo(then);
    assertThat(bytes(store.as(ALL), bases, world)).isNotEqualTo(then);
    assertThat(fromMemory(ALL, ALL, known, world)).isEmpty();
  }

  @Test
  void theTilesBelowHoldTogetherWhatTheOneAboveHolds() throws Exception {
    for (int i = 0; i < 12; i++) {
      Access access = plain(random.access());
      FeatureQuery query = selection(access);
      FeatureStore seen = indexed(access, access);
      TileAddress parent = address(random.upTo(12));
      long sum = 0;
      for (int child = 0; child < 4; child++) {
        sum +=
            tile(
                    seen,
                    query,
                    new TileAddress(
                        parent.zoom() + 1,
                        2 * parent.row() + child / 2,
                        2 * parent.column() + child % 2))
                .total();
      }
      assertThat(tile(seen, query, parent).total())
          .as("seed %s: %s in %s as %s", SEED, query, parent, access)
          .isEqualTo(sum);
    }
  }

  /** The control: were the caller left out, a tile would hold more, and the comparison see it. */
  @Test
  void anIndexThatForgetsTheCallerIsNoticed() throws Exception {
    int different = 0;
    for (int i = 0; i < 30; i++) {
      Access access = plain(random.access());
      FeatureQuery query = selection(access);
      TileAddress address = address(random.upTo(8));
      Optional<GatheredPoints<EventTile>> forgetful = fromMemory(access, ALL, query, address);
      byte[] truth = bytes(store.as(access), query, address);
      if (forgetful.isPresent() && !Arrays.equals(bytes(forgetful.get()), truth)) {
        different++;
      }
    }
    assertThat(different).as("seed %s", SEED).isGreaterThan(5);
  }

  private void compare(String where) throws Exception {
    boolean wide = random.chance(0.2);
    Access access = plain(wide ? ALL : random.access());
    FeatureQuery query =
        wide ? FeatureQuery.of(RandomEvents.CATALOG.get("incident")) : selection(access);
    TileAddress address = address(wide ? random.upTo(4) : random.upTo(19));
    String what = "seed %s, %s: %s in %s as %s".formatted(SEED, where, query, address, access);
    FeatureStore behind = store.as(access);
    GatheredPoints<EventTile> truth = points(behind, query, address);
    byte[] bytes = bytes(truth);
    Optional<GatheredPoints<EventTile>> memory = fromMemory(access, access, query, address);
    if (memory.isPresent()) {
      fromMemory++;
      assertThat(bytes(memory.get())).as(what).isEqualTo(bytes);
      assertThat(memory.get().sink().highest()).as(what).isEqualTo(truth.sink().highest());
      assertThat(memory.get().sink().needToKnow()).as(what).isEqualTo(truth.sink().needToKnow());
    }
    Expected expected = new Expected(query.layer(), address, bytes);
    behind.forEach(query, expected::add);
    expected.check(what, truth.sink());
    told += truth.sink().total();
    aggregated += bytes.length > 0 && expected.tile.aggregated() ? 1 : 0;
  }

  /** What a tile must hold, found out feature by feature. */
  private static final class Expected {

    private final Layer layer;
    private final TileAddress address;
    private final ReadEventTile tile;
    private final Map<Entry, Long> inside = new HashMap<>();
    private final Map<Entry, Long> around = new HashMap<>();
    private Classification highestInside = Classification.UNCLASSIFIED;
    private Classification highest = Classification.UNCLASSIFIED;
    private boolean needToKnowInside;
    private boolean needToKnow;

    Expected(Layer layer, TileAddress address, byte[] bytes) {
      this.layer = layer;
      this.address = address;
      this.tile = bytes.length == 0 ? EMPTY : ReadEventTile.of(bytes);
    }

    void add(Feature feature) {
      if (!(feature.geometry() instanceof Point point)) {
        return;
      }
      double world = 4096.0 * (1L << address.zoom());
      double x = point.getX() == 180 ? address.x(180) - 0.5 : address.x(point.getX());
      if (x < -80) {
        // the buffer goes on beyond the antimeridian
        x += world;
      } else if (x >= 4176) {
        x -= world;
      }
      double north = -4096.0 * address.row();
      double y = Math.max(north, Math.min(north + world - 0.5, address.y(point.getY())));
      boolean in = x >= 0 && x < 4096 && y >= 0 && y < 4096;
      if (in) {
        highestInside = highestInside.highest(feature.classification());
        needToKnowInside |= !feature.compartments().isEmpty();
      } else if (x < -80 || x >= 4176 || y < -80 || y >= 4176) {
        return;
      }
      highest = highest.highest(feature.classification());
      needToKnow |= !feature.compartments().isEmpty();
      (in ? inside : around).merge(entry(feature, x, y), 1L, Long::sum);
    }

    private Entry entry(Feature feature, double x, double y) {
      TimeSpan time = feature.validTime();
      Long start = seconds(time == null ? null : time.start(), false);
      Long end = seconds(time == null ? null : time.end(), true);
      long at = start == null ? 0 : Math.floorDiv(start - tile.base(), tile.unit());
      long until = end == null ? 0 : -Math.floorDiv(tile.base() - end, tile.unit());
      boolean open = start != null && end == null && layer.time() == TimeModel.STATE;
      boolean instant = time == null || time.end() == null || time.end().equals(time.start());
      long lasts = open ? 0xFFFFFFFFL : start == null || instant ? 0 : until - at;
      return new Entry(
          start != null,
          at,
          tile.aggregated() ? 0 : lasts,
          (int) Math.floor(x) / tile.cell(),
          (int) Math.floor(y) / tile.cell(),
          layer.drawnBy().map(name -> text(feature.properties().get(name))).orElse(""),
          layer.severity().map(name -> number(feature.properties().get(name))).orElse(0),
          1);
    }

    private static String text(@Nullable Object value) {
      return value == null ? "" : value.toString();
    }

    private static int number(@Nullable Object value) {
      return value instanceof Long known ? known.intValue() : 0;
    }

    private static @Nullable Long seconds(@Nullable Instant instant, boolean up) {
      if (instant == null) {
        return null;
      }
      long whole = instant.getEpochSecond();
      return up && instant.truncatedTo(ChronoUnit.SECONDS).isBefore(instant) ? whole + 1 : whole;
    }

    void check(String what, EventTile drawn) {
      assertThat(tile.total())
          .as("total, " + what)
          .isEqualTo(inside.values().stream().mapToLong(n -> n).sum());
      Map<Entry, Long> wanted = new HashMap<>(inside);
      if (!tile.aggregated()) {
        around.forEach((entry, n) -> wanted.merge(entry, n, Long::sum));
      }
      Map<Entry, Long> found = new HashMap<>();
      for (Entry e : tile.entries()) {
        Entry single =
            new Entry(
                e.timed(), e.time(), e.duration(), e.x(), e.y(), e.category(), e.severity(), 1);
        found.merge(single, e.count(), Long::sum);
      }
      Map<Entry, Long> more = new HashMap<>(found);
      more.entrySet().removeAll(wanted.entrySet());
      Map<Entry, Long> missing = new HashMap<>(wanted);
      missing.entrySet().removeAll(found.entrySet());
      assertThat(more.entrySet().stream().limit(3)).as("too much, " + what).isEmpty();
      assertThat(missing.entrySet().stream().limit(3)).as("too little, " + what).isEmpty();
      assertThat(drawn.highest())
          .as("mark, " + what)
          .isEqualTo(tile.aggregated() ? highestInside : highest);
      assertThat(drawn.needToKnow())
          .as("compartments, " + what)
          .isEqualTo(tile.aggregated() ? needToKnowInside : needToKnow);
    }
  }

  private static final ReadEventTile EMPTY =
      new ReadEventTile(false, 1, 0, 60, 0, 0, 0, List.of(), List.of());

  /** Without protected properties, which no tile tells: to read them is dear. */
  private static Access plain(Access access) {
    return new Access(
        access.author(),
        access.clearance(),
        access.compartments(),
        access.readable(),
        access.writable(),
        Set.of(),
        access.area());
  }

  /** A query without a box: that is the tile's. */
  private FeatureQuery selection(Access access) throws Exception {
    FeatureQuery query = random.query(access);
    return new FeatureQuery(
        query.layer(),
        Optional.empty(),
        query.area(),
        query.datetime(),
        query.filter(),
        query.sort(),
        query.asKnownAt());
  }

  /** Where something lies, mostly. */
  private TileAddress address(int zoom) {
    int side = 1 << zoom;
    Coordinate place =
        random.chance(0.8)
            ? new Coordinate(random.upTo(600) / 100.0, random.upTo(600) / 100.0)
            : new Coordinate(random.chance(0.5) ? 179.9 : -180, random.chance(0.5) ? -90 : 90);
    int column = (int) Math.floor((place.x + 180) / 360 * side);
    double row = new TileAddress(zoom, 0, column).y(place.y) / TileAddress.EXTENT;
    return new TileAddress(zoom, Math.min(side - 1, Math.max(0, (int) row)), column);
  }

  private IndexedFeatureStore indexed(Access behind, Access planned) {
    return new IndexedFeatureStore(
        store.as(behind), planned, selector, States.of(index.snapshot()));
  }

  private Optional<GatheredPoints<EventTile>> fromMemory(
      Access behind, Access planned, FeatureQuery query, TileAddress address) {
    return indexed(behind, planned)
        .findPoints(within(query, address), () -> new EventTile(address, query.layer().time()));
  }

  private static GatheredPoints<EventTile> points(
      FeatureStore seen, FeatureQuery query, TileAddress address) {
    return seen.points(within(query, address), () -> new EventTile(address, query.layer().time()));
  }

  private static FeatureQuery within(FeatureQuery query, TileAddress address) {
    return EventTile.box(address).map(query::withBbox).orElse(query);
  }

  private static byte[] bytes(FeatureStore seen, FeatureQuery query, TileAddress address) {
    return bytes(points(seen, query, address));
  }

  private static byte[] bytes(GatheredPoints<EventTile> points) {
    return points.sink().toByteArray(points.categories());
  }

  private static EventTile tile(FeatureStore seen, FeatureQuery query, TileAddress address) {
    return points(seen, query, address).sink();
  }
}
