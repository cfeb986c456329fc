/**
 * Basemaps of the mission's own: files are taken in, cut into tiles where they hold features, kept
 * in the folder {@code basemaps} of the data directory, and told tile by tile to those who may see
 * them.
 */
@NullMarked
package org.vigie.server.basemap;

import org.jspecify.annotations.NullMarked;
