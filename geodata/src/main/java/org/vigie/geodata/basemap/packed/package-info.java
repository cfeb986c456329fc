/**
 * The only place of this module where what is compressed is opened: always up to a stated size, and
 * never under a name that the file gives.
 */
@NullMarked
package org.vigie.geodata.basemap.packed;

import org.jspecify.annotations.NullMarked;
