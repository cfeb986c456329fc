// Drawing and editing one area on the map: its parts and holes, by corners that are clicked, tapped,
// dragged, moved with the arrow keys or typed; every change can be undone.
// @ts-check
import { debounce } from '../core/dom.js';
import { pressedKey } from '../core/shortcuts.js';
import * as L from '../lib/leaflet.js';
import { drawing as drawOn } from './drawing.js';
import { loadOverlays } from './outline/load.js';
import { withoutRing } from './outline/parts.js';
import { splitAlong } from './outline/split.js';
import { wrongs } from './outline/validity.js';
import { createHistory } from './ring.js';
import { cover, handlesOf, midpointsOf, outline } from './shape.js';
import { sketchHandles } from './sketch-handles.js';
/** @typedef {import('../core/area.js').Position} Position */
/** @typedef {import('../core/area.js').Shape} Shape */
/** @typedef {Exclude<import('./drawing.js').Kind, 'line'>} Kind */
/** @typedef {import('./outline/parts.js').Parts} Parts */
/** @typedef {import('./outline/parts.js').Spot} Spot */
/** Why an operation came to nothing. @typedef {'uncut'|'gone'|'failed'} Refusal */

/** What is drawn to change the area that is there. @type {Kind[]} */
export const WORKS = ['part', 'hole', 'split'];

/**
 * @param {{leaflet: L.Map, pointer: {hold: () => () => void}, onChange: () => void, onPreview?: (shape: Shape|null) => void, snap?: import('./snapping.js').Snapping}} context
 *     onChange is called after every change of shape or mode, onPreview with every shape that is shown, also while a corner is dragged
 */
export function createSketch({ leaflet, pointer, onChange, onPreview = () => {}, snap }) {
  const group = L.layerGroup();
  const fill = L.polygon([], { className: 'sketch-area', interactive: false, fillRule: 'nonzero', smoothFactor: 0 });
  const line = L.polyline([], { className: 'sketch-line', interactive: false });
  const handles = sketchHandles(leaflet, group, /** @type {Parameters<typeof sketchHandles<Shape>>[2]} */ ({
    preview: (shape) => draw(shape), change: (shape) => change(shape), snap,
    select: (handle) => { if (handle.spot) { selected = handle.spot; onChange(); } },
    removeRing: (handle) => { if (handle.spot) { removeRing(handle.spot); } },
  }));
  const drawer = drawOn({ leaflet, pointer, group, snap, widthBefore: () => (history.now?.kind === 'corridor' ? history.now.halfWidth : null),
    painted: (shape) => draw(shape ?? (isWork() ? history.now : null)), changed: () => { paint(); onChange(); }, drawn: (kind, shape, corners) => void drawn(kind, shape, corners) });
  let history = createHistory(/** @type {Shape|null} */ (null));
  /** What a line cut the area into, until somebody says what to keep. @type {Parts|null} */
  let pieces = null;
  /** @type {Spot|null} */
  let selected = null;
  /** @type {Refusal|null} */
  let refusal = null;
  let active = false;
  let isCrowded = false;

  const latLngs = (/** @type {Position[]} */ list) => list.map(([lon, lat]) => /** @type {[number, number]} */ ([lat, lon]));
  const isWork = () => WORKS.some((kind) => kind === drawer.kind);
  const parts = () => (history.now?.kind === 'polygon' ? history.now.parts : null);
  const wrong = () => { const now = parts(); return now ? wrongs(now) : []; };

  /** @param {import('./drawing.js').Kind} kind @param {Shape|null} shape @param {Position[]} corners */
  async function drawn(kind, shape, corners) {
    const now = parts();
    const ring = shape?.kind === 'polygon' ? shape.parts : null;
    if (kind === 'split' && now) {
      const found = splitAlong(now, corners);
      pieces = found.length > now.length ? found : null;
      refuse(pieces ? null : 'uncut');
    } else if (kind === 'part' && now && ring) {
      await work(async () => (await loadOverlays()).joined(now, ring));
    } else if (kind === 'hole' && now && ring) {
      await work(async () => (await loadOverlays()).without(now, ring));
    } else {
      change(shape);
    }
  }

  /** @param {() => Promise<Parts>} operation on the parts */
  async function work(operation) {
    const before = history.now;
    try {
      const result = await operation();
      // Somebody who drew on meanwhile is not overruled.
      if (history.now === before) {
        result.length === 0 ? refuse('gone') : change({ kind: 'polygon', parts: result });
      }
    } catch {
      refuse('failed');
    }
  }

  /** @param {Refusal|null} why */
  function refuse(why) {
    refusal = why;
    paint();
    onChange();
  }

  /** @param {KeyboardEvent} e */
  function key(e) {
    if (e.target instanceof HTMLElement && e.target.closest('input, textarea, select')) {
      return;
    }
    const undoing = (e.ctrlKey || e.metaKey) && pressedKey(e) === 'z';
    const redoing = e.ctrlKey && pressedKey(e) === 'y';
    const handled = undoing || redoing ? (redoing || e.shiftKey ? redo() : undo())
      : pieces && e.key === 'Escape' ? keep(null)
      : !drawer.kind ? false
      : e.key === 'Enter' ? drawer.finish()
      : e.key === 'Backspace' ? drawer.takeBack()
      : e.key === 'Escape' ? cancel() : false;
    if (handled !== false) {
      e.preventDefault();
      e.stopPropagation();
    }
  }

  function cancel() {
    drawer.stop();
    refuse(null);
  }

  /** @param {Shape|null} shape */
  function change(shape) {
    history.push(shape);
    settle();
  }

  function settle() {
    pieces = null;
    refuse(null);
  }

  function undo() {
    if (drawer.kind) {
      drawer.takeBack();
    } else if (pieces) {
      settle();
    } else if (history.canUndo) {
      history.undo();
      settle();
    } else {
      return false;
    }
  }

  function redo() {
    if (drawer.kind || !history.canRedo) {
      return false;
    }
    history.redo();
    settle();
  }

  /** @param {number[]|null} chosen which pieces stay; null takes the cut back */
  function keep(chosen) {
    const kept = pieces?.filter((_, i) => chosen?.includes(i)) ?? [];
    if (kept.length > 0) {
      change({ kind: 'polygon', parts: kept });
    } else {
      settle();
    }
  }

  /** @param {Spot} spot */
  function removeRing(spot) {
    const left = withoutRing(parts() ?? [], spot);
    selected = null;
    change(left.length > 0 ? { kind: 'polygon', parts: left } : null);
  }

  /** @param {Shape|null} shape */
  function draw(shape) {
    fill.setLatLngs(shape ? cover(shape).map(latLngs) : []);
    const isWrong = shape?.kind === 'polygon' && wrongs(shape.parts).length > 0;
    fill.getElement()?.classList.toggle('is-wrong', isWrong);
    fill.getElement()?.classList.toggle('is-corridor', shape?.kind === 'corridor');
    line.setLatLngs(shape?.kind === 'corridor' ? latLngs(shape.line) : []);
    onPreview(isWrong ? null : shape);
  }

  function paint() {
    const focused = [...leaflet.getContainer().querySelectorAll('.sketch-corner')].indexOf(/** @type {Element} */ (document.activeElement));
    group.clearLayers();
    fill.addTo(group);
    line.addTo(group);
    isCrowded = false;
    if (drawer.kind) {
      drawer.show();
      handles.fixed(drawer.corners);
    } else if (pieces) {
      draw(null);
      pieces.forEach((piece, i) => L.polygon(piece.map(latLngs), { className: `sketch-area sketch-piece is-${i % 2 === 0 ? 'even' : 'odd'}`, interactive: false, smoothFactor: 0 })
        .bindTooltip(String(i + 1), { permanent: true, direction: 'center', className: 'sketch-size' }).addTo(group));
    } else {
      draw(history.now);
      if (history.now) {
        isCrowded = !handles.show(handlesOf(history.now), midpointsOf(history.now));
        handles.wrong(wrong().map(({ at }) => at));
      }
      if (focused >= 0) {
        handles.focus(focused);
      }
    }
  }

  const follow = debounce(() => { if (active && !drawer.kind && !pieces && (parts()?.flat(2).length ?? 0) > 60) { paint(); onChange(); } }, 150);

  return {
    get drawing() { return /** @type {Kind|null} */ (drawer.kind); },
    get corners() { return drawer.corners.length; },
    get shape() { return history.now; },
    get pieces() { return pieces; },
    get refusal() { return refusal; },
    get isCrowded() { return isCrowded; },
    get wrongs() { return wrong(); },
    /** The corner that was last taken hold of, while it is there. */
    get selected() { const at = selected && parts()?.[selected.part]?.[selected.ring]?.[selected.corner]; return at && selected ? { spot: selected, at, step: handles.step(at) } : null; },
    get canUndo() { return drawer.kind ? drawer.corners.length > 0 : pieces !== null || history.canUndo; },
    get canRedo() { return !drawer.kind && history.canRedo; },
    get canFinish() { return drawer.canFinish; },
    undo,
    redo,
    finish: () => drawer.finish(),
    cancel,
    keep,
    removeRing,
    work,
    /** @param {Kind} kind */
    draw(kind) {
      pieces = null;
      refusal = null;
      // A circle that is cut is none any more.
      if (history.now?.kind === 'circle' && WORKS.includes(kind)) {
        history.push({ kind: 'polygon', parts: outline(history.now) });
      }
      drawer.start(kind);
      paint();
      onChange();
    },
    /** Splits along a line as one that was drawn does. @param {Position[]} along */
    split(along) {
      drawer.stop();
      void drawn('split', null, along);
    },
    /** Takes a new shape as one step that can be undone. @param {Shape|null} shape */
    set(shape) {
      drawer.stop();
      change(shape);
    },
    /** Starts afresh, for another area: nothing to undo. @param {Shape|null} shape */
    reset(shape) {
      drawer.stop();
      history = createHistory(shape);
      pieces = null;
      refusal = null;
      selected = null;
      paint();
    },
    show() {
      if (!active) {
        active = true;
        group.addTo(leaflet);
        document.addEventListener('keydown', key, true);
        leaflet.on('moveend', follow);
        snap?.start();
        paint();
      }
    },
    hide() {
      active = false;
      drawer.stop();
      group.remove();
      snap?.stop();
      leaflet.off('moveend', follow);
      document.removeEventListener('keydown', key, true);
    },
  };
}

/** @typedef {ReturnType<typeof createSketch>} Sketch */
