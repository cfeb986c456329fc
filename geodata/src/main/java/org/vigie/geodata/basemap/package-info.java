/**
 * Basemaps of others: archives of tiles that are read as they are, and files of features that are
 * cut into tiles once. Everything in them is from outside: it is checked before it is believed, and
 * refused with what, where and how to mend.
 */
@NullMarked
package org.vigie.geodata.basemap;

import org.jspecify.annotations.NullMarked;
