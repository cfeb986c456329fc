package org.vigie.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.basemap.GroundFiles;
import org.vigie.geodata.layer.LayerFiles;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;
import org.vigie.geodata.tile.TileAddress;
import org.vigie.server.backup.Backup;
import org.vigie.server.backup.BackupKey;
import org.vigie.server.backup.Restoration;
import org.vigie.server.config.DataSettings;
import org.vigie.server.http.Caller;
import org.vigie.server.http.HttpOptions;
import org.vigie.server.http.Json;

/** Basemaps from the file that somebody sends to the tile that somebody else sees. */
@PostgisTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BasemapTest {

  private static final String KEEPER = "keeper";
  private static final String VIEWER = "viewer";
  private static final TileAddress WORLD = new TileAddress(0, 0, 0);

  private static final String ROADS =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "EXERCISE road 1", "class": "major"},
         "geometry": {"type": "LineString", "coordinates": [[20, 5], [20.3, 5.2]]}},
        {"type": "Feature", "properties": {"name": "EXERCISE town"},
         "geometry": {"type": "Point", "coordinates": [20.1, 5.1]}}]}
      """;

  private DatabaseAddress address;
  private Path folder;
  private Path made;
  private WholeServer server;

  @BeforeAll
  void start(DatabaseAddress given, @TempDir Path temporary) throws Exception {
    address = given;
    folder = temporary.resolve("data");
    made = Files.createDirectories(temporary.resolve("made"));
    server = open();
  }

  private WholeServer open() {
    WholeServer opened = new WholeServer(address, LayerFiles.read(), folder);
    opened.admit(KEEPER, caller(KEEPER, Role.ANALYST, Classification.CONFIDENTIAL));
    opened.admit(VIEWER, caller(VIEWER, Role.VIEWER, Classification.UNCLASSIFIED));
    return opened;
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void anArchiveOfVectorTilesIsListedAndItsTilesComeAsTheyAreStored() throws Exception {
    byte[] tile = GroundFiles.roads(WORLD, "EXERCISE road");
    byte[] file = GroundFiles.pmtiles(Map.of(0L, tile), 0, 0, true);
    JsonNode basemap = json(add("", "roads.pmtiles", file), 201);
    assertThat(basemap.path("title").asText()).isEqualTo("EXERCISE ground");
    assertThat(basemap.path("kind").asText()).isEqualTo("vector");
    assertThat(basemap.path("state").asText()).isEqualTo("ready");
    assertThat(basemap.at("/layers/0/id").asText()).isEqualTo("roads");
    assertThat(basemap.at("/layers/0/geometry").asText()).isEqualTo("line");
    assertThat(basemap.at("/layers/0/fields/0").asText()).isEqualTo("name");

    HttpResponse<byte[]> answer = bytes(VIEWER, tile(basemap, 0, 0, 0), "gzip");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(tile);
    assertThat(header(answer, "Content-Type")).startsWith("application/vnd.mapbox-vector-tile");
    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cache-Control")).contains("private", "immutable");
    assertThat(bytes(VIEWER, tile(basemap, 0, 0, 0), "identity").body())
        .as("opened for who takes no gzip")
        .isNotEqualTo(tile)
        .contains("EXERCISE road".getBytes(StandardCharsets.UTF_8));
    assertThat(
            server
                .send(
                    VIEWER,
                    "GET",
                    tile(basemap, 0, 0, 0),
                    "",
                    Map.of("If-None-Match", header(answer, "ETag")))
                .statusCode())
        .isEqualTo(304);
    assertThat(bytes(VIEWER, tile(basemap, 5, 3, 3), "gzip").statusCode()).isEqualTo(204);
    for (String none : List.of("23/0/0", "1/2/0", "-1/0/0", "x/0/0")) {
      String path = "/basemaps/" + basemap.path("id").asText() + "/tiles/" + none;
      assertThat(server.get(VIEWER, path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void featuresAreCutInTheBackgroundAndAreThereAfterARestart() throws Exception {
    JsonNode taken = json(add("&title=EXERCISE+roads", "roads.geojson", ROADS), 201);
    assertThat(taken.path("state").asText()).isIn("preparing", "ready");
    JsonNode basemap = awaitReady(taken);
    assertThat(basemap.path("maxzoom").asInt()).isEqualTo(14);
    assertThat(basemap.path("layers"))
        .extracting(layer -> layer.path("id").asText() + " " + layer.path("geometry").asText())
        .containsExactly("EXERCISE roads lines line", "EXERCISE roads points point");
    for (int zoom : new int[] {0, 6, 14}) {
      double side = 1 << zoom;
      int x = (int) Math.floor((20.1 + 180) / 360 * side);
      int y = (int) Math.floor(new TileAddress(0, 0, 0).y(5.1) / TileAddress.EXTENT * side);
      HttpResponse<byte[]> answer = bytes(VIEWER, tile(basemap, zoom, x, y), "identity");
      assertThat(answer.statusCode()).as("zoom %s", zoom).isEqualTo(200);
      assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("EXERCISE");
    }
    server.close();
    server = open();
    assertThat(bytes(VIEWER, tile(basemap, 0, 0, 0), "gzip").statusCode()).isEqualTo(200);
  }

  @Test
  void aFileThatIsDamagedOnTheDiskIsOurFaultAndNotTheCallers() throws Exception {
    byte[] file = GroundFiles.pmtiles(Map.of(0L, GroundFiles.roads(WORLD, "EXERCISE")), 0, 0, true);
    JsonNode basemap = json(add("", "damaged.pmtiles", file), 201);
    server.close();
    Path kept = folder.resolve("basemaps").resolve(basemap.path("id").asText() + ".pmtiles");
    Files.write(kept, new byte[(int) Files.size(kept)]);
    server = open();
    HttpResponse<String> answer = server.get(VIEWER, tile(basemap, 0, 0, 0));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain(folder.toString());
  }

  private JsonNode awaitReady(JsonNode taken) throws Exception {
    String path = "/basemaps/" + taken.path("id").asText();
    JsonNode now = json(server.get(KEEPER, path), 200);
    while (now.path("state").asText().equals("preparing")) {
      Thread.onSpinWait();
      now = json(server.get(KEEPER, path), 200);
    }
    assertThat(now.path("problem").toString()).isEqualTo("null");
    return now;
  }

  @Test
  void whatACommandInterruptedIsPreparedAnewAtTheNextStart() throws Exception {
    json(add("", "first.mbtiles", mbtiles("first", GroundFiles.PNG)), 201);
    var rows = server.store().basemaps(Access.everything(new Author("test")));
    Basemap kept = rows.list().get(0);
    UUID id = UUID.randomUUID();
    Files.writeString(folder.resolve("basemaps").resolve(id + ".geojson"), ROADS);
    Path left = folder.resolve("basemaps/incoming/1-left.part");
    Files.writeString(left, "of a process that was killed");
    Path ours = left.resolveSibling(ProcessHandle.current().pid() + "-00.part");
    Files.writeString(ours, "of one with the same number, before");
    rows.add(
        new Basemap.Draft(
            id,
            "EXERCISE interrupted",
            "EXERCISE",
            Classification.UNCLASSIFIED,
            id + ".geojson",
            Optional.empty(),
            10,
            "00"));
    server.close();
    server = open();
    assertThat(ours).doesNotExist();
    JsonNode basemap = awaitReady(Json.MAPPER.createObjectNode().put("id", id.toString()));
    assertThat(basemap.path("state").asText()).isEqualTo("ready");
    assertThat(folder.resolve("basemaps").resolve(id + ".geojson")).doesNotExist();
    assertThat(folder.resolve("basemaps").resolve(kept.file())).exists();
  }

  @Test
  void whatCannotBeUsedIsRefusedWithWhatAndHowToMendAndNothingIsLeft() throws Exception {
    long before = files();
    byte[] tile = GroundFiles.roads(WORLD, "x");
    byte[] good = GroundFiles.pmtiles(Map.of(0L, tile), 0, 0, true);
    byte[] cut = Arrays.copyOf(good, good.length - 20);
    refused("cut.pmtiles", cut, "the file has " + cut.length);
    refused("page.pmtiles", GroundFiles.HTML, "it is a web page");
    refused("empty", new byte[0], "it is empty");
    for (byte[] evil : List.of(GroundFiles.HTML, GroundFiles.SVG)) {
      refused("evil.mbtiles", mbtiles("evil", evil), "neither PNG, JPEG, WebP nor a vector tile");
      refused(
          "evil.pmtiles",
          GroundFiles.pmtiles(Map.of(0L, evil), 0, 0, false),
          "neither PNG, JPEG, WebP nor a vector tile");
    }
    refused(
        "broken.geojson",
        "{\"type\": \"FeatureCollection\", \"features\": [{]}".getBytes(StandardCharsets.UTF_8),
        "the JSON is broken");
    HttpResponse<String> unsaid = server.send(KEEPER, "POST", "/basemaps?title=x", "{}", Map.of());
    assertThat(unsaid.statusCode()).isEqualTo(400);
    assertThat(unsaid.body()).contains("attribution");
    assertThat(add("&classification=STRICTLY_CONFIDENTIAL", "x.pmtiles", good).body())
        .contains("above your clearance");
    assertThat(
            server.announce(KEEPER, "/basemaps?attribution=EXERCISE&filename=large", (1 << 20) + 1))
        .isEqualTo("HTTP/1.1 413");
    assertThat(files()).as("files that are left").isEqualTo(before);
  }

  @Test
  void whatIsAboveTheClearanceIsAbsentInTheListAndInEveryRequest() throws Exception {
    byte[] file = GroundFiles.pmtiles(Map.of(0L, GroundFiles.PNG), 0, 0, true);
    JsonNode hidden =
        json(add("&classification=CONFIDENTIAL&title=EXERCISE+secret", "s.pmtiles", file), 201);
    String id = hidden.path("id").asText();
    assertThat(server.get(KEEPER, "/basemaps").body()).contains(id);
    assertThat(server.get(KEEPER, "/basemaps").headers().firstValue("X-Classification"))
        .hasValue("CONFIDENTIAL");
    assertThat(server.get(VIEWER, "/basemaps").body()).doesNotContain(id, "secret");
    String never = "00000000-0000-4000-8000-000000000000";
    for (String rest : List.of("", "/tiles/0/0/0")) {
      HttpResponse<String> foreign = server.get(VIEWER, "/basemaps/" + id + rest);
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.body().replace(id, never))
          .isEqualTo(server.get(VIEWER, "/basemaps/" + never + rest).body());
    }
    assertThat(bytes(KEEPER, tile(hidden, 0, 0, 0), "gzip").body()).isEqualTo(GroundFiles.PNG);
    server.admit("low", caller("low", Role.ANALYST, Classification.UNCLASSIFIED));
    for (String method : List.of("PATCH", "DELETE")) {
      String body = method.equals("PATCH") ? "{\"title\": \"mine\"}" : "";
      assertThat(server.send("low", method, "/basemaps/" + id, body, Map.of()).statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void whatIsSaidAboutItCanBeChangedAndItIsRemovedWithItsFile() throws Exception {
    JsonNode basemap = json(add("", "g.mbtiles", mbtiles("change", GroundFiles.PNG)), 201);
    assertThat(basemap.path("kind").asText()).isEqualTo("raster");
    String path = "/basemaps/" + basemap.path("id").asText();
    String change = "{\"title\": \"EXERCISE new\", \"order\": -1, \"shown\": false}";
    JsonNode changed = json(server.send(KEEPER, "PATCH", path, change, Map.of()), 200);
    assertThat(changed.path("title").asText()).isEqualTo("EXERCISE new");
    assertThat(changed.path("attribution").asText()).isEqualTo("EXERCISE data");
    assertThat(changed.path("shown").asBoolean()).isFalse();
    assertThat(json(server.get(VIEWER, "/basemaps"), 200).at("/basemaps/0/id").asText())
        .as("at the bottom")
        .isEqualTo(basemap.path("id").asText());
    for (String wrong :
        List.of("{\"attribution\": \" \"}", "{\"title\": \"\"}", "{\"mark\": 1}", "[]")) {
      assertThat(server.send(KEEPER, "PATCH", path, wrong, Map.of()).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    long before = files();
    assertThat(server.send(KEEPER, "DELETE", path, "", Map.of()).statusCode()).isEqualTo(204);
    assertThat(server.get(KEEPER, path).statusCode()).isEqualTo(404);
    assertThat(files()).isEqualTo(before - 1);
    assertThat(server.store().auditTrail().verify("").isSound()).isTrue();
  }

  @Test
  void aCommandAddsListsAndRemovesBesideTheRunningServer() throws Exception {
    Path file = Files.writeString(made.resolve("EXERCISE rivers.geojson"), ROADS);
    StringWriter out = new StringWriter();
    assertThat(command(out, "add", file.toString(), "--attribution", "EXERCISE")).isZero();
    String id = out.toString().replaceFirst("(?s)^Added ([0-9a-f-]{36}).*", "$1");
    JsonNode basemap = json(server.get(VIEWER, "/basemaps/" + id), 200);
    assertThat(basemap.path("title").asText()).isEqualTo("EXERCISE rivers");
    assertThat(bytes(VIEWER, tile(basemap, 0, 0, 0), "gzip").statusCode()).isEqualTo(200);
    StringWriter listed = new StringWriter();
    assertThat(command(listed, "list")).isZero();
    assertThat(listed.toString()).contains(id, "EXERCISE rivers", "vector 0-14");
    assertThat(command(out, "add", file.toString())).as("without attribution").isEqualTo(2);
    assertThat(command(out, "add", made.toString(), "--attribution", "x")).isEqualTo(2);
    assertThat(command(out, "remove", id)).isZero();
    assertThat(command(out, "remove", id)).isEqualTo(1);
    assertThat(server.get(VIEWER, "/basemaps/" + id).statusCode()).isEqualTo(404);
  }

  private int command(StringWriter out, String... words) {
    List<String> all = new ArrayList<>(List.of("basemap"));
    all.addAll(List.of(words));
    all.addAll(
        List.of(
            "--data-dir=" + folder,
            "--database-url=" + address.jdbcUrl(),
            "--database-user=" + address.user(),
            "--database-password=" + address.password()));
    String[] arguments = all.toArray(String[]::new);
    return Main.commandLine(arguments, Map.of())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments);
  }

  @Test
  void itComesBackFromABackupAndTheDoctorMissesWhatIsGone(@TempDir Path elsewhere)
      throws Exception {
    JsonNode basemap = json(add("", "kept.mbtiles", mbtiles("kept", GroundFiles.PNG)), 201);
    DataSettings own = new DataSettings(folder, Optional.of(address), 1 << 20);
    Path backup = elsewhere.resolve("mission.backup");
    BackupKey key = BackupKey.ofPassphrase("four words at random");
    DatabaseAddress empty = TestDatabases.create();
    try {
      try (StartedParts parts = new StartedParts()) {
        new Backup(folder, to -> Wiring.dump(parts, own, to)).write(backup, key);
      }
      DataSettings other =
          new DataSettings(elsewhere.resolve("restored"), Optional.of(empty), 1 << 20);
      Restoration restoration = new Restoration(other.directory());
      restoration.check(backup, key);
      try (StartedParts parts = new StartedParts()) {
        restoration.read(from -> Wiring.restore(parts, other, from));
      }
      try (WholeServer restored = new WholeServer(empty, LayerFiles.read(), other.directory())) {
        restored.admit(VIEWER, caller(VIEWER, Role.VIEWER, Classification.UNCLASSIFIED));
        assertThat(restored.download(VIEWER, tile(basemap, 0, 0, 0), "gzip").body())
            .isEqualTo(GroundFiles.PNG);
      }
      assertThat(basemapFindings(other)).noneMatch(line -> line.contains("is gone"));
      Path file =
          other.directory().resolve("basemaps").resolve(basemap.path("id").asText() + ".mbtiles");
      Files.delete(file);
      assertThat(basemapFindings(other)).anyMatch(line -> line.contains(file + " is gone"));
    } finally {
      TestDatabases.drop(empty);
    }
  }

  private static List<String> basemapFindings(DataSettings data) {
    return Wiring.doctor().examine(data, HttpOptions.loopback(0), false).stream()
        .filter(finding -> finding.subject().equals("Basemaps"))
        .map(finding -> finding.text())
        .toList();
  }

  @Test
  void aGeoPackageOrAShapefileThatIsNoneIsRefusedWhileItsSenderListens() throws Exception {
    long before = files();
    byte[] zip = {'P', 'K', 3, 4, 0, 0, 0, 0};
    refused("roads.zip", zip, "the zip is damaged or cut off");
    Path file = Files.createTempFile(made, "other", ".gpkg");
    Files.delete(file);
    GroundFiles.sqlite(
        file,
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("create table other (a)");
          }
        });
    refused("other.gpkg", Files.readAllBytes(file), "neither tiles nor the feature tables");
    assertThat(files()).as("files that are left").isEqualTo(before);
  }

  private void refused(String name, byte[] file, String why) throws Exception {
    HttpResponse<String> answer = add("", name, file);
    assertThat(answer.statusCode()).as(name + " " + answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(why, "\"fix\"");
  }

  private long files() throws Exception {
    try (Stream<Path> all = Files.walk(folder.resolve("basemaps"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private byte[] mbtiles(String name, byte[] tile) throws Exception {
    Path file = Files.createTempFile(made, name, ".mbtiles");
    Files.delete(file);
    return Files.readAllBytes(GroundFiles.mbtiles(file, GroundFiles.world(tile)));
  }

  private HttpResponse<String> add(String more, String name, String file) throws Exception {
    return add(more, name, file.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> add(String more, String name, byte[] file) throws Exception {
    return server.upload(
        KEEPER,
        "/basemaps?attribution=EXERCISE+data&filename="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + more,
        file);
  }

  private HttpResponse<byte[]> bytes(String caller, String path, String encoding) throws Exception {
    return server.download(caller, path, encoding);
  }

  private static String tile(JsonNode basemap, int z, int x, int y) {
    return basemap
        .path("tiles")
        .asText()
        .replace("{z}", "" + z)
        .replace("{x}", "" + x)
        .replace("{y}", "" + y);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.MAPPER.readTree(answer.body());
  }

  private static Caller caller(String name, Role role, Classification clearance) {
    Access access =
        new Access(
            new Author(name),
            clearance,
            Set.of(),
            Access.ALL,
            Set.of(),
            Set.of(),
            Optional.empty());
    return new Caller(name, Set.of(role), access);
  }
}
