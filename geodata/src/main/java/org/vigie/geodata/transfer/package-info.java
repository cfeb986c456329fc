/**
 * Files into the store and out of it: recognise, read, load, report. Depends on format and store;
 * knows neither HTTP nor the command line.
 */
@NullMarked
package org.vigie.geodata.transfer;

import org.jspecify.annotations.NullMarked;
