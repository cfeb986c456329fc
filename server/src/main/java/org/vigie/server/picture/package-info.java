/**
 * What the map reads: the mission, its layers, pictures of a selection, and exact figures of it.
 * Depends on http and selection.
 */
@NullMarked
package org.vigie.server.picture;

import org.jspecify.annotations.NullMarked;
