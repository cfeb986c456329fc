/**
 * What can be asked of features: area, time, CQL2 filter, order, page, as known at. Depends on
 * model and layer.
 */
@NullMarked
package org.vigie.geodata.query;

import org.jspecify.annotations.NullMarked;
