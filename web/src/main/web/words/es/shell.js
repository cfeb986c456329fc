// What the page's frame says, in Spanish: the menu of tools, the tree of layers and the sheet of keys.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/shell.js').shellWords>} */
export const shellWords = {
  tree: {
    fold: (title) => `Capas de ${title}`,
    options: (title) => `Opacidad y lugar de ${title}`,
    opacity: 'Opacidad',
    up: (title) => `Subir ${title} (Alt + ↑)`,
    down: (title) => `Bajar ${title} (Alt + ↓)`,
    goTo: 'Ir allí',
    ground: 'Fondo: queda debajo de todas las demás',
    moved: (title, place, of) => `${title}: ${count(place)} de ${count(of)}, contando desde arriba`,
    restore: 'Orden y opacidad habituales',
    restored: 'Las capas están en su orden habitual y ninguna es translúcida.',
    shapes: { point: 'Puntos', line: 'Líneas', polygon: 'Áreas', mixed: 'Puntos y áreas' },
  },
  nearby: {
    title: 'Cerca en el espacio y el tiempo',
    within: 'A menos de',
    during: 'Días antes y después',
    days: (n) => plural(n, { one: '± # día', other: '± # días' }),
    none: 'Nada más que usted pueda ver.',
    figures: 'Cifras y lista',
    failed: 'No se pudo contar lo que está cerca',
  },
  keys: {
    groups: { panels: 'Paneles', tools: 'Herramientas', time: 'Tiempo', map: 'Mapa', page: 'Página' },
    what: {
      search: 'Buscar', layers: 'Capas', filters: 'Filtros', time: 'Ir a la barra de tiempo', moveTime: 'Mover el período, cuando la barra de tiempo tiene el foco; con Mayús, su último día',
      back: 'Un paso atrás', on: 'Un paso adelante', play: 'Reproducir y pausar', zoomIn: 'Acercar', zoomOut: 'Alejar', home: 'Zona de la misión',
      moveMap: 'Mover el mapa, cuando tiene el foco', help: 'Esta hoja', close: 'Cerrar lo que está abierto',
    },
    names: { ' ': 'Espacio', Escape: 'Esc', PageUp: 'Re Pág', PageDown: 'Av Pág', Home: 'Inicio', End: 'Fin' },
  },
};
