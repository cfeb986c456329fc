// The mission's time and UTC, large.
// @ts-check
import { missionNow } from '../core/clock.js';
import { el } from '../core/dom.js';
import { locale } from '../core/language.js';
import { zoneText } from '../core/zone.js';
import { words } from '../words/words.js';

const say = words.wall;

/** @param {string} zone @returns {{time: Intl.DateTimeFormat, day: Intl.DateTimeFormat}} */
function clockFormats(zone) {
  const timeZone = zone === 'Z' ? 'UTC' : zone;
  return {
    time: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone }),
    day: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone }),
  };
}

/** @param {import('../core/store.js').Store} store */
export function createClocks(store) {
  const zone = store.state.mission?.timeZone ?? 'Z';
  const clocks = [{ zone, title: say.mission, id: 'mission' }, ...(zoneText(zone) === '' ? [] : [{ zone: 'Z', title: say.utc, id: 'utc' }])].map((each) => {
    const time = el('time', { 'data-testid': `wall-${each.id}` });
    const day = el('span', { class: 'wall-day' });
    return { time, day, formats: clockFormats(each.zone), node: el('div', { class: 'wall-clock' }, el('span', { class: 'wall-zone' }, each.id === 'mission' ? `${each.title} ${zoneText(each.zone) || say.utc}` : each.title), el('bdi', { dir: 'ltr' }, time), day) };
  });
  const stands = store.state.mission?.standsAt ? el('p', { class: 'wall-stands' }, say.exercise) : null;
  const tick = () => {
    const now = missionNow(store.state.mission);
    for (const { time, day, formats } of clocks) {
      time.dateTime = now.toISOString();
      time.textContent = formats.time.format(now);
      day.textContent = formats.day.format(now);
    }
  };
  tick();
  setInterval(tick, 1_000);
  return el('div', { class: 'wall-clocks', role: 'timer', 'aria-live': 'off' }, clocks.map(({ node }) => node), stands);
}
