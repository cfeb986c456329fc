/**
 * Hotspots at work: what an area that somebody answers for holds now, and which reviews are
 * overdue. Everything is counted with the caller's rights. Depends on http.
 */
@NullMarked
package org.vigie.server.hotspot;

import org.jspecify.annotations.NullMarked;
