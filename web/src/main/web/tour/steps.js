// The first-run tour: which controls somebody of a role is shown first, and whether it was seen here. Pure.
// @ts-check
import { AREA, ANALYSIS } from '../tools/wish.js';
/** @typedef {{id: string, at: string[]}} Step id: of its words; at: selectors, the first that is to be seen is pointed at, none for the middle of the page */

const testId = (/** @type {string} */ id) => `[data-testid="${id}"]`;
const tool = (/** @type {string} */ id) => [testId(`tool-${id}`)];

/** @type {Record<string, Step>} */
const STEPS = {
  asOf: { id: 'asOf', at: [testId('data-as-of')] },
  report: { id: 'report', at: [...tool('entry'), testId('phone-tools')] },
  inbox: { id: 'inbox', at: [...tool('inbox'), testId('phone-tools')] },
  layers: { id: 'layers', at: ['.left:not([hidden]) .tabs', testId('phone-layers')] },
  time: { id: 'time', at: [testId('timebar'), testId('phone-time')] },
  unsure: { id: 'unsure', at: [testId('unsure')] },
  area: { id: 'area', at: [...tool(AREA), testId('phone-tools')] },
  hotspot: { id: 'hotspot', at: [...tool('hotspot'), testId('tool-more'), testId('phone-tools')] },
  filters: { id: 'filters', at: [testId('tab-filters'), testId('phone-filters')] },
  analysis: { id: 'analysis', at: [...tool(ANALYSIS), testId('phone-tools')] },
  select: { id: 'select', at: [] },
  more: { id: 'more', at: [testId('tool-more'), testId('phone-tools')] },
  search: { id: 'search', at: [testId('find')] },
  help: { id: 'help', at: [testId('help')] },
};

/** In the order in which a person's roles are asked for; who has several is shown the tour of the first. */
const TOURS = /** @type {[string, string[]][]} */ ([
  ['duty-officer', ['asOf', 'report', 'inbox', 'layers', 'time', 'more']],
  ['protection-adviser', ['layers', 'select', 'area', 'hotspot', 'unsure', 'more']],
  ['analyst', ['filters', 'time', 'area', 'analysis', 'unsure', 'more']],
  ['reporter', ['search', 'report', 'layers', 'time', 'select', 'help']],
  ['viewer', ['layers', 'time', 'select', 'search', 'filters', 'help']],
]);

/** @param {string[]} roles @returns {{role: string, steps: Step[]}} four to six steps; whoever has no role of ours sees a viewer's */
export function tourFor(roles) {
  const [role, ids] = TOURS.find(([name]) => roles.includes(name)) ?? TOURS[TOURS.length - 1];
  return { role, steps: ids.map((id) => STEPS[id]) };
}

const KEPT = 'vigie.tour';
/** Stands for everybody: a wall screen, a borrowed computer. */
const ALL = '*';

/** @param {Pick<Storage, 'getItem'>} storage @returns {string[]} */
function seenBy(storage) {
  try {
    const kept = JSON.parse(storage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Whether an account has been shown the tour in this browser. @param {Pick<Storage, 'getItem'>} storage @param {string} username */
export const wasSeen = (storage, username) => seenBy(storage).some((each) => each === username || each === ALL);

/** @param {Pick<Storage, 'getItem'|'setItem'>} storage @param {string} username */
export function keepSeen(storage, username) {
  if (!wasSeen(storage, username)) {
    storage.setItem(KEPT, JSON.stringify([...seenBy(storage), username]));
  }
}

/**
 * Where the card goes beside what it points at, inside the window: below, else above, else beside.
 *
 * @param {{left: number, top: number, right: number, bottom: number}} target
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} page
 * @param {number} gap
 * @returns {{x: number, y: number}} of the card's top left corner
 */
export function beside(target, card, page, gap) {
  const within = (/** @type {number} */ value, /** @type {number} */ most) => Math.max(gap, Math.min(value, most - gap));
  const x = within((target.left + target.right) / 2 - card.width / 2, page.width - card.width);
  if (target.bottom + gap + card.height <= page.height - gap) {
    return { x, y: target.bottom + gap };
  }
  if (target.top - gap - card.height >= gap) {
    return { x, y: target.top - gap - card.height };
  }
  const y = within((target.top + target.bottom) / 2 - card.height / 2, page.height - card.height);
  return target.right + gap + card.width <= page.width ? { x: target.right + gap, y } : { x: within(target.left - gap - card.width, page.width - card.width), y };
}
