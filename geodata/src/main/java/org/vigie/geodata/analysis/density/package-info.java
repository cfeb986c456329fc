/** Where events are dense: clusters by density, in metres on the ellipsoid or in the plane. */
@NullMarked
package org.vigie.geodata.analysis.density;

import org.jspecify.annotations.NullMarked;
