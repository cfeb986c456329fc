/** Events counted in cells of equal size: pure functions, no store. */
@NullMarked
package org.vigie.geodata.analysis.grid;

import org.jspecify.annotations.NullMarked;
