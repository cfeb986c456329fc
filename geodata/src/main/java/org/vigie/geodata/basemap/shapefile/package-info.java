/** Shapefiles in a zip: shapes, attributes, reference system and encoding. */
@NullMarked
package org.vigie.geodata.basemap.shapefile;

import org.jspecify.annotations.NullMarked;
