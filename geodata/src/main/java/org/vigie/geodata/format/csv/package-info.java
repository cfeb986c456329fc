/** Comma-separated and similar text tables with a header or a mapping. */
@NullMarked
package org.vigie.geodata.format.csv;

import org.jspecify.annotations.NullMarked;
