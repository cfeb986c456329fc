/**
 * Features that may be the same: proposed with reasons, merged, split and undone as a whole. What a
 * caller does not see is neither proposed to him nor changed by him.
 */
@NullMarked
package org.vigie.server.workflow.duplicates;

import org.jspecify.annotations.NullMarked;
