/** The event dataset of the Uppsala Conflict Data Program (UCDP GED), read into incidents. */
@NullMarked
package org.vigie.geodata.format.ucdp;

import org.jspecify.annotations.NullMarked;
