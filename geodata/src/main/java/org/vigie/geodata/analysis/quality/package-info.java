/** How far a selection of events can be trusted: pure functions, no store. */
@NullMarked
package org.vigie.geodata.analysis.quality;

import org.jspecify.annotations.NullMarked;
