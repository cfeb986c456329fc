/** Where patrols have been and how long ago: pure functions, no store. */
@NullMarked
package org.vigie.geodata.analysis.coverage;

import org.jspecify.annotations.NullMarked;
