// The one place that knows where Leaflet is served. An import map would do the same, but it must be
// an inline script, which the content security policy rightly refuses.
export * from '/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js';
