/** Where values are unusual among their neighbours: local statistics on hexagons and areas. */
@NullMarked
package org.vigie.geodata.analysis.local;

import org.jspecify.annotations.NullMarked;
