/** Exact counts by one property or by two, for the charts beside the map. */
@NullMarked
package org.vigie.server.breakdown;

import org.jspecify.annotations.NullMarked;
