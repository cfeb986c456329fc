/**
 * OGC API - Features, parts 1 to 4: layers as collections, features as items, in GeoJSON and plain
 * pages.
 */
@NullMarked
package org.vigie.server.collections;

import org.jspecify.annotations.NullMarked;
