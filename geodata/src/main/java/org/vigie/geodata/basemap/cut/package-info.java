/** Cuts features into vector tiles, once: bounded in memory, with what is too small left out. */
@NullMarked
package org.vigie.geodata.basemap.cut;

import org.jspecify.annotations.NullMarked;
