/** Imports over HTTP: upload, preview, commit, discard, undo. Uses http and config alone. */
@NullMarked
package org.vigie.server.transfers;

import org.jspecify.annotations.NullMarked;
