/**
 * Mapbox Vector Tiles 2.1 of pictures, on the grid WebMercatorQuad (OGC 17-083r4, annex D.1). Pure:
 * no store is asked, nothing is kept.
 */
@NullMarked
package org.vigie.geodata.tile;

import org.jspecify.annotations.NullMarked;
