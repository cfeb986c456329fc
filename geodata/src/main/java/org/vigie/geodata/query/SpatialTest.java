package org.vigie.geodata.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geodata.model.Feature;

/**
 * A spatial condition; a literal on the right is indexed once for the relations asked most. Whether
 * a collection of mixed dimensions touches, contains … something is unknown, but false where not
 * even the boxes meet.
 */
final class SpatialTest implements FilterEvaluator.Test {

  private final SpatialRelation relation;
  private final ExpressionEvaluator.Value left;
  private final ExpressionEvaluator.Value right;
  private final List<Envelope> boxes;
  private final @Nullable PreparedGeometry prepared;

  SpatialTest(Filter.Spatial spatial, ExpressionEvaluator expressions) {
    this.relation = spatial.relation();
    this.left = expressions.compile(spatial.left());
    this.right = expressions.compile(spatial.right());
    boolean rightIsLiteral = ConstantExpression.isConstant(spatial.right());
    Expression literal = rightIsLiteral ? spatial.right() : spatial.left();
    this.boxes =
        ConstantExpression.isConstant(literal)
            ? GeometryLiterals.searchBoxes(literal).stream()
                .map(Geometry::getEnvelopeInternal)
                .toList()
            : List.of();
    this.prepared =
        rightIsLiteral ? PreparedGeometryFactory.prepare(GeometryLiterals.geometry(literal)) : null;
  }

  @Override
  public Ternary test(@Nullable Feature feature) {
    Object one = left.of(feature);
    if (one == null) {
      return Ternary.UNKNOWN;
    }
    Geometry a = (Geometry) one;
    // A prepared line does not see the points of a collection that holds polygons too.
    if (prepared != null && relation.takesCollections() && !GeometryLiterals.isCollection(a)) {
      boolean meets = prepared.intersects(a);
      return Ternary.of(meets == (relation == SpatialRelation.INTERSECTS));
    }
    Object other = right.of(feature);
    if (other == null) {
      return Ternary.UNKNOWN;
    }
    Geometry b = (Geometry) other;
    if (relation.takesCollections()
        || !(GeometryLiterals.isCollection(a) || GeometryLiterals.isCollection(b))) {
      return Ternary.of(holds(a, b));
    }
    return boxesMeet(a) && boxesMeet(b) ? Ternary.UNKNOWN : Ternary.FALSE;
  }

  private boolean boxesMeet(Geometry geometry) {
    Envelope envelope = geometry.getEnvelopeInternal();
    return boxes.isEmpty() || boxes.stream().anyMatch(envelope::intersects);
  }

  private boolean holds(Geometry a, Geometry b) {
    return switch (relation) {
      case INTERSECTS -> a.intersects(b);
      case EQUALS -> a.equalsTopo(b);
      case DISJOINT -> a.disjoint(b);
      case TOUCHES -> a.touches(b);
      case WITHIN -> a.within(b);
      case OVERLAPS -> a.overlaps(b);
      case CROSSES -> a.crosses(b);
      case CONTAINS -> a.contains(b);
    };
  }
}
