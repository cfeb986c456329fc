/** Hot spots in time: new, growing, lasting, fading. */
@NullMarked
package org.vigie.geodata.analysis.emerging;

import org.jspecify.annotations.NullMarked;
