/** What every text table needs: cells, numbers, dates, and how they were written. */
@NullMarked
package org.vigie.geodata.format.table;

import org.jspecify.annotations.NullMarked;
