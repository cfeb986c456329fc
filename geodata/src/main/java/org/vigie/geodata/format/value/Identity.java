package org.vigie.geodata.format.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.format.Mapping;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Provenance;

/**
 * Gives every record a name by which the next import knows it again: the columns declared for it,
 * an id the file carries, the properties the layer declares as identity, else a digest of the whole
 * record, so that the same row twice is the same feature.
 */
public final class Identity {

  /** Source system of records that no system named. */
  public static final String FILE = "file";

  private static final Optional<String> OURS = Optional.of(Provenance.OWN);

  private final Layer layer;
  private final Mapping mapping;

  public Identity(Layer layer, Mapping mapping) {
    this.layer = layer;
    this.mapping = mapping;
  }

  /** How records are named, in words. */
  public String description() {
    String layers =
        layer.identity().isEmpty() ? "" : String.join(" + ", layer.identity()) + ", else ";
    return mapping.identity().isEmpty()
        ? "source_id where given, else " + layers + "the content of the row"
        : mapping.sourceSystem().orElse(FILE) + ": " + String.join(" + ", mapping.identity());
  }

  /**
   * Sets source system and id where the values did not.
   *
   * @param original the record as it stood
   * @param ownId an id the record carries outside its properties
   */
  public void complete(
      FeatureAssembly feature, Map<String, String> original, Optional<String> ownId) {
    if (feature.sourceId().isPresent()) {
      feature.source(
          feature.sourceSystem().or(mapping::sourceSystem).orElse(FILE), feature.sourceId());
    } else if (!mapping.identity().isEmpty()) {
      feature.source(mapping.sourceSystem().orElse(FILE), Optional.of(declared(feature, original)));
    } else if (ownId.isPresent() && mapping.sourceSystem().isPresent()) {
      feature.source(mapping.sourceSystem().get(), ownId);
    } else if (ownId.isPresent() && feature.sourceSystem().equals(OURS)) {
      feature.source(Provenance.OWN, ownId);
    } else if (!layer.identity().isEmpty() && layer.identity().stream().allMatch(feature::has)) {
      feature.source(
          feature.sourceSystem().or(mapping::sourceSystem).orElse(FILE),
          Optional.of(joined(layer.identity().stream().map(p -> feature.text(p)).toList())));
    } else {
      feature.source(
          feature.sourceSystem().or(mapping::sourceSystem).orElse(FILE),
          Optional.of(digest(original)));
    }
  }

  private String declared(FeatureAssembly feature, Map<String, String> original) {
    List<String> parts = new ArrayList<>();
    for (String column : mapping.identity()) {
      String part = original.getOrDefault(column, "").strip();
      if (part.isEmpty()) {
        feature.fault(
            Fault.of(
                column,
                "the column that names the record is empty",
                "Fill it, or declare other identity columns"));
      }
      parts.add(part);
    }
    return joined(parts);
  }

  /** Parts that contain the separator are told apart from parts that it separates. */
  private static String joined(List<String> parts) {
    return String.join(" | ", parts.stream().map(p -> p.replace("|", "||")).toList());
  }

  private static String digest(Map<String, String> original) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      original.forEach(
          (name, value) -> {
            sha.update(name.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            sha.update(value.strip().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
          });
      return "sha256:" + HexFormat.of().formatHex(sha.digest(), 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
