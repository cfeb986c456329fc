/** PMTiles, version 3: tiles along a Hilbert curve in one file. Why an own reader: decision 230. */
@NullMarked
package org.vigie.geodata.basemap.pmtiles;

import org.jspecify.annotations.NullMarked;
