// What somebody typed, against the titles of what the page itself knows. Pure.
// @ts-check

/** Case and accents do not matter. @param {string} text */
const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/**
 * How well a title answers what was typed: every word must begin a word of the title.
 *
 * @param {string} typed
 * @param {string} title
 * @returns {number} 0 for not at all; more the better
 */
export function fit(typed, title) {
  const [wanted, said] = [folded(typed), folded(title)];
  if (wanted === '') {
    return 0;
  }
  const words = said.split(/[\s/(),.-]+/);
  if (!wanted.split(/\s+/).every((word) => words.some((each) => each.startsWith(word)))) {
    return 0;
  }
  return said === wanted ? 3 : said.startsWith(wanted) ? 2 : 1;
}

/** Whether a text may be a coordinate or a distance from somewhere, so that why it is none is worth telling. @param {string} text */
export const hasFigures = (text) => /\d/.test(text) && /[\d.,°′'"]\s*[NSEWO]?[\s,;]|\d{1,2}\s*[C-HJ-NP-X]\s*[A-HJ-NP-Z]{2}|\bkm\b|\bm\b/i.test(text);

/** Languages write the same directions by other letters: the sixteen points are told as degrees too. @param {number} bearing radians clockwise from north @returns {number} whole degrees, 0 to 359 */
export const wholeDegrees = (bearing) => Math.round(((bearing * 180) / Math.PI + 360) % 360) % 360;

/** Index of one of eight points, north first. @param {number} bearing radians */
export const compassPoint = (bearing) => Math.round(wholeDegrees(bearing) / 45) % 8;
