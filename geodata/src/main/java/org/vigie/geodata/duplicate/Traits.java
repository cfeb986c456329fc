package org.vigie.geodata.duplicate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.Provenance;

/**
 * What of a feature tells one event from another, made comparable once.
 *
 * @param names the parties as they were written
 * @param classes codes of the kinds of parties
 * @param grams runs of three characters of title and text
 */
record Traits(
    Feature feature,
    Optional<String> type,
    Optional<String> subtype,
    Map<String, String> names,
    Set<String> actorWords,
    Set<String> classes,
    Map<String, Integer> grams,
    Optional<String> placeName) {

  private static final List<String> PARTIES = List.of("perpetrator", "target", "actor1", "actor2");
  private static final List<String> KINDS = List.of("perpetrator_type", "target_type");
  private static final List<String> TEXTS = List.of("title", "headline", "summary", "raw_text");
  private static final Set<String> OWN = Set.of(Provenance.OWN, "exercise");

  static Traits of(Feature feature) {
    Map<String, String> names =
        texts(feature, PARTIES)
            .collect(Collectors.toMap(Wording::fold, name -> name, (a, b) -> min(a, b)));
    return new Traits(
        feature,
        text(feature, "type"),
        text(feature, "subtype"),
        names,
        Wording.words(names.values()),
        texts(feature, KINDS).collect(Collectors.toCollection(TreeSet::new)),
        Wording.grams(texts(feature, TEXTS).collect(Collectors.joining(" "))),
        text(feature, "place_name"));
  }

  boolean hasText() {
    return grams.size() > 1;
  }

  /** Whether somebody outside the mission wrote it. */
  boolean isExternal() {
    return !OWN.contains(feature.provenance().sourceSystem());
  }

  /** Whether both carry the same name of the same source. */
  boolean isNamedLike(Traits other) {
    Provenance own = feature.provenance();
    Provenance theirs = other.feature.provenance();
    return own.sourceId() != null
        && own.sourceId().equals(theirs.sourceId())
        && own.sourceSystem().equals(theirs.sourceSystem());
  }

  double radiusMetres() {
    return feature.radiusMetres() == null ? 0 : feature.radiusMetres();
  }

  /** Persons of one kind; empty when nothing was said. */
  Optional<Double> number(String property) {
    return feature.properties().get(property) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  private static Stream<String> texts(Feature feature, List<String> properties) {
    return properties.stream()
        .map(name -> text(feature, name).orElse(null))
        .filter(Objects::nonNull);
  }

  private static Optional<String> text(Feature feature, String property) {
    return feature.properties().get(property) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static String min(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
