// Which stretches of time event tiles are asked for. All of it at once when the period is a good part
// of the mission; else blocks, since a tile that holds less time tells it more finely. Blocks lie on
// a grid of days that does not move when the mission grows: two people looking at about the same ask
// for the same tiles.
// @ts-check
import { lengthInDays, toDatetime, toDay, toNumber } from '../core/period.js';
/** @typedef {import('../core/types.js').Period} Period */

/** How many periods a block is long at least, so that dragging the period seldom leaves it. */
const PERIODS = 8;

/**
 * @typedef {object} Block
 * @property {string|null} datetime as OGC has it; null for all time
 * @property {number} from seconds since 1970 of its begin, −Infinity for all time
 * @property {number} days its length; 0 for all time and for the hours of a period, {@link OF_PERIOD} for a period alone
 * @property {boolean} isNeeded whether the period is in it, rather than near it
 */

/** Days of a block that is the very period. */
export const OF_PERIOD = -1;

/** The period and nothing around it. @param {Period} period @returns {Block[]} */
export const periodAlone = (period) => [{ datetime: toDatetime(period), from: -Infinity, days: OF_PERIOD, isNeeded: true }];

/**
 * In order of time. A block within one period's length of the period comes along, to be there when it is needed.
 *
 * @param {Period} period
 * @param {Period} mission
 * @returns {Block[]}
 */
export function blocksOf(period, mission) {
  if (period.from) {
    // Counted by the day there would be more in a tile than in the hours.
    return [{ datetime: toDatetime(period), from: -Infinity, days: 0, isNeeded: true }];
  }
  const length = lengthInDays(period);
  const days = 2 ** Math.ceil(Math.log2(PERIODS * length));
  if (2 * days > lengthInDays(mission)) {
    return [{ datetime: null, from: -Infinity, days: 0, isNeeded: true }];
  }
  const [start, end] = [toNumber(period.start), toNumber(period.end)];
  const numberOf = (/** @type {number} */ day) => Math.floor(day / days);
  // Beyond the mission is nothing to come along for.
  const first = Math.min(numberOf(start), Math.max(numberOf(start - length), numberOf(toNumber(mission.start))));
  const last = Math.max(numberOf(end), Math.min(numberOf(end + length), numberOf(toNumber(mission.end))));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const number = first + i;
    return {
      datetime: `${toDay(number * days)}/${toDay((number + 1) * days - 1)}`,
      from: number * days * 86_400,
      days,
      isNeeded: number >= numberOf(start) && number <= numberOf(end),
    };
  });
}
