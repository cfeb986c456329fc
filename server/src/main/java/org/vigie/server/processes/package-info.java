/**
 * OGC API - Processes 1.0: the analyses, described from their declarations and run at once or as
 * jobs in the background. Depends on http and selection.
 */
@NullMarked
package org.vigie.server.processes;

import org.jspecify.annotations.NullMarked;
