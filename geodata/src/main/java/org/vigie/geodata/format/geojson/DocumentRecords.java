package org.vigie.geodata.format.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import org.vigie.geodata.format.Limits;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** A FeatureCollection, read feature by feature, or a document that is a single Feature. */
final class DocumentRecords implements GeoJsonRecords {

  private final String file;
  private final JsonParser parser;
  private final ObjectNode members = JsonNodeFactory.instance.objectNode();
  private boolean started;
  private boolean inFeatures;
  private boolean collection;
  private boolean ended;

  DocumentRecords(String file, Reader text) throws IOException {
    this.file = file;
    this.parser = Json.FACTORY.createParser(text);
  }

  @Override
  public Optional<Item> next() throws IOException, BadInputException {
    try {
      if (!started) {
        started = true;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
          throw refused(
              Message.of("the document is no JSON object"),
              Message.of("Put the features in a FeatureCollection"));
        }
        toFeatures();
      }
      if (inFeatures) {
        if (parser.nextToken() != JsonToken.END_ARRAY) {
          return Optional.of(item());
        }
        inFeatures = false;
        toFeatures();
      }
      return end();
    } catch (JsonProcessingException bad) {
      throw Json.broken(file, bad);
    }
  }

  private Item item() throws IOException {
    long line = parser.currentTokenLocation().getLineNr();
    return BoundedTree.read(parser)
        .map(node -> Item.of(line, node))
        .orElseGet(
            () ->
                Item.refused(
                    line,
                    "",
                    Fault.of(
                        null,
                        Message.of(
                            "the feature has more than {featureTokens} JSON values",
                            Limits.FEATURE_TOKENS),
                        "Simplify or divide it")));
  }

  /** Reads the members of the document up to the array of features, or to the end. */
  private void toFeatures() throws IOException, BadInputException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        if (collection) {
          throw refused(
              Message.of("there are two arrays of features"), Message.of("Put all into one"));
        }
        collection = true;
        inFeatures = true;
        return;
      }
      Optional<JsonNode> member = BoundedTree.read(parser);
      if (member.isEmpty()) {
        throw refused(
            Message.of("the member \"{name}\" is too large", name), Message.of("Remove it"));
      }
      members.set(name, member.get());
      if (name.equals("crs")) {
        Crs.requireWgs84(member.get(), file);
      }
    }
  }

  private Optional<Item> end() throws BadInputException {
    if (ended) {
      return Optional.empty();
    }
    ended = true;
    String type = members.path("type").asText("");
    if (collection || type.equals("FeatureCollection")) {
      if (!collection || (!type.isEmpty() && !type.equals("FeatureCollection"))) {
        throw refused(
            Message.of("the document is no FeatureCollection with an array of features"),
            Message.of("Give \"type\": \"FeatureCollection\" and \"features\": []"));
      }
      return Optional.empty();
    }
    return Optional.of(Item.of(1, members));
  }

  private BadInputException refused(Message what, Message fix) {
    return new BadInputException(
        Fault.of(null, what, fix).at(file, Math.max(1, parser.currentTokenLocation().getLineNr())));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
