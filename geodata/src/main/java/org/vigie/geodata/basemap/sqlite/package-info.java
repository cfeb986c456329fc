/**
 * SQLite files: MBTiles and GeoPackage of others, which are opened so that nothing of what they say
 * is run (no view, no trigger, no virtual table, nothing is written), and the archives that are
 * made here.
 */
@NullMarked
package org.vigie.geodata.basemap.sqlite;

import org.jspecify.annotations.NullMarked;
