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
    Sql test =
        Sql.of("st_" + spatial.relation().name().toLowerCase(Locale.ROOT) + "(")
            .add(operand(spatial.left()))
            .add(", ")
            .add(operand(spatial.right()))
            .add(")");
    if (!leftLiteral && !rightLiteral) {
      return Sql.of("(").add(definedOnly(spatial.relation(), test)).add(")");
    }
    Expression literal = leftLiteral ? spatial.left() : spatial.right();
    return Sql.of("(")
        .add(boxTest(literal))
        .add(" and ")
        .add(definedOnly(spatial.relation(), test))
        .add(")");
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

  private Sql operand(Expression operand) {
    if (operand instanceof Expression.Property) {
      return Sql.of("f.geom");
    }
    Geometry geometry = GeometryLiterals.geometry(operand);
    return Sql.of("st_geomfromewkb(?)", (Object) codec.encode(geometry));
  }

  /** Where a layer may hold collections, relations that are not defined for them are unknown. */
  private Sql definedOnly(SpatialRelation relation, Sql test) {
    if (relation.takesCollections() || layer.geometry() != GeometryKind.ANY) {
      return test;
    }
    return Sql.of("case when geometrytype(f.geom) <> 'GEOMETRYCOLLECTION' then ")
        .add(test)
        .add(" end");
  }
}
