/** The density of events over an area as a surface, in events/km²: pure functions, no store. */
@NullMarked
package org.vigie.geodata.analysis.surface;

import org.jspecify.annotations.NullMarked;
