package org.vigie.geodata.basemap;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing on the ground.
 *
 * @param layer name of the layer or table that it stands in
 * @param geometry WGS 84 longitude/latitude
 * @param attributes texts, whole numbers as Long, other numbers as Double
 */
public record SourceFeature(String layer, Geometry geometry, Map<String, Object> attributes) {}
