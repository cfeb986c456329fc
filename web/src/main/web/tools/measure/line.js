// A measured line on the map: drawn point after point, then each point dragged or moved with the arrow keys.
// @ts-check
import * as L from '../../lib/leaflet.js';
import { el } from '../../core/dom.js';
import { pressedKey } from '../../core/shortcuts.js';
import { words } from '../../words/words.js';
import { drawing } from '../drawing.js';
import { createHistory } from '../ring.js';
import { middles } from '../shape.js';
import { sketchHandles } from '../sketch-handles.js';
import { groundLine } from './rings.js';
/** @typedef {import('../../core/area.js').Position} Position */
/** @typedef {Position[]} Line */

const say = words.measure;

/**
 * @param {{leaflet: L.Map, pointer: {hold: () => () => void}, ground: import('./geodesics.js').Geodesics, isClosed: () => boolean, legText: (from: Position, to: Position) => string, changed: () => void}} context
 */
export function measuredLine({ leaflet, pointer, ground, isClosed, legText, changed }) {
  const group = L.layerGroup();
  const area = L.polygon([], { className: 'measure-area', interactive: false, smoothFactor: 0 });
  const path = L.polyline([], { className: 'measure-line', interactive: false, smoothFactor: 0 });
  let history = createHistory(/** @type {Line} */ ([]));
  let active = false;
  const drawer = drawing({ leaflet, pointer, group, painted: () => {}, changed: told, drawn: (_kind, _shape, corners) => put(corners),
    hovered: (corners) => legText(corners[corners.length - 2], corners[corners.length - 1]) });
  const handles = sketchHandles(leaflet, group, /** @type {Parameters<typeof sketchHandles<Line>>[2]} */ ({ preview: draw, change: put }));
  const latLngs = (/** @type {Line} */ line) => line.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));
  const line = () => (drawer.kind ? drawer.corners : history.now);

  /** @param {Line} next */
  function put(next) {
    history.push(next);
    told();
  }

  function told() {
    paint();
    changed();
  }

  /** Sides as they run on the ground. @param {Line} of */
  const onGround = (of) => [...of.slice(1).flatMap((to, i) => groundLine(ground, of[i], to).slice(i === 0 ? 0 : 1))];

  /** @param {Line} of */
  function draw(of) {
    path.setLatLngs(latLngs(onGround(of)));
    area.setLatLngs(isClosed() && of.length > 2 ? latLngs(onGround([...of, of[0]])) : []);
  }

  function paint() {
    const focused = [...leaflet.getContainer().querySelectorAll('.sketch-corner')].indexOf(/** @type {Element} */ (document.activeElement));
    group.clearLayers();
    area.addTo(group);
    path.addTo(group);
    const now = line();
    draw(now);
    now.slice(1).forEach((to, i) => {
      const [lon, lat] = groundLine(ground, now[i], to, ground.leg(now[i], to).metres / 2 + 1)[1] ?? to;
      L.tooltip({ permanent: true, direction: 'center', className: 'measure-label', interactive: false }).setLatLng([lat, lon]).setContent(el('span', { dir: 'ltr' }, legText(now[i], to))).addTo(group);
    });
    if (drawer.kind) {
      drawer.show();
      handles.fixed(drawer.corners);
      return;
    }
    handles.show(
      now.map((at, i) => ({ at, title: say.point(i + 1), move: (to) => now.map((each, k) => (k === i ? to : each)), remove: () => now.filter((_, k) => k !== i),
        add: () => (i < now.length - 1 ? [...now.slice(0, i + 1), middles([at, now[i + 1]])[0], ...now.slice(i + 1)] : now) })),
      middles(now).map((at, i) => ({ at, insert: (to) => [...now.slice(0, i + 1), to, ...now.slice(i + 1)] })));
    if (focused >= 0) {
      handles.focus(focused);
    }
  }

  /** @param {KeyboardEvent} e */
  function key(e) {
    if (e.target instanceof HTMLElement && e.target.closest('input, textarea, select')) {
      return;
    }
    const undoing = (e.ctrlKey || e.metaKey) && pressedKey(e) === 'z';
    const handled = undoing ? step(e.shiftKey)
      : !drawer.kind ? false
      : e.key === 'Enter' ? drawer.finish()
      : e.key === 'Backspace' ? drawer.takeBack()
      : e.key === 'Escape' ? stop() : false;
    if (handled !== false) {
      e.preventDefault();
      e.stopPropagation();
    }
  }

  /** @param {boolean} forward */
  function step(forward) {
    if (drawer.kind && !forward) {
      drawer.takeBack();
    } else if (forward ? history.canRedo : history.canUndo) {
      forward ? history.redo() : history.undo();
      told();
    } else {
      return false;
    }
  }

  /** Ends drawing; what is a line already stays. */
  function stop() {
    const begun = drawer.corners;
    drawer.stop();
    begun.length > 1 ? put(begun) : told();
  }

  return {
    get line() { return line(); },
    get isDrawing() { return drawer.kind !== null; },
    get canUndo() { return drawer.kind ? drawer.corners.length > 0 : history.canUndo; },
    get canRedo() { return !drawer.kind && history.canRedo; },
    get canFinish() { return drawer.canFinish; },
    finish: () => drawer.finish(),
    undo: () => step(false),
    redo: () => step(true),
    repaint: paint,
    start() {
      drawer.start('line');
      told();
    },
    stop,
    put,
    /** Starts afresh with a line that a link brought: nothing to undo. @param {Line} line */
    reset(line) {
      drawer.stop();
      history = createHistory(line);
      told();
    },
    show() {
      if (!active) {
        active = true;
        group.addTo(leaflet);
        document.addEventListener('keydown', key, true);
        paint();
      }
    },
    hide() {
      active = false;
      drawer.stop();
      group.remove();
      document.removeEventListener('keydown', key, true);
    },
  };
}
