package org.vigie.geodata.basemap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.BoundingBox;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.Ground;
import org.vigie.geodata.tile.TileAddress;

/** Finds out what lies in an archive: some of its tiles are looked at, the rest it says itself. */
public final class GroundSurvey {

  private static final int SAMPLE = 60;
  private static final BoundingBox WORLD = new BoundingBox(-180, -85.0511, 180, 85.0511);
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build())
              .build());

  private GroundSurvey() {}

  /**
   * Looks at a sample of the tiles.
   *
   * @param metadata the archive's own JSON with {@code vector_layers}; empty when it has none
   * @throws BadInputException when a tile is none, or they are of two kinds
   */
  public static Ground of(
      TileArchive archive, int minZoom, int maxZoom, Optional<BoundingBox> bounds, String metadata)
      throws IOException, BadInputException {
    if (minZoom < 0 || minZoom > maxZoom || minZoom > TileAddress.MAX_ZOOM) {
      throw new BadInputException(
          Fault.of(
              "zoom",
              Message.of(
                  "the archive says it goes from zoom {minZoom} to {maxZoom}", minZoom, maxZoom),
              Message.of("Make it anew with zooms between 0 and {maxZoom}", TileAddress.MAX_ZOOM)));
    }
    Optional<Ground.Kind> kind = Optional.empty();
    VectorTileFacts facts = new VectorTileFacts();
    for (byte[] stored : archive.sample(SAMPLE)) {
      Optional<Tile> read = Tile.of(stored);
      if (read.isEmpty()) {
        continue;
      }
      Tile tile = read.get();
      Ground.Kind found = tile.kind().ground();
      if (kind.isPresent() && kind.get() != found) {
        throw new BadInputException(
            Fault.of(
                "tiles",
                "some tiles are pictures and some are vector tiles",
                "Make two archives of it, one of each kind"));
      }
      kind = Optional.of(found);
      if (found == Ground.Kind.VECTOR) {
        facts.add(tile.open());
      }
    }
    Ground.Kind known =
        kind.orElseThrow(
            () ->
                new BadInputException(
                    Fault.of("tiles", "there is not one tile in it", "Export it again")));
    return new Ground(
        known,
        minZoom,
        Math.min(maxZoom, TileAddress.MAX_ZOOM),
        bounds.orElse(WORLD),
        known == Ground.Kind.RASTER ? List.of() : facts.layers(declared(metadata)));
  }

  /** A box that holds, or nothing. */
  public static Optional<BoundingBox> box(double west, double south, double east, double north) {
    boolean holds =
        west >= -180 && east <= 180 && west < east && south >= -90 && north <= 90 && south < north;
    return holds ? Optional.of(new BoundingBox(west, south, east, north)) : Optional.empty();
  }

  /** What the archive's own JSON calls itself; empty when it does not say. */
  public static String name(String metadata) throws BadInputException {
    return json(metadata).path("name").asText("");
  }

  private static Map<String, List<String>> declared(String metadata) throws BadInputException {
    Map<String, List<String>> layers = new LinkedHashMap<>();
    for (JsonNode layer : json(metadata).path("vector_layers")) {
      List<String> fields = new ArrayList<>();
      layer.path("fields").fieldNames().forEachRemaining(fields::add);
      String id = layer.path("id").asText("");
      if (!id.isEmpty() && id.length() <= 200) {
        layers.put(id, fields);
      }
    }
    return layers;
  }

  private static JsonNode json(String metadata) throws BadInputException {
    try {
      return MAPPER.readTree(metadata.isBlank() ? "{}" : metadata);
    } catch (JsonProcessingException broken) {
      throw new BadInputException(
          Fault.of("metadata", "the metadata is no JSON", "Make the archive anew"));
    }
  }
}
