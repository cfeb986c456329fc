/**
 * Photographs of features: taken in as pixels, never as the file that was sent. Uses http alone.
 */
@NullMarked
package org.vigie.server.attachments;

import org.jspecify.annotations.NullMarked;
