/**
 * OGC API - Processes 1.0: the analyses, described from their declarations and run at once. Depends
 * on http and selection.
 */
@NullMarked
package org.vigie.server.processes;

import org.jspecify.annotations.NullMarked;
