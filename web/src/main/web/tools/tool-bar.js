// The tool bar: what is used most as buttons, the others under More; on a phone all of them are in one sheet.
// @ts-check
import { el, fill } from '../core/dom.js';
import { icon } from '../core/icons.js';
import { PHONE } from '../panels/phone-bar.js';
import { isBehind } from '../panels/front.js';
import { words } from '../words/words.js';
import { menuKeys } from './menu-keys.js';
import { toolsFor } from './tools.js';
/** @typedef {import('../core/store.js').Store} Store */
/** @typedef {import('./tools.js').ToolEntry} ToolEntry */

/** As many stay in the bar when there is no room for more, even as icons. */
const ALWAYS = 4;
/** Width in pixels of a tool without its words. */
const ICON = 40;

/** Opens the tool's panel, puts away one that is in front, or does at once what the tool does. @param {Store} store @param {ToolEntry} tool */
export function useTool(store, tool) {
  if (tool.act) {
    tool.act(store);
    return;
  }
  store.dispatch({ type: 'tool/set', tool: store.state.tool === tool.id && !isBehind(store.state, 'tool') ? null : tool.id });
}

/** @param {Store} store @param {ToolEntry} tool */
const isOn = (store, tool) => (tool.act ? tool.isOn?.(store.state) === true : store.state.tool === tool.id);

/**
 * @param {Store} store
 * @returns {{bar: HTMLElement, few: (few: boolean) => void, away: () => number}} few: whether only the first tools have room in the bar;
 *     away: width in pixels that the others would take there
 */
export function toolBar(store) {
  const tools = toolsFor(store.state).filter((tool) => !tool.aside);
  const inBar = tools.filter((tool) => !tool.menu);
  const phone = matchMedia(PHONE);
  let isFew = false;

  const buttons = new Map(tools.map((tool, i) => [tool, el('button', {
    type: 'button', class: i === 0 ? 'tool-button is-first' : 'tool-button', title: tool.title, 'data-testid': `tool-${tool.id}`,
    onclick: () => { close(); useTool(store, tool); },
  }, icon(tool.icon), el('span', { class: 'tool-title' }, tool.title), tool.key ? el('kbd', { 'aria-hidden': 'true' }, tool.key.toUpperCase()) : '')]));

  const menu = el('div', { class: 'tool-menu', id: 'tool-menu', popover: 'auto', role: 'menu', 'aria-label': words.tools.more, 'data-testid': 'tool-menu',
    onbeforetoggle: (/** @type {ToggleEvent} */ e) => { if (e.newState === 'open') { menu.style.maxBlockSize = `${innerHeight - more.getBoundingClientRect().bottom - 16}px`; } },
    ontoggle: (/** @type {ToggleEvent} */ e) => {
      more.setAttribute('aria-expanded', String(e.newState === 'open'));
      if (e.newState === 'open') {
        place();
      }
    } });
  const more = el('button', { type: 'button', class: 'tool-button tool-more', title: words.tools.more, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'data-testid': 'tool-more',
    popovertarget: menu.id }, icon('more'), el('span', { class: 'tool-title' }, words.tools.more));
  const bar = el('div', { class: 'tool-buttons', role: 'toolbar', 'aria-label': words.panels.tools });

  function close() {
    if (menu.matches(':popover-open')) {
      menu.hidePopover();
    }
  }

  /** Under its button, its end with the end of the button; the window's edges hold it in. */
  function place() {
    const under = more.getBoundingClientRect();
    const width = menu.offsetWidth;
    const wanted = getComputedStyle(menu).direction === 'rtl' ? under.left : under.right - width;
    menu.style.translate = `${Math.round(Math.max(8, Math.min(wanted, innerWidth - width - 8)))}px ${Math.round(under.bottom + 4)}px`;
    // The browser tells of the opening a moment later; whoever went on by keyboard meanwhile stays where he is.
    if (!menu.contains(document.activeElement)) {
      /** @type {HTMLElement|undefined} */ (menu.querySelector('button'))?.focus();
    }
  }

  function arrange() {
    const first = new Set(phone.matches ? tools : isFew ? inBar.slice(0, ALWAYS) : inBar);
    const later = tools.filter((tool) => !first.has(tool));
    const had = /** @type {HTMLElement|null} */ (document.activeElement);
    fill(menu, later.map((tool) => /** @type {Node} */ (buttons.get(tool))));
    fill(bar, [...first].map((tool) => /** @type {Node} */ (buttons.get(tool))), later.length > 0 ? [more, menu] : []);
    if (had?.isConnected && had !== document.activeElement) {
      had.focus({ preventScroll: true });
    }
    mark();
  }

  function mark() {
    for (const [tool, button] of buttons) {
      const on = String(isOn(store, tool));
      const inMenu = button.parentElement === menu;
      for (const [name, value] of /** @type {[string, string|null][]} */ ([
        ['role', inMenu ? 'menuitemcheckbox' : null], ['aria-checked', inMenu ? on : null], ['aria-pressed', inMenu ? null : on], ['tabindex', inMenu ? '-1' : null],
      ])) {
        if (value === null) {
          button.removeAttribute(name);
        } else {
          button.setAttribute(name, value);
        }
      }
    }
    more.classList.toggle('is-on', tools.some((tool) => !tool.act && isOn(store, tool) && buttons.get(tool)?.parentElement === menu));
  }

  menuKeys(menu, more, close);
  phone.addEventListener('change', arrange);
  store.watch((s) => s.tool, mark);
  for (const tool of tools) {
    if (tool.act) {
      store.watch((s) => tool.isOn?.(s), mark);
    }
  }
  arrange();
  return {
    bar,
    few: (few) => {
      if (few !== isFew) {
        isFew = few;
        arrange();
      }
    },
    away: () => (isFew ? Math.max(0, inBar.length - ALWAYS) * ICON : 0),
  };
}
