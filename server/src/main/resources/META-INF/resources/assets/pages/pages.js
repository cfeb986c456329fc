// @ts-check
/* global L */

/** Draws the features of a page on its small map; the page works without it. */

const GRID = { weight: 1, color: "#8a939c", opacity: 0.35, interactive: false };

/** The largest step of the list that still gives a few lines across the view. */
function gridStep(degrees) {
  const steps = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
  return steps.find((step) => degrees / step >= 3) ?? 0.01;
}

/** Degrees with a hemisphere letter at an edge of the map, so that one knows where one is. */
function label(at, degrees, letters) {
  const wrapped = letters === "EW" ? ((((degrees + 180) % 360) + 360) % 360) - 180 : degrees;
  const rounded = Math.round(Math.abs(wrapped) * 100) / 100;
  const text = document.createElement("span");
  text.textContent = `${rounded}°${rounded === 0 ? "" : letters[wrapped < 0 ? 1 : 0]}`;
  text.className = letters === "NS" ? "at-end" : "";
  const icon = L.divIcon({ className: "degrees", html: text, iconSize: [0, 0] });
  return L.marker(at, { icon, interactive: false, keyboard: false });
}

function drawGrid(map, grid) {
  grid.clearLayers();
  const view = map.getBounds();
  const step = gridStep(Math.min(view.getEast() - view.getWest(), 360));
  const south = Math.max(view.getSouth(), -85);
  const north = Math.min(view.getNorth(), 85);
  for (let x = Math.floor(view.getWest() / step) * step; x <= view.getEast(); x += step) {
    grid.addLayer(L.polyline([[south, x], [north, x]], GRID));
    grid.addLayer(label([north, x], x, "EW"));
  }
  for (let y = Math.ceil(south / step) * step; y <= north; y += step) {
    grid.addLayer(L.polyline([[y, view.getWest()], [y, view.getEast()]], GRID));
    grid.addLayer(label([y, view.getEast()], y, "NS"));
  }
}

/** A node, not HTML: what a feature says is never markup. */
function popup(feature, element) {
  const link = document.createElement("a");
  link.href = `${element.dataset.items}${feature.id}?f=html`;
  link.textContent = String(feature.properties?.[element.dataset.title] ?? feature.id);
  return link;
}

/** @param {HTMLElement} element */
async function draw(element) {
  const colour = getComputedStyle(document.documentElement).getPropertyValue("--mark").trim();
  const map = L.map(element, { attributionControl: false, worldCopyJump: true, zoomSnap: 0.25 });
  const grid = L.layerGroup().addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.setView([0, 0], 1);
  map.on("moveend", () => drawGrid(map, grid));
  drawGrid(map, grid);
  const answer = await fetch(element.dataset.features ?? "", {
    headers: { Accept: "application/geo+json" },
  });
  if (!answer.ok) {
    return;
  }
  const features = L.geoJSON(await answer.json(), {
    style: { color: colour, weight: 2 },
    pointToLayer: (feature, at) =>
      L.circleMarker(at, { radius: 5, color: colour, weight: 1.5, fillOpacity: 0.5 }),
    onEachFeature: (feature, layer) =>
      layer.bindPopup(popup(feature, element)),
  }).addTo(map);
  const bounds = features.getBounds();
  if (bounds.isValid()) {
    map.fitBounds(bounds.pad(0.1), { maxZoom: 11, animate: false });
  }
}

for (const element of document.querySelectorAll(".map")) {
  draw(/** @type {HTMLElement} */ (element));
}
