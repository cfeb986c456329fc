package org.vigie.server.selection;

import java.util.Optional;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.FeatureQuery;

/**
 * Which features a request means.
 *
 * @param query with the shape of the area
 * @param area where one was asked for
 */
public record Selection(FeatureQuery query, Optional<Area> area) {

  /** The same features, those in the area alone. */
  public static Selection inside(Area area, FeatureQuery query) {
    return new Selection(query.withArea(area.shape()), Optional.of(area));
  }

  /**
   * The mark of an answer.
   *
   * @param found the highest of the features in it
   */
  public Classification mark(Classification found) {
    return area.map(Area::mark).orElse(Classification.UNCLASSIFIED).highest(found);
  }
}
