/** Bytes to features and back. Depends on query; knows no store. */
@NullMarked
package org.vigie.geodata.format;

import org.jspecify.annotations.NullMarked;
