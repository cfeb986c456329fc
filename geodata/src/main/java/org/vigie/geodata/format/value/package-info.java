/** Written values to the values of declared properties, and whole features from them. */
@NullMarked
package org.vigie.geodata.format.value;

import org.jspecify.annotations.NullMarked;
