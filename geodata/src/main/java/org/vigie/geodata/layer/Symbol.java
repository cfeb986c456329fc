package org.vigie.geodata.layer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a layer is drawn: colour and shape, never colour alone.
 *
 * @param property the CODE property that chooses the mark; null when every feature looks the same
 * @param marks mark by code of that property
 * @param other mark of everything else
 */
public record Symbol(@Nullable String property, Map<String, Mark> marks, Mark other) {

  /** Every shape the map can draw. */
  public static final List<String> SHAPES =
      List.of(
          "circle",
          "square",
          "diamond",
          "triangle",
          "triangle-down",
          "star",
          "cross",
          "plus",
          "hexagon",
          "pentagon",
          "medical",
          "line",
          "area");

  /**
   * @param colour CSS hexadecimal colour, for example {@code #0072b2}
   * @param shape one of {@link #SHAPES}
   * @param sidc the 20 digits that APP-6(E) and MIL-STD-2525E identify a symbol by, for units,
   *     installations and what they do; null for what has no such symbol
   */
  public record Mark(String colour, String shape, @Nullable String sidc) {

    public Mark(String colour, String shape) {
      this(colour, shape, null);
    }
  }
}
