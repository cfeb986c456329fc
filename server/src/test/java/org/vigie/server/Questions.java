package org.vigie.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.vigie.geodata.model.Feature;

/**
 * What somebody asks who wants to know whether a record is there: boxes that slide over its place,
 * dates that are cut beside its minute, figures by every property, filters by all that it says,
 * orders and pages, circles of every radius around three points, and the ways around all that.
 */
record Questions(World world, Random random) {

  /** One request. */
  record Question(String method, String path, String body) {}

  List<Question> list() {
    List<Question> all = new ArrayList<>();
    slidingBoxes(all);
    slicedTime(all);
    facets(all);
    filters(all);
    ordersAndPages(all);
    circles(all);
    waysAround(all);
    return all;
  }

  /** A year by the clock of a place. */
  private static final String HOURS =
      "&step=3-hours&start=2024-01-01&end=2024-12-31&zone=Africa/Casablanca";

  /** Asked once for all worlds, by each snooper. */
  static List<Question> ofAll() {
    List<Question> all = new ArrayList<>();
    for (String layer : List.of("incident", "poc-alert", "ied-report", "report", "patrol")) {
      get(all, "/collections/" + layer);
      get(all, "/collections/" + layer + "/items?sortby=-valid_from&limit=3");
      get(all, "/api/histogram?layer=" + layer + "&step=day");
      get(all, "/api/histogram?layer=" + layer + HOURS);
      get(all, "/api/picture/" + layer + "?zoom=5");
      post(all, "/api/statistics", "{'layer': '%s', 'step': 'week'}".formatted(layer));
      post(all, "/api/counts", "{'layers': [{'name': '%s'}], 'groups': true}".formatted(layer));
      post(
          all,
          "/api/matrix",
          "{'layer': '%s', 'rows': 'month', 'columns': 'hour'}".formatted(layer));
    }
    post(all, "/api/breakdown", "{'layer': 'incident', 'by': 'type', 'limit': 50}");
    post(all, "/api/breakdown", "{'layer': 'incident', 'by': 'admin1', 'limit': 1}");
    post(
        all,
        "/api/matrix",
        "{'layer': 'incident', 'rows': 'type', 'columns': 'admin1', 'limit': 2}");
    get(all, "/collections");
    get(all, "/api/mission");
    get(all, "/api/layers");
    get(all, "/api/changes?limit=200");
    get(all, "/api/inbox");
    get(all, "/api/marks/proposals");
    get(all, "/api/released-counts");
    return all;
  }

  private void slidingBoxes(List<Question> all) {
    Envelope box = world.box();
    Coordinate at = place();
    List<Envelope> boxes = new ArrayList<>();
    boxes.add(box);
    boxes.add(new Envelope(box.getMinX(), at.x - 1e-4, box.getMinY(), box.getMaxY()));
    boxes.add(new Envelope(box.getMinX(), at.x + 1e-4, box.getMinY(), box.getMaxY()));
    boxes.add(new Envelope(box.getMinX(), box.getMaxX(), at.y - 1e-4, box.getMaxY()));
    boxes.add(new Envelope(box.getMinX(), box.getMaxX(), at.y + 1e-4, box.getMaxY()));
    boxes.add(new Envelope(at.x - 1e-4, at.x + 1e-4, at.y - 1e-4, at.y + 1e-4));
    double shift = random.nextDouble() * 0.05;
    boxes.add(new Envelope(at.x - shift, at.x + 0.05 - shift, at.y - 0.02, at.y + 0.02));
    for (Envelope each : boxes) {
      get(all, items("bbox=" + text(each)));
      post(
          all,
          "/api/counts",
          "{'bbox': [%s], 'layers': [{'name': 'incident'}, {'name': '%s'}], 'groups': true}"
              .formatted(text(each), layer().equals("incident") ? "base" : layer()));
    }
    get(all, "/api/picture/" + layer() + "?zoom=12&titles=true&bbox=" + text(boxes.get(5)));
    for (int zoom : new int[] {9, 13}) {
      get(all, "/collections/" + layer() + "/tiles/WebMercatorQuad/" + tile(at, zoom));
    }
    get(all, "/collections/" + layer() + "/export?f=csv&bbox=" + text(box));
  }

  private void slicedTime(List<Question> all) {
    Instant time = time();
    String box = "bbox=" + text(world.box());
    for (String slice :
        List.of(
            time + "/" + time.plus(1, ChronoUnit.MINUTES),
            time.minus(1, ChronoUnit.HOURS) + "/" + time.minusSeconds(1),
            world.month() + "/" + time,
            time.plusSeconds(1) + "/" + world.month().plus(31, ChronoUnit.DAYS))) {
      get(all, items(box + "&datetime=" + slice));
    }
    get(all, "/api/histogram?layer=" + layer() + "&step=day&" + box);
    get(all, items(box + "&as-known-at=" + java.time.Instant.now()));
  }

  private void facets(List<Question> all) {
    for (String property : List.of("", ", 'groupBy': 'admin1'", ", 'groupBy': 'type'")) {
      post(
          all,
          "/api/statistics",
          "{'layer': '%s', 'bbox': [%s], 'step': 'day', 'list': 50%s}"
              .formatted(layer(), text(world.box()), property));
    }
    Instant time = time();
    post(
        all,
        "/api/breakdown",
        "{'layer': '%s', 'bbox': [%s], 'datetime': '%s/%s', 'by': 'admin1', 'limit': 5}"
            .formatted(
                layer(), text(world.box()), time.plusSeconds(60), time.plus(10, ChronoUnit.DAYS)));
    post(
        all,
        "/api/matrix",
        "{'layer': '%s', 'bbox': [%s], 'rows': 'admin1', 'columns': 'weekday', 'limit': 1}"
            .formatted(layer(), text(world.box())));
    post(
        all,
        "/api/statistics",
        "{'layer': '%s', 'filter': 'admin1 = ''%s''', 'step': 'month'}"
            .formatted(layer(), world.province())
            .replace("''", "\u0000"));
    post(
        all,
        "/api/statistics",
        "{'layer': '%s', 'filter': 'admin1 <> \u0000%s\u0000'}"
            .formatted(layer(), world.province()));
  }

  private void filters(List<Question> all) {
    String word = word();
    for (String filter :
        List.of(
            "id = '" + id() + "'",
            "source_id = '" + world.secret().provenance().sourceId() + "'",
            "title = '" + word + "'",
            "CASEI(title) LIKE '" + word.substring(0, 6) + "%'",
            "admin1 = '" + world.province() + "' AND classification = '" + mark() + "'",
            "admin1 = '" + world.province() + "' AND NOT (classification = '" + mark() + "')",
            "admin1 = '" + world.province() + "' AND compartments IS NOT NULL",
            "source_identity IS NOT NULL AND admin1 = '" + world.province() + "'")) {
      get(all, items("filter=" + encoded(filter)));
    }
  }

  private void ordersAndPages(List<Question> all) {
    String box = "bbox=" + text(world.box());
    get(all, items(box + "&sortby=valid_from&limit=1"));
    get(all, items(box + "&sortby=-valid_from&limit=1"));
    get(all, items(box + "&sortby=-classification,title&limit=2"));
    get(all, items(box + "&sortby=admin1,-title&limit=2"));
  }

  /** From three points, each radius ends just before the place and just behind it. */
  private void circles(List<Question> all) {
    Coordinate at = place();
    for (int i = 0; i < 3; i++) {
      double bearing = random.nextDouble() * 2 * Math.PI;
      double x = at.x + 0.1 * Math.cos(bearing);
      double y = at.y + 0.1 * Math.sin(bearing);
      for (double radius : new double[] {0.0999, 0.1001}) {
        post(
            all,
            "/api/statistics",
            "{'layer': '%s', 'area': %s}".formatted(layer(), circle(x, y, radius)));
      }
    }
  }

  private void waysAround(List<Question> all) {
    String feature = "/" + layer() + "/" + id();
    get(all, "/collections/" + layer() + "/items/" + id());
    get(all, "/collections/" + layer() + "/items/" + id() + "/history");
    for (String route : List.of("links", "duplicates", "attachments", "workflow")) {
      get(all, "/api/" + route + feature);
    }
    Feature visible = world.others().get(0);
    get(all, "/api/duplicates/incident/" + visible.id());
    post(
        all,
        "/api/duplicates",
        ("{'layer': 'incident', 'geometry': {'type': 'Point', 'coordinates': [%s, %s]},"
                + " 'valid_from': '%s', 'properties': {'title': '%s', 'type': 'BATTLES'}}")
            .formatted(number(place().x), number(place().y), time(), word()));
    analyse(all, "cluster-density", "");
    analyse(all, "hexagon-counts", "");
    analyse(all, "data-quality", "");
    analyse(all, "density-surface", ", 'bandwidthM': 20000, 'cellM': 20000, 'draws': 0");
    get(all, "/api/locate?at=" + number(place().y) + "," + number(place().x));
    get(all, "/api/places?q=" + word());
  }

  private void analyse(List<Question> all, String process, String more) {
    post(
        all,
        "/processes/" + process + "/execution",
        "{'inputs': {'layer': '%s', 'bbox': [%s]%s}}".formatted(layer(), text(world.box()), more));
  }

  private String layer() {
    return world.secret().layer();
  }

  private String id() {
    return world.secret().id().toString();
  }

  private String mark() {
    return world.secret().classification().name();
  }

  private Coordinate place() {
    return java.util.Objects.requireNonNull(world.secret().geometry()).getCoordinate();
  }

  private Instant time() {
    return java.util.Objects.requireNonNull(
        java.util.Objects.requireNonNull(world.secret().validTime()).start());
  }

  /** A word that only the secret says. */
  private String word() {
    return world.secret().properties().values().stream()
        .filter(value -> value instanceof String text && text.startsWith("zq"))
        .map(String::valueOf)
        .findFirst()
        .orElse("zqzqzqzqzq");
  }

  private String items(String query) {
    return "/collections/" + layer() + "/items?" + query;
  }

  private static String circle(double x, double y, double radius) {
    StringBuilder ring = new StringBuilder();
    for (int i = 0; i <= 24; i++) {
      double turn = 2 * Math.PI * (i % 24) / 24;
      ring.append(i == 0 ? "[" : ",[")
          .append(number(x + radius * Math.cos(turn)))
          .append(',')
          .append(number(y + radius * Math.sin(turn)))
          .append(']');
    }
    return "{'type': 'Polygon', 'coordinates': [[" + ring + "]]}";
  }

  /** Zoom, row and column of the tile that a place is in. */
  private static String tile(Coordinate at, int zoom) {
    double side = 1 << zoom;
    double latitude = Math.toRadians(at.y);
    double north = Math.log(Math.tan(latitude) + 1 / Math.cos(latitude)) / Math.PI;
    long column = (long) Math.floor((at.x + 180) / 360 * side);
    long row = (long) Math.floor((1 - north) / 2 * side);
    return zoom + "/" + row + "/" + column;
  }

  private static String text(Envelope box) {
    return number(box.getMinX())
        + ","
        + number(box.getMinY())
        + ","
        + number(box.getMaxX())
        + ","
        + number(box.getMaxY());
  }

  private static String number(double degrees) {
    return String.format(Locale.ROOT, "%.6f", degrees);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void get(List<Question> all, String path) {
    all.add(new Question("GET", path, ""));
  }

  private static void post(List<Question> all, String path, String body) {
    all.add(new Question("POST", path, body.replace('\'', '"').replace('\u0000', '\'')));
  }
}
