/** Where events are likely next, and how often that was right: pure functions, no store. */
@NullMarked
package org.vigie.geodata.analysis.risk;

import org.jspecify.annotations.NullMarked;
