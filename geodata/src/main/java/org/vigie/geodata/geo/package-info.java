/** What JTS lacks: geodesy in metres, coordinate reference systems, MGRS, coordinate parsing. */
@NullMarked
package org.vigie.geodata.geo;

import org.jspecify.annotations.NullMarked;
