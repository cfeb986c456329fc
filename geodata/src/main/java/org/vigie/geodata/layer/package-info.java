/** Declared kinds of feature, read from layer files. Depends on model. */
@NullMarked
package org.vigie.geodata.layer;

import org.jspecify.annotations.NullMarked;
