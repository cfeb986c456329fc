package org.vigie.geodata.store.postgis;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * JTS geometries as EWKB and back: two dimensions, SRID 4326. A third ordinate is dropped. JTS
 * readers and writers keep state, so a codec belongs to one thread.
 */
final class GeometryCodec {

  static final int WGS84 = 4326;

  private final WKBReader reader = new WKBReader(new GeometryFactory(new PrecisionModel(), WGS84));
  private final WKBWriter writer = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);

  byte[] encode(Geometry geometry) {
    if (geometry.getSRID() == WGS84) {
      return writer.write(geometry);
    }
    Geometry copy = geometry.copy();
    copy.setSRID(WGS84);
    return writer.write(copy);
  }

  Geometry decode(byte[] wkb) {
    try {
      return reader.read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("the database sent a geometry that cannot be read", e);
    }
  }
}
