package org.vigie.geodata.query;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.vigie.geodata.model.Feature;

/** A spatial condition; a literal on the right is indexed once for the relations asked most. */
final class SpatialTest implements FilterEvaluator.Test {

  private final SpatialRelation relation;
  private final ExpressionEvaluator.Value left;
  private final ExpressionEvaluator.Value right;
  private final @Nullable PreparedGeometry prepared;

  SpatialTest(
      SpatialRelation relation,
      ExpressionEvaluator.Value left,
      ExpressionEvaluator.Value right,
      boolean rightIsConstant) {
    this.relation = relation;
    this.left = left;
    this.right = right;
    Object literal = rightIsConstant ? right.of(null) : null;
    this.prepared =
        literal instanceof Geometry geometry ? PreparedGeometryFactory.prepare(geometry) : null;
  }

  @Override
  public Ternary test(@Nullable Feature feature) {
    Object one = left.of(feature);
    if (one == null) {
      return Ternary.UNKNOWN;
    }
    Geometry a = (Geometry) one;
    if (prepared != null && relation == SpatialRelation.INTERSECTS) {
      return Ternary.of(prepared.intersects(a));
    }
    if (prepared != null && relation == SpatialRelation.DISJOINT) {
      return Ternary.of(prepared.disjoint(a));
    }
    Object other = right.of(feature);
    if (other == null) {
      return Ternary.UNKNOWN;
    }
    Geometry b = (Geometry) other;
    boolean defined =
        relation.takesCollections()
            || !(GeometryLiterals.isCollection(a) || GeometryLiterals.isCollection(b));
    return defined ? Ternary.of(holds(a, b)) : Ternary.UNKNOWN;
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
