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
  unsure: {
    title: 'Sin ubicación o imprecisos',
    unmapped: 'sin ubicación',
    imprecise: (reach) => `imprecisos (> ${reach})`,
    long: (unmapped, imprecise, reach) => `${plural(unmapped, { one: '# suceso de este período no tiene ubicación y no está en ningún mapa', other: '# sucesos de este período no tienen ubicación y no están en ningún mapa' })}; ${plural(imprecise, { one: '# en la vista se conoce solo a más de', other: '# en la vista se conocen solo a más de' })} ${reach}`,
    about: 'Sucesos del período, con los filtros activos. Los que no tienen ubicación no están en ningún mapa ni en ninguna zona. Una ubicación aproximada puede dibujar un foco donde no lo hay.',
    beyond: 'Llamar imprecisa una ubicación conocida a más de',
    unmappedTitle: 'Sin ubicación',
    impreciseTitle: (reach) => `Conocidos solo a más de ${reach}, en la vista`,
    none: 'Ninguno.',
    more: 'Mostrar más',
    rings: (n) => plural(n, { one: 'Se dibuja # círculo: el suceso pudo ocurrir en cualquier punto de él.', other: 'Se dibujan los círculos de # sucesos: cada uno pudo ocurrir en cualquier punto del suyo.' }),
    ringsCrowded: 'Demasiados para dibujar un círculo de cada uno: acérquese o elija un radio mayor.',
    ringsFailed: 'No se pudieron dibujar los círculos',
    failed: 'No se pudo contar lo que no está en el mapa',
  },
  symbols: {
    title: 'Símbolos militares',
    failed: 'No se pudieron cargar los símbolos militares: se muestran iconos sencillos.',
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
