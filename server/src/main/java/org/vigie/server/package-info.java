/** The process: command line, HTTP and wiring. */
@NullMarked
package org.vigie.server;

import org.jspecify.annotations.NullMarked;
