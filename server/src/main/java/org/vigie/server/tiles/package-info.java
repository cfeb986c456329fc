/**
 * OGC API - Tiles (OGC 20-057): every layer, and all of them together, as Mapbox vector tiles for
 * outside clients. Depends on http and selection.
 */
@NullMarked
package org.vigie.server.tiles;

import org.jspecify.annotations.NullMarked;
