package org.vigie.server.selection;

import java.util.List;
import java.util.Optional;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.query.FeatureQuery;

/**
 * Which features a request means.
 *
 * @param query with the shape of the area
 * @param area where one was asked for
 * @param named the features whose areas the request names, in its filter too
 */
public record Selection(FeatureQuery query, Optional<Area> area, List<Area.Named> named) {

  /**
   * The features of a query, those in the area alone where there is one.
   *
   * @param read what read all the areas of the request
   */
  public static Selection of(FeatureQuery query, Optional<Area> area, Areas read) {
    FeatureQuery inside = area.map(each -> query.withArea(each.shape())).orElse(query);
    return new Selection(inside, area, read.named());
  }

  /**
   * The mark of an answer.
   *
   * @param found the highest of the features in it
   */
  public Classification mark(Classification found) {
    return found.highest(Areas.mark(named));
  }
}
