package org.vigie.geodata.store.postgis;

import java.time.Clock;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.FeatureCheck;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.PlaceGeneralisation;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;

/** What becomes of a feature of one layer before any statement sees it. */
final class Keeping {

  private final Layer layer;
  private final FeatureCheck check;
  private final PlaceGeneralisation places;

  /**
   * @param layer as the mission declares it, whoever writes
   */
  Keeping(Layer layer, Access access, Clock clock) {
    this.layer = layer;
    this.check = new FeatureCheck(layer.visibleTo(access), clock);
    this.places = new PlaceGeneralisation(layer);
  }

  Layer layer() {
    return layer;
  }

  PlaceGeneralisation places() {
    return places;
  }

  /**
   * The feature as it may be stored: a protected type has lost its exact place.
   *
   * @throws BadInputException with all faults, when there is one
   */
  Feature prepare(Feature feature) throws BadInputException {
    check.require(feature);
    return places.apply(feature);
  }
}
