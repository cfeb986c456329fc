/**
 * Scan statistics: in which circle and which days there were more events than chance would put
 * there.
 */
@NullMarked
package org.vigie.geodata.analysis.scan;

import org.jspecify.annotations.NullMarked;
