/** Counts of events over time about a moment at which something changed: pure functions. */
@NullMarked
package org.vigie.geodata.analysis.series;

import org.jspecify.annotations.NullMarked;
