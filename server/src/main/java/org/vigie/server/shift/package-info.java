/**
 * What changed since somebody was last on watch, as he may see it, and what of it he has seen.
 * Depends on http and selection.
 */
@NullMarked
package org.vigie.server.shift;

import org.jspecify.annotations.NullMarked;
