package org.vigie.geodata.layer;

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

  /**
   * @param colour CSS hexadecimal colour, for example {@code #0072b2}
   * @param shape circle, square, diamond, triangle, triangle-down, star, cross, plus, hexagon,
   *     pentagon, line, area or a named icon
   */
  public record Mark(String colour, String shape) {}
}
