package org.vigie.server.accounts;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;

/** What may be an area of responsibility: a face on the earth, whose inside is without doubt. */
final class Responsibility {

  private static final Envelope EARTH = new Envelope(-180, 180, -90, 90);
  private static final int MAX_VERTICES = 100_000;

  private Responsibility() {}

  /**
   * @param area WGS 84, longitude/latitude; empty for the whole mission
   * @throws BadInputException when it is no face, or one that cannot be told the inside of
   */
  static void check(Optional<Geometry> area) throws BadInputException {
    if (area.isEmpty()) {
      return;
    }
    Geometry face = area.get();
    if (!(face instanceof Polygonal) || face.isEmpty()) {
      throw wrong(
          Message.of("a {geometry} is no area", face.getGeometryType()),
          Message.of("Give a Polygon or a MultiPolygon"));
    }
    if (face.getNumPoints() > MAX_VERTICES) {
      throw wrong(
          Message.of("it has {points} vertices", face.getNumPoints()),
          Message.of("Use at most {maxVertices}", MAX_VERTICES));
    }
    if (!EARTH.contains(face.getEnvelopeInternal())) {
      throw wrong(
          Message.of("it reaches beyond the earth"),
          Message.of("Give longitude before latitude, in degrees"));
    }
    TopologyValidationError error = new IsValidOp(face).getValidationError();
    if (error != null) {
      throw wrong(
          Message.of(
              "its outline is wrong near {x}, {y}: {error}",
              error.getCoordinate().getX(),
              error.getCoordinate().getY(),
              error.getMessage()),
          Message.of("Draw it so that it does not cross itself"));
    }
  }

  private static BadInputException wrong(Message what, Message fix) {
    return new BadInputException(Fault.of("area", what, fix));
  }
}
