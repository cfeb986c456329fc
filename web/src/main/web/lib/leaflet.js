// The one place that knows where Leaflet is served. An import map would do the same, but it must be
// an inline script, which the content security policy rightly refuses. Its package has the module build with
// all comments only, 109 KB compressed; this one is 42 and leaves its names in a global. Types: leaflet.d.ts.
// @ts-check
import '/webjars/leaflet/1.9.4/dist/leaflet.js';

export const {
  Bounds, Browser, CRS, Canvas, Circle, CircleMarker, Class, Control, DivIcon, DivOverlay, DomEvent, DomUtil, Draggable, Evented,
  FeatureGroup, GeoJSON, GridLayer, Handler, Icon, ImageOverlay, LatLng, LatLngBounds, Layer, LayerGroup, LineUtil, Map, Marker, Mixin,
  Path, Point, PolyUtil, Polygon, Polyline, Popup, PosAnimation, Projection, Rectangle, Renderer, SVG, SVGOverlay, TileLayer, Tooltip,
  Transformation, Util, VideoOverlay, bind, bounds, canvas, circle, circleMarker, control, divIcon, extend, featureGroup, geoJSON,
  geoJson, gridLayer, icon, imageOverlay, latLng, latLngBounds, layerGroup, map, marker, point, polygon, polyline, popup, rectangle,
  setOptions, stamp, svg, svgOverlay, tileLayer, tooltip, transformation, version, videoOverlay,
} = /** @type {any} */ (globalThis).leaflet;
