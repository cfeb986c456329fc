package org.vigie.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.server.BenchmarkServer;
import org.vigie.server.VigieProcess;

/**
 * One of those that are compared, listening.
 *
 * @param client sends what this one wants to be sent
 * @param tile path of a question's tile
 * @param page path of a question's page, behind which the limit is put; empty when it has none
 * @param process ends it
 */
record Contestant(
    String name,
    LoadClient client,
    Function<Question, String> tile,
    Optional<Function<Question, String>> page,
    AutoCloseable process)
    implements AutoCloseable {

  /** PostGIS by itself behind the least of servers, which sends what was made as it is. */
  static Contestant postgis(BenchmarkData data) throws IOException {
    DatabaseAddress database = data.administrator();
    VigieProcess process =
        VigieProcess.start(
                PeerServer.class, database.jdbcUrl(), database.user(), database.password())
            .awaitReady();
    return new Contestant(
        "PostGIS",
        new LoadClient(URI.create(process.url()), List.of()),
        question -> "/tile/" + question.path(),
        Optional.of(question -> "/page/" + question.path() + "?limit="),
        process);
  }

  static Contestant mapServer(MapServer process) {
    return new Contestant(
        "MapServer",
        new LoadClient(process.url(), List.of()),
        MapServer::tile,
        Optional.empty(),
        process);
  }

  /** Our vector tiles and pages, compressed as browsers ask for them. */
  static Contestant vigie(String name, VigieProcess process) {
    return new Contestant(
        name,
        client(process),
        question ->
            "/collections/incident/tiles/WebMercatorQuad/"
                + address(question)
                + '?'
                + what(question),
        Optional.of(question -> "/collections/incident/items?" + what(question) + "&limit="),
        process);
  }

  /** Our event tiles, of a server that somebody else ends. */
  static Contestant eventTiles(String name, VigieProcess process) {
    return new Contestant(
        name,
        client(process),
        question -> "/api/events/incident/" + address(question) + '?' + what(question),
        Optional.empty(),
        () -> {});
  }

  private static LoadClient client(VigieProcess process) {
    return new LoadClient(
        URI.create(process.url()), List.of(BenchmarkServer.CALLER, "Accept-Encoding: gzip"));
  }

  private static String address(Question question) {
    return question.zoom() + "/" + question.row() + "/" + question.column();
  }

  private static String what(Question question) {
    String period = "datetime=" + question.from() + "/" + question.to();
    String kinds = "subtype IN ('" + String.join("', '", question.kinds()) + "')";
    return question.kinds().isEmpty()
        ? period
        : period + "&filter=" + URLEncoder.encode(kinds, StandardCharsets.UTF_8);
  }

  /** The paths of a cell; empty when there is no such thing here. */
  Optional<List<String>> paths(Cell cell) {
    Optional<Function<Question, String>> path =
        cell.limit() == 0
            ? Optional.of(tile)
            : page.map(each -> each.andThen(start -> start + cell.limit()));
    return path.map(each -> cell.questions().stream().map(each).toList());
  }

  @Override
  public void close() throws Exception {
    process.close();
  }
}
