/**
 * Which features a request means: layer, box, area, dates, filter, as known at. Shared by the
 * capabilities that answer with figures, so that one selection gives one answer everywhere.
 */
@NullMarked
package org.vigie.server.selection;

import org.jspecify.annotations.NullMarked;
