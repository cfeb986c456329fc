// What both ways of making a hotspot ask for.
// @ts-check

export const HOTSPOT = 'hotspot';
/** What analyses found and somebody took up, as it was found. */
export const SUGGESTION = 'hotspot-suggestion';
/** What is asked first; the rest of the declaration waits under "More fields". */
export const FIRST_FIELDS = ['name', 'level', 'category', 'threats', 'owner', 'review_date', 'patrols_per_week', 'justification'];
/** Set by the page: how the polygon came about. */
export const SET_BY_PAGE = ['ref', 'method', 'parameters', 'query', 'data_time', 'data_sequence', 'seed', 'event_count', 'suggestion_id', 'exercise'];
