/**
 * Event tiles: the points of one layer in one tile of WebMercatorQuad as columns sorted by time,
 * raw or counted by cell and step of time. The format is told in docs/event-tiles.md. Pure: no
 * store is asked, nothing is kept.
 */
@NullMarked
package org.vigie.geodata.tile.event;

import org.jspecify.annotations.NullMarked;
