/**
 * Frozen views of the map: what it showed, at which position of the log, under a reference that can
 * be said on the radio. They hold no data. Depends on http and selection.
 */
@NullMarked
package org.vigie.server.snapshot;

import org.jspecify.annotations.NullMarked;
