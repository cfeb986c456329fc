package org.vigie.server.picture;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.store.LogPosition;
import org.vigie.geodata.store.Picture;
import org.vigie.server.http.Json;

/** Writes pictures straight to bytes: binding 20 000 points to a tree would cost more than they. */
final class PictureJson {

  private static final int BYTES_PER_FEATURE = 120;

  private final JsonGenerator json;

  private PictureJson(JsonGenerator json) {
    this.json = json;
  }

  static byte[] bytes(Picture picture) throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream(
            (int) Math.min(4_000_000, 400 + picture.count() * BYTES_PER_FEATURE));
    try (JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      new PictureJson(json).write(picture);
    }
    return out.toByteArray();
  }

  private void write(Picture picture) throws IOException {
    json.writeStartObject();
    json.writeStringField("mode", picture instanceof Picture.Cells ? "cells" : "features");
    LogPosition asOf = picture.asOf();
    json.writePOJOField("dataAsOf", asOf);
    json.writeStringField("classification", picture.highest().name());
    json.writeNumberField("count", picture.count());
    if (picture instanceof Picture.Points points) {
      points(points);
    } else if (picture instanceof Picture.Shapes shapes) {
      shapes(shapes);
    } else if (picture instanceof Picture.Cells cells) {
      cells(cells);
    }
    json.writeEndObject();
  }

  private void points(Picture.Points points) throws IOException {
    json.writeArrayFieldStart("ids");
    for (FeatureId id : points.ids()) {
      json.writeString(id.toString());
    }
    json.writeEndArray();
    degrees("lon", points.lon());
    degrees("lat", points.lat());
    seconds("start", points.start());
    seconds("end", points.end());
    texts("groups", points.groups());
    numbers("group", points.group());
    numbers("severity", points.severity());
    numbers("radius", points.radiusMetres());
    if (!points.titles().isEmpty()) {
      texts("title", points.titles());
    }
  }

  private void cells(Picture.Cells cells) throws IOException {
    json.writeNumberField("cellDegrees", cells.cellDegrees());
    degrees("lon", cells.lon());
    degrees("lat", cells.lat());
    json.writeFieldName("n");
    json.writeArray(cells.n(), 0, cells.n().length);
    texts("groups", cells.groups());
    numbers("group", cells.group());
  }

  private void shapes(Picture.Shapes shapes) throws IOException {
    json.writeObjectFieldStart("features");
    json.writeStringField("type", "FeatureCollection");
    json.writeArrayFieldStart("features");
    for (Picture.Shape shape : shapes.shapes()) {
      shape(shape);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void shape(Picture.Shape shape) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", shape.id().toString());
    json.writeFieldName("geometry");
    json.writeRawValue(shape.geometry());
    json.writeObjectFieldStart("properties");
    json.writeStringField("title", shape.title().orElse(null));
    json.writeStringField("group", shape.group());
    json.writeNumberField("severity", shape.severity());
    json.writePOJOField("start", shape.start());
    json.writePOJOField("end", shape.end());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Six decimals: eleven centimetres, finer than any source. */
  private void degrees(String name, double[] values) throws IOException {
    json.writeArrayFieldStart(name);
    for (double value : values) {
      json.writeNumber(Math.rint(value * 1e6) / 1e6);
    }
    json.writeEndArray();
  }

  private void seconds(String name, long[] values) throws IOException {
    json.writeArrayFieldStart(name);
    for (long value : values) {
      if (value == Picture.NO_TIME) {
        json.writeNull();
      } else {
        json.writeNumber(value);
      }
    }
    json.writeEndArray();
  }

  private void numbers(String name, int[] values) throws IOException {
    json.writeFieldName(name);
    json.writeArray(values, 0, values.length);
  }

  private void texts(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
