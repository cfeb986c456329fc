package org.vigie.server.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.access.Role;
import org.vigie.geodata.format.geojson.GeoJsonGeometry;
import org.vigie.geodata.format.geojson.GeoJsonGeometryWriter;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.server.http.Json;

/** Accounts as the API writes and reads them. */
final class AccountJson {

  private AccountJson() {}

  static Map<String, Object> document(Account account) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("username", account.username());
    document.put("title", account.title());
    document.put("roles", account.roles().stream().sorted().map(Role::word).toList());
    document.put("clearance", account.clearance());
    document.put("compartments", account.compartments().stream().sorted().toList());
    account.area().ifPresent(area -> document.put("area", geometry(area)));
    document.put("disabled", account.disabled());
    document.put("mustChangePassword", account.mustChangePassword());
    account.oidcSubject().ifPresent(subject -> document.put("oidcSubject", subject));
    return document;
  }

  /** What a PATCH or POST says; members that are absent change nothing. */
  static AccountChange change(JsonNode body) throws BadInputException {
    AccountChange change = AccountChange.NONE;
    if (body.has("title")) {
      change = change.withTitle(SessionRoutes.text(body, "title"));
    }
    if (body.has("roles")) {
      change = change.withRoles(roles(body).orElse(Set.of()));
    }
    if (body.has("clearance")) {
      change = change.withClearance(clearance(SessionRoutes.text(body, "clearance")));
    }
    if (body.has("compartments")) {
      change = change.withCompartments(texts(body, "compartments").orElse(Set.of()));
    }
    if (body.has("area")) {
      JsonNode area = body.get("area");
      change =
          change.withArea(
              area.isNull() ? Optional.empty() : Optional.of(GeoJsonGeometry.read(area)));
    }
    if (body.has("oidcSubject")) {
      change =
          change.withOidcSubject(
              body.get("oidcSubject").isNull()
                  ? Optional.empty()
                  : Optional.of(SessionRoutes.text(body, "oidcSubject")));
    }
    return body.has("disabled") ? change.withDisabled(body.get("disabled").asBoolean()) : change;
  }

  static Classification clearance(String word) throws BadInputException {
    for (Classification each : Classification.values()) {
      if (each.name().equals(word.strip().replace(' ', '_').toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    throw new BadInputException(
        Fault.of(
            "clearance",
            Message.of("'{word}' is unknown", word),
            "Use UNCLASSIFIED, CONFIDENTIAL or STRICTLY_CONFIDENTIAL"));
  }

  static Optional<Set<Role>> roles(JsonNode body) throws BadInputException {
    Optional<Set<String>> words = texts(body, "roles");
    return words.isEmpty() ? Optional.empty() : Optional.of(roles(words.get()));
  }

  static Set<Role> roles(Iterable<String> words) throws BadInputException {
    Set<Role> roles = new HashSet<>();
    for (String word : words) {
      roles.add(
          Role.find(word)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          Fault.of(
                              "roles",
                              Message.of("'{word}' is unknown", word),
                              "Use viewer, reporter, duty-officer, protection-adviser, analyst"
                                  + " or administrator"))));
    }
    return roles;
  }

  static Optional<Set<String>> texts(JsonNode body, String member) throws BadInputException {
    JsonNode list = body.get(member);
    if (list == null || list.isNull()) {
      return Optional.empty();
    }
    Set<String> texts = new LinkedHashSet<>();
    for (JsonNode each : list) {
      texts.add(each.asText());
    }
    if (!list.isArray()) {
      throw new BadInputException(Fault.of(member, "is no list", "Give a list of texts"));
    }
    return Optional.of(texts);
  }

  private static JsonNode geometry(Geometry geometry) {
    StringWriter text = new StringWriter();
    try (var out = Json.MAPPER.getFactory().createGenerator(text)) {
      GeoJsonGeometryWriter.write(out, geometry);
      out.flush();
      return Json.MAPPER.readTree(text.toString());
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
  }
}
