package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.FeatureCheck;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.layer.PlaceGeneralisation;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.store.AppendOnlyException;

/** What becomes of a feature of one layer before any statement sees it. */
final class Keeping {

  private final Layer layer;
  private final Layer visible;
  private final FeatureCheck check;
  private final PlaceGeneralisation places;
  private final ProtectedValues apart;

  /**
   * @param layer as the mission declares it, whoever writes
   */
  Keeping(Layer layer, Access access, Clock clock) {
    this.layer = layer;
    this.visible = layer.visibleTo(access);
    this.check = new FeatureCheck(visible, clock);
    this.places = new PlaceGeneralisation(layer);
    this.apart = ProtectedValues.of(layer, access);
  }

  Layer layer() {
    return layer;
  }

  PlaceGeneralisation places() {
    return places;
  }

  ProtectedValues apart() {
    return apart;
  }

  /**
   * The feature as it may be stored: a protected type has lost its exact place, a source record the
   * columns of protected properties.
   *
   * @throws BadInputException with all faults, when there is one
   */
  Feature prepare(Feature feature) throws BadInputException {
    check.require(feature);
    return places.apply(SourceRecords.withoutProtected(feature, layer));
  }

  /**
   * Holds an append-only layer to its word: nothing but marks may differ from what is stored.
   *
   * @throws AppendOnlyException when something does
   */
  void refuseChange(Connection connection, Feature next) {
    if (!layer.appendOnly()) {
      return;
    }
    try {
      boolean same =
          new FeatureReads(connection)
              .find(visible, next.id(), null)
              .map(stored -> content(stored).equals(content(next)))
              .orElse(true);
      if (!same) {
        throw new AppendOnlyException(layer.name());
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  /** What somebody said; marks, version and record time are not part of it. */
  private static List<Object> content(Feature feature) {
    return Arrays.asList(
        feature.geometry(),
        feature.validTime(),
        feature.timePrecision(),
        feature.locationClass(),
        feature.radiusMetres(),
        feature.properties(),
        feature.provenance().sourceSystem(),
        feature.provenance().sourceId());
  }

  /** Whether the feature becomes one without an exact place and the version before still has it. */
  boolean wasFiner(Connection connection, Feature next) {
    try {
      return places.protects(next.properties())
          && new FeatureReads(connection)
              .find(layer, next.id(), null)
              .filter(before -> !places.protects(before.properties()))
              .isPresent();
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  /** Hides what was logged before the version just stored: its place is finer. */
  void hideOlder(Connection connection, Feature stored, long transaction) {
    Sql sql =
        Sql.of(
            Statements.file("insert-place-withheld"),
            stored.layer(),
            stored.id().value(),
            stored.version(),
            transaction);
    try (PreparedStatement statement = Statements.prepare(connection, sql)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }
}
