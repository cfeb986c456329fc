package org.vigie.server.collections;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.format.geojson.GeoJsonWriter;
import org.vigie.geodata.geo.Crs;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;
import org.vigie.server.http.Json;
import org.vigie.server.http.Link;

/** Features as GeoJSON members of an answer, in the CRS and with the properties that are asked. */
final class ItemJson {

  private final Crs crs;
  private final Optional<Set<String>> properties;

  ItemJson(Crs crs, Optional<Set<String>> properties) {
    this.crs = crs;
    this.properties = properties;
  }

  /**
   * Writes one Feature object.
   *
   * @throws BadInputException when the CRS cannot express where it is
   */
  void write(JsonGenerator out, Feature feature, List<Link> links)
      throws IOException, BadInputException {
    out.writeStartObject();
    members(out, feature, links);
    out.writeEndObject();
  }

  /**
   * Writes one Feature object with the record it was read from, column by column as it stood, in
   * the foreign member {@code provenance}. Only for a single feature: in a page it would be most of
   * the bytes.
   *
   * @throws BadInputException when the CRS cannot express where it is
   */
  void writeWithProvenance(JsonGenerator out, Feature feature, List<Link> links)
      throws IOException, BadInputException {
    out.writeStartObject();
    members(out, feature, links);
    Provenance provenance = feature.provenance();
    if (!provenance.original().isEmpty()) {
      out.writeObjectFieldStart("provenance");
      if (provenance.batch() != null) {
        out.writeStringField("batch", provenance.batch().toString());
      }
      out.writePOJOField("original", provenance.original());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void members(JsonGenerator out, Feature feature, List<Link> links)
      throws IOException, BadInputException {
    Feature carried = carry(feature);
    if (properties.isPresent()) {
      ObjectNode tree = tree(carried);
      ((ObjectNode) tree.get("properties")).retain(properties.get());
      for (var member : tree.properties()) {
        out.writeFieldName(member.getKey());
        out.writeTree(member.getValue());
      }
    } else {
      GeoJsonWriter.writeMembers(out, carried);
    }
    if (!links.isEmpty()) {
      out.writePOJOField("links", links);
    }
  }

  /** A feature as a tree that can be compared and patched, in WGS 84 longitude/latitude. */
  static ObjectNode tree(Feature feature) {
    try (TokenBuffer buffer = new TokenBuffer(Json.MAPPER, false)) {
      buffer.writeStartObject();
      GeoJsonWriter.writeMembers(buffer, feature);
      buffer.writeEndObject();
      return Json.MAPPER.readTree(buffer.asParser());
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private Feature carry(Feature feature) throws BadInputException {
    Geometry geometry = feature.geometry();
    return geometry == null ? feature : feature.withGeometry(crs.fromWgs84(geometry));
  }
}
