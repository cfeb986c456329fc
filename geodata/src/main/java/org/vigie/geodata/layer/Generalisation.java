package org.vigie.geodata.layer;

import java.util.List;
import java.util.Set;

/**
 * Which features of a layer keep no exact place, for example incidents of sexual violence.
 *
 * @param by CODE or CODES properties that decide
 * @param codes a feature with one of these codes in one of those properties is generalised
 * @param kilometres side of the grid cell that stands for the place
 * @param clears properties that name the place more finely than the cell; emptied
 */
public record Generalisation(
    List<String> by, Set<String> codes, double kilometres, List<String> clears) {

  public Generalisation {
    by = List.copyOf(by);
    codes = Set.copyOf(codes);
    clears = List.copyOf(clears);
  }
}
