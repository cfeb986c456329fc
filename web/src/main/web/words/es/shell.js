// What the page's frame says, in Spanish: the menu of tools and the sheet of keys.
// @ts-check

/** @type {import('../words.js').Translation<typeof import('../en/shell.js').shellWords>} */
export const shellWords = {
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
