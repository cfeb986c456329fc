// The map: Leaflet for moving about, our canvases for everything that is drawn.
// @ts-check
import * as L from '../lib/leaflet.js';
import { alphaOf, shownGround } from '../core/arrangement.js';
import { debounce } from '../core/dom.js';
import { hasShapeTiles, isTiled } from '../core/query.js';
import { isMilitary } from '../core/symbols.js';
import { createBasemap } from './basemap.js';
import { fetchWhen } from '../panels/deferred.js';
import { CanvasLayer } from './canvas-layer.js';
import { mountDensityLegend } from './density-legend.js';
import { createEventLayers, tiledLayers } from './event-layers.js';
import { createEvents } from './events.js';
import { firstLook } from './first-look.js';
import { createHighlight } from './highlight.js';
import { createLabels } from './labels.js';
import { keepMiddle } from './middle.js';
import { readPalette } from './palette.js';
import { areaNames, pointNames } from './names.js';
import { createPictures } from './pictures.js';
import { createReference, GROUND_LAYERS } from './reference.js';
import { createShapeLayers } from './shape-layers.js';
import { createVectors } from './vectors.js';
/** @typedef {import('./pictures.js').Picture} Picture */

/** Panes from the ground up; tools draw in Leaflet's own overlay pane (400) and above. */
const PANES = { ground: 200, basemaps: 210, reference: 220, 'ground-names': 230, vectors: 340, grid: 350, events: 420, labels: 430, highlight: 440 };
const PLACE_LAYER = 'place';
/** A period that has not moved for so long has been put where it is. */
const REST_MS = 250;
/** A feature nearer to the border than that is hard to see, under a button or half outside. */
const EDGE_PX = 70;

/**
 * @param {HTMLElement} container
 * @param {import('../core/store.js').Store} store
 * @param {import('../core/api.js').Api} api
 * @param {HTMLElement} area what the map shares with its controls
 * @param {{density?: number, root?: Element, createGrid?: typeof import('../grid/layer.js').createGrid, frame?: HTMLElement, isSlow?: boolean}} [sheet] for a map that is printed: pixels to a CSS
 *     pixel, the element whose colours it has, and what draws its grid, which the screen fetches when it is wanted; for one among panels: what they and the map share, and whether it is looked at first over a slow line
 */
export function createMap(container, store, api, area, sheet = {}) {
  const map = L.map(container, {
    zoomControl: false, attributionControl: false, zoomSnap: sheet.density ? 0 : 0.25, zoomDelta: 1, wheelPxPerZoomLevel: 110,
    minZoom: 2, maxZoom: 18, worldCopyJump: true, fadeAnimation: false,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    maxBounds: [[-89, -720], [89, 720]], maxBoundsViscosity: 0.8,
  });
  for (const [name, z] of Object.entries(PANES)) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(z);
    pane.style.pointerEvents = 'none';
  }

  let colours = readPalette(sheet.root);
  const palette = () => colours;
  const pictures = createPictures(store, api, redrawFor, {
    status: (layer) => together(eventLayers.status(layer), shapeLayers.status(layer)), isCrowded: (layer) => shapeLayers.isCrowded(layer),
    isSettled: () => eventLayers.isSettled() && shapeLayers.isSettled(), isDense: () => events.mode === 'density',
  });
  const layerOf = (/** @type {string} */ name) => store.state.catalog.find((layer) => layer.name === name);
  const rankOf = (/** @type {string} */ name, /** @type {string} */ code) => {
    const at = Object.keys(layerOf(name)?.symbol.marks ?? {}).indexOf(code);
    return at < 0 ? 2 : at;
  };
  const isOurs = (/** @type {import('../core/types.js').Layer} */ { name }) => store.state.shown.includes(name) && name !== PLACE_LAYER && !GROUND_LAYERS.includes(name);
  /** While two pictures are compared, what differs may be shown alone. */
  const drawsAll = () => !store.state.compare?.only;
  const marked = () => !drawsAll() ? [] : store.state.catalog.filter(isOurs).flatMap((layer) =>
    (hasShapeTiles(layer) && !isTiled(layer) ? shapeLayers.picture(eventCanvas.frame, layer) : pictures.find(layer.name)) ?? []);
  const timeless = () => !drawsAll() ? [] : pictures.all().filter(({ layer }) => isOurs(layer) && !hasShapeTiles(layer))
    .map(({ layer, shapes }) => ({ layer, shapes, box: null, shift: 0, crowds: null, cells: null }));

  /** Names are as faint as the layer they are of. @param {string} layer @returns {<N extends object>(name: N) => N & {alpha?: number}} */
  const seenThrough = (layer) => {
    const alpha = alphaOf(store.state, layer);
    return (name) => (alpha === 1 ? name : { ...name, alpha });
  };

  /** A military symbol is wider than a mark. @template {object} N @param {N} name @returns {N & {gap?: number}} */
  const besideSymbol = (name) => (isMilitary(store.state) ? { ...name, gap: 19 } : name);

  const basemap = createBasemap(palette, () => { ground.redraw(); labels.redraw(); }, () => !store.state.grid);
  const reference = createReference(palette, (name) => pictures.find(name)?.shapes ?? [], rankOf, (name) => alphaOf(store.state, name));
  const legend = mountDensityLegend(area);
  const events = createEvents({
    palette, state: () => store.state, pictures: marked, tiled: () => (drawsAll() ? tiledLayers(store.state) : []), shown: (layer, at) => eventLayers.shown(layer, at), isCurrent: pictures.isCurrent,
  }, eventsPainted);
  const vectors = createVectors(palette, (frame) => [...timeless(), ...(drawsAll() ? shapeLayers.sheets(frame) : [])], () => store.state);
  const highlight = createHighlight(palette);
  const labelPainter = createLabels(palette, {
    countries: basemap.names,
    areas: () => areaNames(pictures.find('admin-area'), (code) => rankOf('admin-area', code)).map(seenThrough('admin-area')),
    places: () => pointNames(pictures.find(PLACE_LAYER), (code) => rankOf(PLACE_LAYER, code)).map(seenThrough(PLACE_LAYER)),
    badges: () => events.badges,
    sites: () => marked().filter(({ layer }) => layer.time === 'state').flatMap((picture) => pointNames(picture, () => 0).map(seenThrough(picture.layer.name)).map(besideSymbol)),
  });

  let drawGrid = sheet.createGrid?.(palette, { isFramed: true });
  const hooks = { density: sheet.density };
  const ground = new CanvasLayer('ground', (frame) => {
    basemap.paint(frame);
    reference.paintLand(frame);
  }, hooks);
  const referenceCanvas = new CanvasLayer('reference', (frame) => {
    reference.paint(frame);
    labelPainter.paintDots(frame);
  }, hooks);
  const vectorCanvas = new CanvasLayer('vectors', vectors.paint, hooks);
  const gridCanvas = new CanvasLayer('grid', (frame) => store.state.grid && drawGrid?.(frame), hooks);
  /** The mission's own basemaps, once there is one to draw. @type {ReturnType<typeof import('../ground/draw.js').drawGround>|null} */
  let basemaps = null;
  const labels = new CanvasLayer('labels', (frame) => {
    labelPainter.paint(frame);
    basemaps?.namesMoved();
  }, hooks);
  const eventCanvas = new CanvasLayer('events', events.paint, hooks);
  const highlightCanvas = new CanvasLayer('highlight', highlight.paint, hooks);
  // Names come after events: the counts of stacks are placed among them.
  const canvases = [ground, referenceCanvas, vectorCanvas, gridCanvas, eventCanvas, labels, highlightCanvas];

  /** @type {Set<(target: import('./highlight.js').Target|null) => void>} */
  const hoverWatchers = new Set();
  let mode = 'marks';
  let hasBadges = false;

  /** @param {'marks'|'density'} now */
  function eventsPainted(now) {
    if (mode !== now) {
      mode = now;
      legend(now === 'density');
      store.dispatch({ type: 'drawn/set', mode: now });
      pictures.follow();
    }
    // Names are placed among the counts of stacks; while there are none they stay where they are.
    if (hasBadges || events.badges.length > 0) {
      hasBadges = events.badges.length > 0;
      labels.redraw();
    }
  }

  function tilesChanged() {
    events.recompose();
    eventCanvas.redraw();
    pictures.follow();
  }

  /** @param {string} layer */
  function redrawFor(layer) {
    if (GROUND_LAYERS.includes(layer) || layer === PLACE_LAYER) {
      ground.redraw();
      referenceCanvas.redraw();
    } else {
      vectorCanvas.redraw();
      eventCanvas.redraw();
    }
    labels.redraw();
  }

  const home = () => {
    const [west, south, east, north] = /** @type {import('../core/types.js').Mission} */ (store.state.mission).extent;
    return L.latLngBounds([south, west], [north, east]);
  };
  const middle = keepMiddle(map, sheet.frame);
  let isFitting = false;
  const { view } = store.state;
  if (view) {
    middle.place(view);
  } else {
    map.fitBounds(home(), { padding: [24, 24] });
  }
  const first = firstLook(store, sheet.isSlow === true);
  const eventLayers = createEventLayers(store, api, 'events', tilesChanged, first);
  const shapeLayers = createShapeLayers(store, api, 'vectors', () => {
    vectorCanvas.redraw();
    eventCanvas.redraw();
    pictures.follow();
  }, first);
  // Before the canvases are drawn for it: what they draw depends on where one looks.
  map.on('moveend', tellView);
  for (const canvas of canvases) {
    canvas.addTo(map);
  }
  eventLayers.grid.addTo(map);
  shapeLayers.grid.addTo(map);

  function tellView() {
    if (!isFitting) {
      const b = map.getBounds();
      store.dispatch({ type: 'view/moved', view: middle.now(store.state.view), bounds: [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()] });
    }
  }
  /** Panels came or went, or the window changed: what is looked at stays. */
  function fit() {
    isFitting = true;
    middle.fit(store.state.view);
    isFitting = false;
    tellView();
  }
  map.on('resize', tellView);
  tellView();

  store.watch((s) => s.view, (now) => {
    if (now && middle.differs(now)) {
      middle.place(now);
    }
  });
  // Period and legend act on what is loaded at once; the server's answer follows.
  store.watch((s) => [s.period, s.filters, s.shown], () => eventCanvas.redraw());
  store.watch((s) => [s.filters, s.shown], () => vectorCanvas.redraw());
  store.watch((s) => s.compare?.only, () => { tilesChanged(); vectorCanvas.redraw(); labels.redraw(); });
  store.watch((s) => s.grid, () => { ground.redraw(); gridCanvas.redraw(); });
  fetchWhen(store, (s) => s.grid && !drawGrid, async () => {
    drawGrid = (await import('../grid/layer.js')).createGrid(palette);
    gridCanvas.redraw();
  });
  store.watch((s) => isMilitary(s), () => { vectorCanvas.redraw(); eventCanvas.redraw(); labels.redraw(); });
  store.watch((s) => [s.order, s.opacity], () => canvases.filter((canvas) => canvas !== highlightCanvas).forEach((canvas) => canvas.redraw()));
  const rested = debounce(() => { vectors.move(false); vectorCanvas.redraw(); }, REST_MS);
  store.watch((s) => s.period, () => { vectors.move(true); vectorCanvas.redraw(); rested(); });
  store.watch((s) => s.theme, () => {
    colours = readPalette(sheet.root);
    canvases.forEach((canvas) => canvas.redraw());
  });
  fetchWhen(store, (s) => shownGround(s).length > 0, async () => {
    const { drawGround } = await import('../ground/draw.js');
    if (container.isConnected) {
      basemaps = drawGround(map, store, api, { palette, density: sheet.density, taken: labelPainter.written });
    }
  });
  // A sheet shows the same middle however much room its texts leave.
  /** Where a feature near the edge led, and from where. @type {{from: import('../core/types.js').View, to: import('../core/types.js').View}|null} */
  let brought = null;
  const isWhereBrought = () => brought !== null && middle.shows(brought.to);
  const resizing = new ResizeObserver(() => (sheet.frame ? fit() : map.invalidateSize({ pan: sheet.density !== undefined, animate: false })));
  resizing.observe(container);
  map.on('unload', () => resizing.disconnect());

  return {
    leaflet: map,
    pictures,
    /** What failed is asked for again. */
    retry() { eventLayers.retry(); shapeLayers.retry(); pictures.retry(); basemaps?.retry(); },
    events,
    vectors,
    fit,
    /** Shows a view in a window that has just been given another size. @param {import('../core/types.js').View} at */
    place(at) { fit(); middle.place(at); },
    eventFrame: () => eventCanvas.frame,
    /** Moves the map as little as needed for a feature to be in the free part of the window. @param {[number, number, number, number]} box west, south, east, north @param {number} covered pixels hidden at the bottom */
    reveal(box, covered) {
      const middleOf = L.latLngBounds([box[1], box[0]], [box[3], box[2]]).getCenter();
      fit();
      const { x, y } = map.latLngToContainerPoint(middleOf);
      const size = map.getSize();
      if (x >= EDGE_PX && y >= EDGE_PX && x <= size.x - EDGE_PX && y <= size.y - EDGE_PX - covered) {
        return;
      }
      // Whoever goes from one to the next comes back to where he began; whoever is on his way somewhere stays there.
      const from = isWhereBrought() ? brought?.from : store.state.view;
      brought = null;
      if (from && !middle.isMoving()) {
        map.once('moveend', () => { brought = { from, to: middle.now(null) }; });
      }
      map.panInside(middleOf, { paddingTopLeft: [EDGE_PX, EDGE_PX], paddingBottomRight: [EDGE_PX, EDGE_PX + covered] });
    },
    /** Back to what was looked at before {@link reveal}, unless somebody has moved the map since. */
    giveBack() {
      fit();
      if (brought && isWhereBrought()) {
        store.dispatch({ type: 'view/moved', view: brought.from, bounds: store.state.bounds });
      }
      brought = null;
    },
    /** @param {[number, number, number, number]} box west, south, east, north */
    goTo: ([west, south, east, north]) => map.flyToBounds([[south, west], [north, east]], { padding: [30, 30], maxZoom: 12, duration: 0.6 }),
    goHome: () => map.flyToBounds(home(), { padding: [24, 24], duration: 0.6 }),
    /** @param {import('./highlight.js').Target|null} target */
    select(target) { highlight.select(target); highlightCanvas.redraw(); },
    /** @param {import('./highlight.js').Target|null} target */
    hover(target) {
      highlight.hover(target);
      highlightCanvas.redraw();
      hoverWatchers.forEach((tell) => tell(target));
    },
    /** Tells what is under the pointer, for lists of the same things. @param {(target: import('./highlight.js').Target|null) => void} tell @returns {() => void} stops */
    watchHover(tell) {
      hoverWatchers.add(tell);
      return () => hoverWatchers.delete(tell);
    },
  };
}

/** @param {import('./held-tiles.js').Status} a @param {import('./held-tiles.js').Status} b */
const together = (a, b) => ({ pending: a.pending + b.pending, problem: a.problem ?? b.problem });

/** @typedef {ReturnType<typeof createMap>} MissionMap */
