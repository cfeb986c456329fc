// The header never overflows: what its parts say is shortened step by step until there is room, whatever the language.
// @ts-check
import { eachFrame } from '../core/dom.js';
import { PHONE } from './phone-bar.js';

/** From the roomiest: all words, those of the first tool alone, icons, only the first tools. styles/shell.css says what each leaves out. */
const STEPS = ['words', 'first', 'icons', 'few'];
/** Width in pixels that the filters which are on may ask for; more of them are scrolled. */
const CHIPS = 240;

/**
 * @param {HTMLElement} header
 * @param {{chips: HTMLElement, asOf: HTMLElement, mission: HTMLElement, tools: {few: (few: boolean) => void, away: () => number}}} parts
 *     away: width in pixels of the tools that are not in the bar because there are to be few
 */
export function keepFitting(header, { chips, asOf, mission, tools }) {
  // The filters take all room that is left over, so they tell how much there is.
  const fits = () => header.scrollWidth <= header.clientWidth && mission.scrollWidth <= mission.clientWidth && room() >= tools.away();
  const room = () => chips.clientWidth - (chips.childElementCount > 0 ? Math.min(CHIPS, chips.scrollWidth) : 0);

  const fit = eachFrame(() => {
    if (matchMedia(PHONE).matches) {
      header.dataset.fit = 'phone';
      return;
    }
    const step = STEPS.find((each) => {
      header.dataset.fit = each;
      return each === 'few' || fits();
    });
    tools.few(step === 'few');
  });
  new ResizeObserver(fit).observe(header);
  for (const part of [chips, asOf]) {
    new MutationObserver(fit).observe(part, { childList: true, subtree: true, characterData: true });
  }
  fit();
}
