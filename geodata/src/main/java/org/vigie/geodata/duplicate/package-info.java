/**
 * Whether two features speak of one and the same event: a score from stated weights, and the
 * reasons as sentences. Pure: no store, no clock, no chance; it proposes and never decides.
 */
@NullMarked
package org.vigie.geodata.duplicate;

import org.jspecify.annotations.NullMarked;
