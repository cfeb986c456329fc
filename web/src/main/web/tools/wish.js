// Names of tools that other parts of the page open.
// @ts-check

/** Counts of all, also of what is not shown to whoever asks. */
export const RELEASED = 'released';

/** Events without a place, and those whose place is known only roughly. */
export const UNSURE = 'unsure';

/** Figures of an area. */
export const AREA = 'area';

/** The situation map on paper. */
export const PRINT = 'print';

/** The analyses. */
export const ANALYSIS = 'analysis';

/** What changed since the last shift. */
export const SHIFT = 'shift';

/** Frozen pictures. */
export const SNAPSHOTS = 'snapshots';

/** Two pictures side by side. */
export const COMPARE = 'compare';

/** Distances, bearings and rings. */
export const MEASURE = 'measure';

/** The mission's own basemaps. */
export const GROUND = 'ground';

/** Views of the map under a name. */
export const SAVED = 'saved';

/** The link to what is shown, and the file of it. */
export const SHARE = 'share';
