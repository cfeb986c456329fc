// Words of the search field and the pin, in Spanish.
// @ts-check
import { count } from '../../core/format.js';

/** @type {import('../words.js').Translation<typeof import('../en/search.js').searchWords>} */
export const searchWords = {
  search: {
    label: 'Buscar e ir a (/)',
    placeholder: 'Buscar o ir a…',
    results: 'Resultados',
    groups: { recent: 'Últimos destinos', places: 'Lugares y coordenadas', features: 'Elementos', layers: 'Capas', tools: 'Herramientas', filter: 'Filtro' },
    asking: 'buscando…',
    examples: 'Coordenadas en cualquier forma, MGRS, un lugar, «5 km NE of» un lugar, una referencia, un título, una capa o una herramienta.',
    nothing: (text) => `No se encontró nada de «${text}» que usted pueda ver.`,
    filterBy: (text) => `Mostrar solo lo que menciona «${text}»`,
    filterHelp: 'Filtra el mapa, los recuentos y las cifras',
    tool: 'Herramienta',
    layerOn: 'Capa · ir a su extensión',
    layerOff: 'Capa · activar',
    instead: 'Quizá se quiso decir',
    outside: 'fuera del período mostrado',
    chosen: (title) => `${title}: elegido`,
  },
  pin: {
    title: 'Chincheta',
    within: (distance) => `dentro de ${distance}`,
    from: (distance, point, degrees, name) => `${distance} al ${point} (${String(degrees).padStart(3, '0')}°) de ${name}`,
    at: (name) => `en ${name}`,
    nothingNear: (km) => `Ninguna localidad ni base que usted pueda ver en ${count(km)} km`,
    looking: 'Buscando la localidad y la base más cercanas…',
    failed: (why) => `No se pudieron encontrar la localidad y la base más cercanas. ${why}`,
    copy: 'Copiar las coordenadas',
    zoom: 'Mostrar en el mapa',
    remove: 'Quitar la chincheta',
    removed: 'Chincheta quitada',
    points: ['norte', 'nordeste', 'este', 'sudeste', 'sur', 'sudoeste', 'oeste', 'noroeste'],
  },
};
