// How high is what the page shows: the highest mark of the answers that it is made of.
// @ts-check
import { words } from '../words/words.js';
/** @typedef {import('./types.js').State} State */

/** Lowest first. */
export const CLASSIFICATIONS = ['UNCLASSIFIED', 'CONFIDENTIAL', 'STRICTLY_CONFIDENTIAL'];

/** As the reader's language calls it. @param {string} mark */
export const markName = (mark) => words.markNames[mark] ?? mark;

/** How something is marked, for example "CONFIDENTIAL, POC". @param {string} classification @param {string[]} compartments */
export const marking = (classification, compartments) => [markName(classification).toUpperCase(), ...compartments].join(', ');

/** @param {string[]} marks @returns {string} the lowest there is when there are none */
export const highest = (marks) => CLASSIFICATIONS[Math.max(0, ...marks.map((mark) => CLASSIFICATIONS.indexOf(mark)))];

/**
 * What a person enters may lie on the disk of this computer only when everybody who may use it might read it: what is marked no
 * higher than the mission lets lie there, and never what a compartment keeps among few.
 *
 * @param {string} most mark that may lie there
 * @param {{classification: string, compartments: string[]}} marks
 */
export const fitsDisk = (most, { classification, compartments }) => CLASSIFICATIONS.indexOf(classification) <= CLASSIFICATIONS.indexOf(most) && compartments.length === 0;

/** What a session says of the disk; what is unclassified may lie there also where no answers are kept. @param {import('./types.js').Session|null} session */
export const diskMark = (session) => (session?.offlineClassification === 'CONFIDENTIAL' ? 'CONFIDENTIAL' : 'UNCLASSIFIED');

/**
 * Which part of the page an answer is for; null when it shows nothing of it.
 *
 * @param {string} path of the request
 */
export function partOf(path) {
  const picture = /^\/api\/picture\/([^/?]+)/.exec(path);
  if (picture) {
    return `picture:${decodeURIComponent(picture[1])}`;
  }
  const parts = /** @type {[RegExp, string][]} */ ([
    // Where and when the data lie at most is not what the page shows of them.
    [/^\/api\/mission/, ''],
    // The map tells the mark of the tiles that it holds, which the last of them alone does not.
    [/^\/api\/events\//, ''],
    // Several lists ask at once; each tells its own mark.
    [/^\/api\/(breakdown|matrix|statistics#series)/, ''],
    [/^\/api\/counts/, 'counts'],
    [/^\/api\/comparison/, 'comparison'],
    [/^\/api\/histogram/, 'time'],
    [/^\/collections\/[^/]+\/items\//, 'detail'],
    [/^\/api\/hotspots\/[^/]+\/[^/]+/, 'detail'],
    [/^\/(api|processes|jobs)\//, 'tool'],
  ]);
  return parts.find(([pattern]) => pattern.test(path))?.[1] || null;
}

/**
 * The mark of the page: of the layers that are on, of the figures, of the panels that are open, and of an open snapshot.
 *
 * @param {State} state
 */
export function markOfPage(state) {
  return highest([...Object.entries(state.marks).filter(([part]) => isShown(state, part)).map(([, mark]) => mark), state.snapshot?.classification ?? '']);
}

/**
 * The compartments of what the map shows, of the other picture beside it, and of an open snapshot.
 *
 * @param {Pick<State, 'shown'|'counts'|'other'|'snapshot'>} state
 * @returns {string[]}
 */
export const compartmentsOfPage = (state) => [...new Set([...state.snapshot?.compartments ?? [],
  ...[state, state.other].flatMap((each) => each?.shown.flatMap((name) => each.counts.compartments?.[name] ?? []) ?? [])])].sort();

/** @param {State} state @param {string} part */
function isShown(state, part) {
  if (part.startsWith('picture:')) {
    return state.shown.includes(part.slice('picture:'.length));
  }
  if (part.startsWith('linked:')) {
    return state.linked?.views.some((view) => part.startsWith(`linked:${view}`)) ?? false;
  }
  return part === 'detail' ? state.selection !== null : part === 'tool' ? state.tool !== null : true;
}
