package org.vigie.server.collections;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.LocationClass;
import org.vigie.geodata.model.TimePrecision;
import org.vigie.server.http.Schema;

/** What every feature has besides the properties of its layer, as clients see and query it. */
enum CommonAttribute {
  ID("id", "Id", Schema.string().with("format", "uuid"), "id"),
  VALID_FROM("valid_from", "Time, from", time(), "primary-interval-start"),
  VALID_TO("valid_to", "Time, until", time(), "primary-interval-end"),
  TIME_PRECISION(
      "time_precision",
      "Precision of time",
      Schema.words(Arrays.stream(TimePrecision.values()).map(TimePrecision::code).toList()),
      ""),
  LOCATION_CLASS("location_class", "Precision of place", words(LocationClass.values()), ""),
  RADIUS("radius_m", "Radius of uncertainty (m)", Schema.number().with("minimum", 0), ""),
  CLASSIFICATION("classification", "Classification", words(Classification.values()), ""),
  COMPARTMENTS("compartments", "Compartments", Schema.array(Schema.string()), ""),
  SOURCE_SYSTEM("source_system", "Source system", Schema.string(), ""),
  SOURCE_ID("source_id", "Name in the source system", Schema.string(), ""),
  RECORDED_AT("recorded_at", "Recorded at", time().with("readOnly", true), ""),
  VERSION("version", "Version", Schema.integer().with("minimum", 1).with("readOnly", true), "");

  private final String word;
  private final String title;
  private final Schema schema;
  private final String role;

  CommonAttribute(String word, String title, Schema schema, String role) {
    this.word = word;
    this.title = title;
    this.schema = schema;
    this.role = role;
  }

  String word() {
    return word;
  }

  String title() {
    return title;
  }

  /** With its title, and its role in a feature (OGC 23-058, clause on roles) when it has one. */
  Schema schema() {
    Schema titled = schema.titled(title);
    return role.isEmpty() ? titled : titled.with("x-ogc-role", role);
  }

  static Optional<CommonAttribute> find(String word) {
    return Arrays.stream(values()).filter(a -> a.word.equals(word)).findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(CommonAttribute::word).toList();
  }

  private static Schema time() {
    return Schema.string().with("format", "date-time");
  }

  private static Schema words(Enum<?>[] values) {
    return Schema.words(Arrays.stream(values).map(Enum::name).toList());
  }
}
