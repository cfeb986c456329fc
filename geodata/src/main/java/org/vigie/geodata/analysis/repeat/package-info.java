/** Near repeats: whether one event is soon followed by others close by, and how close and soon. */
@NullMarked
package org.vigie.geodata.analysis.repeat;

import org.jspecify.annotations.NullMarked;
