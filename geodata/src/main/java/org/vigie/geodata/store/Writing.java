package org.vigie.geodata.store;

import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;

/**
 * An open write transaction. Geometries are stored in two dimensions and times to the microsecond.
 * After an exception the transaction is lost: let it go up, nothing more can be written.
 */
public interface Writing {

  /** Stores a new feature and returns it as stored (version 1). */
  Feature insert(Feature feature) throws BadInputException;

  /**
   * Replaces the current version.
   *
   * @param expectedVersion the version the caller edited
   * @throws StaleVersionException when another version is current, or the feature is gone
   */
  Feature replace(Feature feature, long expectedVersion)
      throws BadInputException, StaleVersionException;

  void delete(String layer, FeatureId id, long expectedVersion) throws StaleVersionException;
}
