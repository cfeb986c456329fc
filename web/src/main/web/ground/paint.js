// Paints the tiles of one basemap on its canvas: every tile cut at whole pixels, so that there are no seams, the finest on top.
// @ts-check
import { areaKinds, areaStyle, lineKinds, lineStyle } from './style.js';
/** @typedef {import('../map/canvas-layer.js').Frame} Frame */
/** @typedef {import('../map/event-grid.js').Coords} Coords */
/** @typedef {import('./tile.js').GroundTile} GroundTile */
/** @typedef {{coords: Coords, content: GroundTile|ImageBitmap}} Drawn coords: its column may lie beyond the world */

/** Outlines of a tile for the canvas, made when it is first painted. @type {WeakMap<Float32Array[], Path2D>} */
const outlines = new WeakMap();

/** @param {Float32Array[]} parts */
function outlineOf(parts) {
  let outline = outlines.get(parts);
  if (!outline) {
    outline = new Path2D();
    for (const part of parts) {
      outline.moveTo(part[0], part[1]);
      for (let i = 2; i < part.length; i += 2) {
        outline.lineTo(part[i], part[i + 1]);
      }
    }
    outlines.set(parts, outline);
  }
  return outline;
}

/** Where a tile lies on the canvas, at whole pixels of the canvas. @param {Frame} frame @param {Coords} coords */
function boxOf(frame, { z, x, y }) {
  const n = 2 ** z;
  const whole = (/** @type {number} */ value) => Math.round(value * frame.density) / frame.density;
  const [left, top] = [whole(frame.toX(x / n)), whole(frame.toY(y / n))];
  return { left, top, width: whole(frame.toX((x + 1) / n)) - left, height: whole(frame.toY((y + 1) / n)) - top };
}

/**
 * @param {Frame} frame
 * @param {Drawn[]} tiles
 * @param {import('../map/palette.js').Palette} colours
 */
export function paintGround(frame, tiles, colours) {
  const { ctx } = frame;
  // While finer tiles are on their way the coarser ones are there; where both are, the finer alone.
  for (const { coords, content } of [...tiles].sort((a, b) => a.coords.z - b.coords.z)) {
    const box = boxOf(frame, coords);
    if (box.left > frame.width || box.top > frame.height || box.left + box.width < 0 || box.top + box.height < 0) {
      continue;
    }
    ctx.clearRect(box.left, box.top, box.width, box.height);
    if (content instanceof ImageBitmap) {
      ctx.imageSmoothingQuality = 'high';
      ctx.drawImage(content, box.left, box.top, box.width, box.height);
    } else {
      ctx.save();
      ctx.beginPath();
      ctx.rect(box.left, box.top, box.width, box.height);
      ctx.clip();
      ctx.translate(frame.toX(coords.x / 2 ** coords.z), frame.toY(coords.y / 2 ** coords.z));
      paintTile(ctx, content, frame.zoom, frame.scale / 2 ** coords.z / content.extent, colours);
      ctx.restore();
    }
  }
}

/** @param {CanvasRenderingContext2D} ctx with its origin at the corner of the tile @param {GroundTile} tile @param {number} zoom @param {number} scale pixels to a unit of the tile @param {import('../map/palette.js').Palette} colours */
function paintTile(ctx, { areas, lines }, zoom, scale, colours) {
  ctx.scale(scale, scale);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'butt';
  for (const kind of areaKinds) {
    const parts = areas.get(kind);
    const style = parts && areaStyle(kind, zoom);
    if (style) {
      ctx.fillStyle = colours[style.fill];
      ctx.fill(outlineOf(parts), 'evenodd');
    }
  }
  const drawn = lineKinds.flatMap((kind) => {
    const parts = lines.get(kind);
    const style = parts && lineStyle(kind, zoom);
    return style ? [{ outline: outlineOf(parts), style }] : [];
  });
  // The edges of all roads lie under all roads, or a crossing would be cut.
  ctx.strokeStyle = colours['road-case'];
  for (const { outline, style } of drawn.filter(({ style: { casing } }) => casing > 0)) {
    ctx.lineWidth = (style.width + style.casing) / scale;
    ctx.stroke(outline);
  }
  for (const { outline, style } of drawn) {
    ctx.strokeStyle = colours[style.stroke];
    ctx.lineWidth = style.width / scale;
    ctx.setLineDash(style.dash.map((length) => length / scale));
    ctx.stroke(outline);
  }
}
