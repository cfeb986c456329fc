package org.vigie.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.geodata.tile.VectorTile;

/** Lines and areas come as vector tiles and follow the period without being asked for again. */
@ExtendWith(Chromium.class)
class TracksTest {

  /** Open sea, where nothing else is; wide enough for several tiles. */
  private static final String AT_SEA = "#v1/14/%s/-28.5/t=2026-06-01..2026-06-30&l=%s";

  @Test
  void aTrackOfAnotherComesToTheOpenMapAndIsOneWhereverItIsPointedAt(Browser browser)
      throws Exception {
    try (Tab tab = Tab.wide(browser, AT_SEA.formatted("-48.5", "patrol"))) {
      tab.awaitNumber("count-patrol", 0);
      List<String> asked = tiles(tab, "patrol");
      patrol("EXERCISE track at sea", -48.5, "2026-06-15");
      tab.awaitNumber("count-patrol", 1);
      awaitDrawn(tab);
      assertThat(asked).as("tiles asked for anew").isNotEmpty();
      for (double x : List.of(0.2, 0.5, 0.8)) {
        tab.clickMap(x, 0.5);
        assertThat(tab.text("detail-title")).isEqualTo("EXERCISE track at sea");
        tab.page().keyboard().press("Escape");
        tab.at("detail").waitFor(hidden());
      }
    }
  }

  @Test
  void movingThePeriodTakesTracksAwayAndBringsThemBackWithoutAskingForAnything(Browser browser)
      throws Exception {
    patrol("EXERCISE track of June", -49.5, "2026-06-15");
    String address = AT_SEA.formatted("-49.5", "patrol") + "&p.step=month";
    try (Tab tab = Tab.wide(browser, address)) {
      tab.awaitNumber("count-patrol", 1);
      awaitDrawn(tab);
      List<String> asked = tiles(tab, "patrol");
      tab.page()
          .onRequest(
              request -> {
                if (request.url().contains("/api/picture/patrol")) {
                  asked.add(request.url());
                }
              });
      tab.page().keyboard().press("[");
      tab.awaitNumber("count-patrol", 0);
      tab.clickMap(0.5, 0.5);
      assertThat(tab.at("detail").isVisible()).as("nothing is there in May").isFalse();
      tab.page().keyboard().press("]");
      tab.awaitNumber("count-patrol", 1);
      tab.clickMap(0.5, 0.5);
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE track of June");
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void aChangeIsAskedForWhereItIsAndNowhereElse(Browser browser) throws Exception {
    try (Tab tab = Tab.wide(browser, "#v1/9/-50/-28.5/t=2026-06-01..2026-06-30&l=hotspot")) {
      List<String> first = tiles(tab, "hotspot");
      tab.page().reload();
      tab.page().waitForSelector("#app[data-state=ready]");
      tab.awaitNumber("count-hotspot", 0);
      awaitDrawn(tab);
      int all = AskedTiles.in(first).size();
      assertThat(all).isGreaterThan(15);
      List<String> after = tiles(tab, "hotspot");
      Demo.create("/collections/hotspot/items", hotspot("EXERCISE shoal", -50));
      tab.awaitNumber("count-hotspot", 1);
      awaitDrawn(tab);
      assertThat(AskedTiles.in(after)).isNotEmpty().hasSizeLessThan(all / 2);
      tab.clickMap(0.5, 0.5);
      assertThat(tab.text("detail-title")).isEqualTo("EXERCISE shoal");
    }
  }

  @Test
  void whatIsTooMuchForATileIsAskedForByThePeriodDrawnAsCountsAndSaid(Browser browser) {
    try (Tab tab = Tab.wide(browser, AT_SEA.formatted("-51.5", "place"))) {
      List<String> asked = tiles(tab, "patrol");
      tab.page().route("**/collections/patrol/tiles/**", TracksTest::answerCounts);
      tab.click("layer-patrol");
      assertThat(tab.text("crowded")).startsWith("Patrols: too many here to draw each.");
      assertThat(asked).anyMatch(url -> url.contains("datetime=2026-06-01/2026-06-30"));
      tab.page().unroute("**/collections/patrol/tiles/**");
      tab.page().keyboard().press("+");
      tab.at("crowded").waitFor(hidden());
    }
  }

  /** Tiles that have counts only, whatever is asked for. */
  private static void answerCounts(Route route) {
    VectorTile tile = new VectorTile(new TileAddress(0, 0, 0));
    tile.layer("patrol")
        .add(new GeometryFactory().createPoint(new Coordinate(10, 10)), Map.of("count", 9_000L))
        .end();
    int tiles = AskedTiles.in(List.of(route.request().url())).size();
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/vnd.vigie.tile-bundle")
            .setBodyBytes(bundle(tiles, tile.toByteArray())));
  }

  /** The same tile so many times, as docs/event-tiles.md has bundles. */
  private static byte[] bundle(int tiles, byte[] tile) {
    byte[] mark = "UNCLASSIFIED".getBytes(StandardCharsets.UTF_8);
    int head = 2 + 1 + 2 + mark.length + 2 + 4;
    ByteBuffer bytes = ByteBuffer.allocate(3 + tiles * (head + tile.length));
    bytes.order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).putShort((short) 0);
    for (int i = 0; i < tiles; i++) {
      bytes.putShort((short) 200).put((byte) 0).putShort((short) mark.length).put(mark);
      bytes.putShort((short) 0).putInt(tile.length).put(tile);
    }
    return bytes.array();
  }

  private static List<String> tiles(Tab tab, String layer) {
    List<String> asked = new CopyOnWriteArrayList<>();
    tab.page()
        .onRequest(
            (Request request) -> {
              if (URI.create(request.url())
                  .getPath()
                  .startsWith("/collections/" + layer + "/tiles")) {
                asked.add(URLDecoder.decode(request.url(), StandardCharsets.UTF_8));
              }
            });
    return asked;
  }

  /** Until everything that was asked for has come. */
  private static void awaitDrawn(Tab tab) {
    tab.page().waitForTimeout(500);
    tab.page().waitForSelector(".map-area:not(.is-busy)");
  }

  /** A track along a parallel, a fifth of a degree long around 28.5° W. */
  private static void patrol(String title, double lat, String day) throws Exception {
    Demo.create(
        "/collections/patrol/items",
        """
        {"type": "Feature", "geometry": {"type": "LineString",
           "coordinates": [[-28.6, %1$s], [-28.5, %1$s], [-28.4, %1$s]]},
         "properties": {"patrol_no": "%2$s", "title": "%2$s", "result": "EXECUTED", "patrol_type": "FOOT",
           "valid_from": "%3$sT06:00:00Z", "valid_to": "%3$sT18:00:00Z",
           "time_precision": "EXACT_MINUTE"}}
        """
            .formatted(lat, title, day));
  }

  private static String hotspot(String name, double lat) {
    String ring =
        Stream.of("-28.55 -0.05", "-28.45 -0.05", "-28.45 0.05", "-28.55 0.05", "-28.55 -0.05")
            .map(corner -> corner.split(" "))
            .map(corner -> "[" + corner[0] + "," + (lat + Double.parseDouble(corner[1])) + "]")
            .collect(java.util.stream.Collectors.joining(","));
    return """
    {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [[%s]]},
     "properties": {"name": "%s", "level": "FLASHPOINT", "method": "MANUAL", "review_date": "2026-08-01",
       "valid_from": "2026-06-10T00:00:00Z"}}
    """
        .formatted(ring, name);
  }

  private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(WaitForSelectorState.HIDDEN);
  }
}
