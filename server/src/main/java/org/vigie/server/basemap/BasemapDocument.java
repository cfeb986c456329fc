package org.vigie.server.basemap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.store.Basemap;
import org.vigie.geodata.store.Ground;

/** A basemap as the API tells it. */
final class BasemapDocument {

  static final String BASE = "/basemaps";

  private static final int VERSION = 12;

  private BasemapDocument() {}

  static Map<String, Object> of(Basemap basemap) {
    String self = BASE + "/" + basemap.id();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", basemap.id());
    document.put("title", basemap.title());
    document.put("attribution", basemap.attribution());
    document.put("classification", basemap.classification());
    document.put("order", basemap.order());
    document.put("shown", basemap.shown());
    document.put("state", word(basemap.state()));
    document.put("progress", Math.round(basemap.progress() * 100) / 100.0);
    document.put("problem", basemap.problem().map(BasemapDocument::problem).orElse(null));
    document.put("size", basemap.bytes());
    document.put("added", basemap.addedAt());
    document.put("author", basemap.author());
    basemap.ground().ifPresent(ground -> put(document, ground, self, version(basemap)));
    document.put("links", List.of(Map.of("rel", "self", "href", self)));
    return document;
  }

  /** Changes with the content, which never changes once it is ready. */
  static String version(Basemap basemap) {
    return basemap.sha256().substring(0, Math.min(VERSION, basemap.sha256().length()));
  }

  private static void put(
      Map<String, Object> document, Ground ground, String self, String version) {
    BoundingBox box = ground.bounds();
    document.put("kind", word(ground.kind()));
    document.put("minzoom", ground.minZoom());
    document.put("maxzoom", ground.maxZoom());
    document.put("bounds", List.of(box.west(), box.south(), box.east(), box.north()));
    document.put("tiles", self + "/tiles/{z}/{x}/{y}?v=" + version);
    document.put("layers", ground.layers().stream().map(BasemapDocument::layer).toList());
  }

  private static Map<String, Object> layer(Ground.Layer layer) {
    return Map.of("id", layer.id(), "geometry", word(layer.geometry()), "fields", layer.fields());
  }

  private static Map<String, Object> problem(Fault fault) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("detail", fault.toString());
    problem.put("what", fault.what());
    problem.put("fix", fault.fix());
    if (fault.line() > 0) {
      problem.put("line", fault.line());
    }
    return problem;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
