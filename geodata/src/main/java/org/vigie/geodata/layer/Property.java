package org.vigie.geodata.layer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.access.Protection;

/**
 * One declared property of a layer.
 *
 * @param name lower-case letters, digits and underscores, starting with a letter
 * @param titles by language, {@code en} always present
 * @param helps what to fill in, by language; may be empty
 * @param unit UCUM code such as {@code km}, null when there is none
 * @param indexed whether the store keeps an index for it
 * @param choices the code list of a CODE or CODES property, else empty
 * @param open whether values outside the choices are kept (mission lists that are not closed)
 * @param columns the columns of a TABLE property, else empty
 * @param broader name of the sibling property that a choice's {@code broader} code belongs to; null
 *     for none
 * @param protection why the values are kept apart; empty for a property that comes with the feature
 */
public record Property(
    String name,
    Map<String, String> titles,
    Map<String, String> helps,
    PropertyType type,
    @Nullable String unit,
    boolean required,
    boolean indexed,
    @Nullable Double minimum,
    @Nullable Double maximum,
    List<Choice> choices,
    boolean open,
    List<Property> columns,
    @Nullable String broader,
    Optional<Protection> protection) {

  /** English title. */
  public String title() {
    return titles.getOrDefault("en", name);
  }

  /** English help, or an empty string. */
  public String help() {
    return helps.getOrDefault("en", "");
  }

  public boolean isVisibleTo(Access access) {
    return protection.isEmpty() || access.protections().contains(protection.get());
  }

  public Optional<Choice> findChoice(String code) {
    return choices.stream().filter(c -> c.code().equals(code)).findFirst();
  }
}
