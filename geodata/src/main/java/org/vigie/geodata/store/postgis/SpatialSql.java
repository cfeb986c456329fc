package org.vigie.geodata.store.postgis;

import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.vigie.geodata.layer.GeometryKind;
import org.vigie.geodata.layer.Layer;
import org.vigie.geodata.query.ConstantExpression;
import org.vigie.geodata.query.Expression;
import org.vigie.geodata.query.Filter;
import org.vigie.geodata.query.GeometryLiterals;
import org.vigie.geodata.query.SpatialRelation;

/**
 * Compiles spatial conditions. The box test is written out although PostGIS implies it: it is what
 * the GiST index serves, also where row-level security forbids to reorder conditions.
 */
final class SpatialSql {

  private final Layer layer;
  private final GeometryCodec codec = new GeometryCodec();

  SpatialSql(Layer layer) {
    this.layer = layer;
  }

  Sql relation(Filter.Spatial spatial) {
    boolean leftLiteral = ConstantExpression.isConstant(spatial.left());
    boolean rightLiteral = ConstantExpression.isConstant(spatial.right());
    if (spatial.relation() == SpatialRelation.DISJOINT) {
      Filter.Spatial intersects =
          new Filter.Spatial(SpatialRelation.INTERSECTS, spatial.left(), spatial.right());
      return Sql.of("(not ").add(relation(intersects)).add(")");
    }
    Sql test = Sql.of("(");
    if (leftLiteral || rightLiteral) {
      test.add(boxTest(leftLiteral ? spatial.left() : spatial.right())).add(" and ");
    }
    return test.add(
            layer.geometry() == GeometryKind.ANY ? byKind(spatial) : exact(spatial, "f.geom"))
        .add(")");
  }

  private Sql exact(Filter.Spatial spatial, String geometry) {
    return Sql.of("st_" + spatial.relation().name().toLowerCase(Locale.ROOT) + "(")
        .add(operand(spatial.left(), geometry))
        .add(", ")
        .add(operand(spatial.right(), geometry))
        .add(")");
  }

  /**
   * Where a layer may hold collections: most relations are not defined for them, so unknown.
   * Intersection is asked of each member, because a prepared line, which PostGIS makes of a
   * literal, does not see the points of a collection that holds polygons too.
   */
  private Sql byKind(Filter.Spatial spatial) {
    boolean literal =
        ConstantExpression.isConstant(spatial.left())
            || ConstantExpression.isConstant(spatial.right());
    Sql ofCollection =
        !spatial.relation().takesCollections()
            ? Sql.of("null")
            : literal
                ? Sql.of("exists (select from st_dump(f.geom) member where ")
                    .add(exact(spatial, "member.geom"))
                    .add(")")
                : Sql.of("true");
    return Sql.of("case when geometrytype(f.geom) = 'GEOMETRYCOLLECTION' then ")
        .add(ofCollection)
        .add(" else ")
        .add(exact(spatial, "f.geom"))
        .add(" end");
  }

  private Sql boxTest(Expression literal) {
    Sql sql = Sql.of("(");
    String separator = "";
    for (Geometry box : GeometryLiterals.searchBoxes(literal)) {
      sql.add(separator).add("f.geom && st_geomfromewkb(?)", (Object) codec.encode(box));
      separator = " or ";
    }
    return sql.add(")");
  }

  private Sql operand(Expression operand, String geometry) {
    if (operand instanceof Expression.Property) {
      return Sql.of(geometry);
    }
    return Sql.of("st_geomfromewkb(?)", (Object) codec.encode(GeometryLiterals.geometry(operand)));
  }
}
