// Shapes shared by many modules. Types only: nothing here exists at run time.
// @ts-check

/** @typedef {{code: string, label: string, broader?: string|null}} Choice */
/**
 * @typedef {object} Property
 * @property {string} name
 * @property {string} title
 * @property {string} [help]
 * @property {string} type lower-case word of the layer file: text, long-text, code, codes, …
 * @property {string|null} [unit]
 * @property {number|null} [minimum]
 * @property {number|null} [maximum]
 * @property {boolean} [required]
 * @property {boolean} [open]
 * @property {string|null} [protection] source-identity or restricted-narrative: kept apart
 * @property {string|null} [broader]
 * @property {Choice[]} [choices]
 * @property {Property[]} [columns]
 */
/** @typedef {{colour: string, shape: string, sidc?: string|null}} Mark sidc: 20 digits of APP-6 */
/** @typedef {{property: string|null, marks: Record<string, Mark>, other: Mark}} Symbology */
/**
 * @typedef {object} Layer
 * @property {string} name
 * @property {string} title
 * @property {string} description
 * @property {string} group
 * @property {string} geometry point, line, polygon, point-or-polygon or any
 * @property {'event'|'state'|'none'} time
 * @property {string|null} groupedBy
 * @property {string|null} titleProperty
 * @property {string|null} severity
 * @property {string[]} sums
 * @property {string} source
 * @property {string} [defaultClassification]
 * @property {Symbology} symbol
 * @property {Property[]} properties
 * @property {{property: string, initial: string, reports?: string, merged?: string}} [workflow] states its features go through, the layer of their reports and the state of what was merged into another
 * @property {boolean} [geometryRequired]
 * @property {string[]} [geometryTypes] GeoJSON types
 * @property {boolean} [appendOnly] what is there is never edited
 * @property {string[]} [generalisedCodes] a feature with one of these keeps no exact place
 * @property {{by: string, below: number}} [releasedCounts] counts that everybody may know
 * @property {boolean} [writable] for whoever is signed in
 * @property {string[]} [defaultCompartments]
 * @property {Choice[]} [compartments] need-to-know compartments of the mission
 */
/** @typedef {{start: string, end: string, from?: string, to?: string}} Period first and last day, both included, as YYYY-MM-DD; from and to (exclusive) are the moments (RFC 3339, UTC) of one that is no whole days */
/**
 * @typedef {object} Mission
 * @property {string} name
 * @property {boolean} exercise
 * @property {[number, number, number, number]} extent west, south, east, north in degrees
 * @property {Period} time
 * @property {Period} defaultPeriod
 * @property {{sequence: number, committedAt: string}|null} dataAsOf
 * @property {string} [timeZone] by which the mission tells the time of day: an IANA name or an offset
 * @property {string} [standsAt] what time it is in an exercise whose clock stands still
 * @property {boolean} [releasesCounts] whether a layer file releases counts to everybody
 * @property {string} version
 * @property {boolean} isEmpty no events yet
 */
/** @typedef {{hide?: string[], in?: string[], min?: number}} Condition */
/** @typedef {Record<string, Record<string, Condition>>} Filters layer → property → condition */
/** @typedef {{layer: string, id: string}} Selection */
/** @typedef {{lat: number, lng: number, zoom: number}} View */
/** @typedef {{lon: number, lat: number, radius: number}} Pin degrees; radius: metres within which it is */
/**
 * @typedef {object} Basemap ground of the mission's own
 * @property {string} id
 * @property {string} title
 * @property {string} attribution whose work it is: always shown with it, as text
 * @property {'raster'|'vector'} kind
 * @property {number} minzoom
 * @property {number} maxzoom tiles of the last zoom are drawn larger beyond it
 * @property {[number, number, number, number]} bounds west, south, east, north in degrees
 * @property {string} tiles address with {z}, {x} and {y}
 * @property {string} classification
 * @property {number} order from the bottom
 * @property {boolean} shown to those who have not chosen otherwise
 * @property {{id: string}[]} layers
 * @property {'preparing'|'ready'|'refused'} state
 * @property {number} progress of the preparation, 0 to 1
 * @property {{title?: string, detail?: string}|null} problem why it was refused
 * @property {number} size bytes
 * @property {string} added RFC 3339
 */
/** @typedef {{state: 'loading'|'ready'|'failed', count?: number, mode?: string, problem?: string, isCrowded?: boolean}} PictureStatus isCrowded: of lines and areas only counts are drawn */
/** @typedef {{count: number, unmapped: number, groups: Record<string, number>, compartments?: string[]}} LayerCount */
/**
 * @typedef {object} Session
 * @property {string} username
 * @property {string} title
 * @property {string[]} roles viewer, reporter, duty-officer, protection-adviser, analyst, administrator
 * @property {string} clearance UNCLASSIFIED, CONFIDENTIAL or STRICTLY_CONFIDENTIAL
 * @property {string[]} compartments
 * @property {string} expiresAt
 * @property {string} csrfToken
 * @property {boolean} mustChangePassword
 * @property {string} [offlineClassification] highest mark that may lie on the disk of this computer; none
 * @property {string} [offlineLocked] highest mark of what may lie there locked with a passphrase; none
 */
/** @typedef {{ref: string} & Partial<import('../watch/snapshot-requests.js').Snapshot>} OpenSnapshot until it has come the reference alone is known */
/**
 * @typedef {object} State
 * @property {Session|null} session who is signed in
 * @property {Mission|null} mission
 * @property {Layer[]} catalog
 * @property {View|null} view
 * @property {[number, number, number, number]|null} bounds west, south, east, north of the map window
 * @property {Period} period
 * @property {import('./slider.js').Slider} slider how the period moves, and the scale of the histogram
 * @property {boolean} playing whether the period moves by itself
 * @property {string[]} shown names of the layers on the map
 * @property {string[]} order names of the layers from above, where somebody changed it; see core/arrangement.js
 * @property {Record<string, number>} opacity per cent, of layers that let something through
 * @property {Basemap[]} basemaps those of the mission that one may see
 * @property {string[]|null} ground ids of the basemaps that are on; null: those that are on for everybody
 * @property {boolean} groundAsked whether pictures of the ground were asked for in this view, though the line is to be spared
 * @property {{tiles: number, bytes: number}|null} groundHeld what of the ground is not fetched because the line is to be spared
 * @property {'military'|'plain'|null} symbols how units and installations are drawn; null when nobody chose, see core/symbols.js
 * @property {boolean} symbolsReady whether the military symbols are there
 * @property {'marks'|'density'} drawn how the events of the view are drawn
 * @property {Filters} filters
 * @property {string} text
 * @property {Record<string, string>} cql CQL2 conditions by layer, of all layers under *
 * @property {Selection|null} selection
 * @property {'detail'|'tool'} front which of the two is in front where there is room for one only
 * @property {'dark'|'light'} theme
 * @property {string|null} panel left panel: layers or filters
 * @property {string|null} tool id of the open tool
 * @property {Record<string, string>} names titles of features that conditions name, by layer/id, as far as they are known
 * @property {string|null} area the area that was drawn or chosen, as core/area.js writes it
 * @property {boolean} grid whether the MGRS grid is drawn
 * @property {Pin|null} pin the place somebody went to
 * @property {import('./linked.js').Linked|null} linked the table and charts that are open; null for none
 * @property {string|null} line that is measured, see core/area.js
 * @property {string|null} rings range and bearing rings, see tools/measure/rings.js
 * @property {import('../tools/measure/units.js').Units|null} units that were chosen on this page; null for those of before
 * @property {string|null} known the moment (RFC 3339, UTC) whose state of knowledge is shown; null for now
 * @property {import('./relative.js').Relative|null} relative what the period goes on to be with the clock; null for a period that stays
 * @property {OpenSnapshot|null} snapshot the one that is open
 * @property {import('../watch/address.js').Comparison|null} compare
 * @property {Pick<State, 'shown'|'filters'|'counts'|'known'>|null} other what the other picture of a comparison counts
 * @property {import('../watch/differences.js').Differences|null} differences in what the two pictures differ
 * @property {{key: string, home: View|null}|null} walk the difference that is looked at, of those that are walked through, and where one looked before
 * @property {import('../watch/address.js').Wall|null} wall the wall screen, when the page is one
 * @property {import('../analysis/compare.js').Kept|null} finding result of an analysis that lies on the map
 * @property {{state: 'loading'|'ready'|'failed', layers: Record<string, LayerCount>, compartments?: Record<string, string[]>, problem?: string}} counts compartments: of what was counted, by layer
 * @property {{state: 'loading'|'ready'|'failed', unmapped: number, imprecise: number, layers: Record<string, {unmapped: number, imprecise: number}>, problem?: string}} unsure events that have no place, and
 *     those of the view that are known to more than `beyond` only
 * @property {number} beyond metres of uncertainty from which on a place is called imprecise
 * @property {Record<string, PictureStatus>} pictures
 * @property {{sequence: number, committedAt: string}|null} dataAsOf
 * @property {string|null} lostSince since when the server has not answered
 * @property {import('../offline/queue-store.js').Entry[]} queue what was not sent yet, in its order
 * @property {{all: number, minute: number}} bytes that came over the line since this tab was opened, and in the last minute
 * @property {boolean} low whether the line is to be spared
 * @property {boolean} heldBack whether something of this view waits to be asked for, because the line is to be spared
 * @property {import('../offline/locked.js').LockState|'wanted'} lock of what may lie on this disk locked alone; wanted: something of it came, and nothing is locked here
 * @property {string|null} keptAt when the oldest of what is shown without a line was said by the server
 * @property {string|null} staleSince since when what others change is not heard of
 * @property {Record<string, number>} touched raised for a layer when others changed something of it in the view
 * @property {{changes: import('../live/touched.js').LayerChange[]}} live what others changed last
 * @property {Record<string, string>} marks classification of the last answer for each part of the page
 * @property {import('../watch/requests.js').ShiftReport|null} shift what changed since the last shift, or since a chosen moment
 * @property {import('../watch/report.js').Choice} shiftChoice what of it is listed
 * @property {string|null} shiftSince the chosen moment; null for since the last shift
 * @property {number} revision raised when this page changed data
 */

export {};
