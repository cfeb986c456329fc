/**
 * Looks at the machine, the data directory and the database, and says what is wrong and how to mend
 * it.
 */
@NullMarked
package org.vigie.server.doctor;

import org.jspecify.annotations.NullMarked;
