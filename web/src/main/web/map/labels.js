// Names on the map: countries, admin areas, towns and bases, the more important first, none over
// another.
// @ts-check
import { place } from './placement.js';
import { paintBadge } from './stack-badges.js';
import { worldShifts } from './canvas-layer.js';
/** @typedef {import('./canvas-layer.js').Frame} Frame */
/** @typedef {import('./placement.js').Candidate & {text: string, font: string, colour: string, spacing: string, dot: number, alpha: number}} Label */

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';

/** @typedef {import('./names.js').Name & {alpha?: number, gap?: number}} Name */

/** @type {Map<string, number>} */
const widths = new Map();

/** Measuring text is slow, and the same names come with every redraw. @param {CanvasRenderingContext2D} ctx @param {string} text @param {string} style */
function widthOf(ctx, text, style) {
  const key = `${style} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) {
    return known;
  }
  const { width } = ctx.measureText(text);
  widths.set(key, width);
  return width;
}

/**
 * @param {() => import('./palette.js').Palette} palette
 * @param {{countries: (frame: Frame) => {text: string, x: number, y: number, size: number}[], areas: () => (Name & {size: number})[], places: () => Name[], sites: () => Name[], badges: () => import('./stack-badges.js').Badge[]}} sources
 */
export function createLabels(palette, sources) {
  /**
   * @param {Frame} frame @param {Name} name @param {number} shift
   * @param {Partial<Label> & {font: string, colour: string, rank: number}} style
   * @returns {Label}
   */
  function label(frame, name, shift, style) {
    const { ctx } = frame;
    ctx.font = style.font;
    ctx.letterSpacing = style.spacing ?? '0px';
    const x = frame.toX(name.x + shift);
    const y = frame.toY(name.y);
    const size = parseFloat(/([\d.]+)px/.exec(style.font)?.[1] ?? '12');
    return {
      text: name.text, alpha: name.alpha ?? 1, spacing: '0px', dot: 0, gap: 0, x, y,
      width: widthOf(ctx, name.text, `${style.font} ${style.spacing}`), height: size * 1.15, ...style,
    };
  }

  /** @param {Frame} frame @param {number} shift */
  const isShown = (frame, shift) => (/** @type {{x: number, y: number}} */ { x, y }) =>
    x + shift >= frame.box[0] && x + shift <= frame.box[2] && y >= frame.box[1] && y <= frame.box[3];

  /** @param {Frame} frame @param {number} shift @returns {Label[]} */
  function placeLabels(frame, shift) {
    const shown = isShown(frame, shift);
    return sources.places()
      .filter((p) => shown(p) && frame.zoom >= [0, 6, 7.25, 8.75, 10.5][Math.min(4, p.rank)])
      .map((p) => label(frame, p, shift, {
        font: `${p.rank <= 1 ? 600 : 500} ${[15, 13, 12, 11, 11][Math.min(4, p.rank)]}px ${FAMILY}`,
        colour: palette().label, rank: 1 + p.rank, gap: 6, dot: [3.6, 3, 2.5, 2, 1.8][Math.min(4, p.rank)],
      }));
  }

  /** @param {Frame} frame @param {number} shift @returns {Label[]} */
  function candidates(frame, shift) {
    const colours = palette();
    const { zoom } = frame;
    const shown = isShown(frame, shift);
    const countries = sources.countries(frame)
      .filter((c) => shown(c) && zoom >= 3 && zoom < 8 && Math.sqrt(c.size) * frame.scale > 60)
      .map((c) => label(frame, { ...c, text: c.text.toUpperCase(), rank: 0 }, shift, {
        font: `500 11px ${FAMILY}`, spacing: '2px', colour: colours['label-admin'], rank: 20 - Math.sqrt(c.size) * 10,
      }));
    const areas = sources.areas()
      .filter((a) => shown(a) && Math.sqrt(a.size) * frame.scale > 90 && Math.sqrt(a.size) * frame.scale < 2400)
      .map((a) => label(frame, { ...a, text: a.text.toUpperCase() }, shift, {
        font: `600 ${a.rank === 0 ? 15 : a.rank === 1 ? 12 : 10}px ${FAMILY}`,
        spacing: a.rank === 0 ? '7px' : a.rank === 1 ? '3px' : '1.5px',
        colour: colours['label-admin'], rank: 30 + a.rank,
      }));
    const sites = zoom < 8.5 ? [] : sources.sites().filter(shown).map((s) => label(frame, s, shift, {
      font: `500 11px ${FAMILY}`, colour: colours['label-water'], rank: 8 + s.rank, gap: s.gap ?? 11,
    }));
    return [...countries, ...areas, ...placeLabels(frame, shift), ...sites];
  }

  /** @type {{text: string, x: number, y: number, width: number, height: number}[]} */
  let written = [];

  return {
    /** The names that were written last, in pixels of the canvas. */
    written: () => written,

    /** Where the places are; below the events, which must not hide under a dot. @param {Frame} frame */
    paintDots(frame) {
      const { ctx } = frame;
      const colours = palette();
      for (const { x, y, dot, alpha } of worldShifts(frame).flatMap((shift) => placeLabels(frame, shift))) {
        ctx.globalAlpha = alpha;
        ctx.beginPath();
        ctx.arc(x, y, dot, 0, 2 * Math.PI);
        ctx.fillStyle = colours.label;
        ctx.strokeStyle = colours['label-halo'];
        ctx.lineWidth = 2;
        ctx.stroke();
        ctx.fill();
      }
      ctx.globalAlpha = 1;
    },

    /** @param {Frame} frame */
    paint(frame) {
      const { ctx } = frame;
      const colours = palette();
      const all = worldShifts(frame).flatMap((shift) => candidates(frame, shift));
      ctx.lineJoin = 'round';
      ctx.textBaseline = 'middle';
      const placed = place([...all, ...sources.badges()], frame);
      written = placed.flatMap(({ label: l, x, y }) => ('badge' in l ? [] : [{ text: l.text, x, y, width: l.width, height: l.height }]));
      for (const { label: l, x, y } of placed) {
        if ('badge' in l) {
          paintBadge(ctx, l, x, y, colours);
          continue;
        }
        ctx.globalAlpha = l.alpha;
        ctx.font = l.font;
        ctx.letterSpacing = l.spacing;
        ctx.strokeStyle = colours['label-halo'];
        ctx.lineWidth = 3.5;
        ctx.strokeText(l.text, x, y + l.height / 2);
        ctx.fillStyle = l.colour;
        ctx.fillText(l.text, x, y + l.height / 2);
        ctx.globalAlpha = 1;
      }
      ctx.letterSpacing = '0px';
    },
  };
}
