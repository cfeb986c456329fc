// Words of coordinates, the grid and the place menu, in Spanish.
// @ts-check

/** @type {import('../words.js').Translation<typeof import('../en/coordinates.js').coordinateWords>} */
export const coordinateWords = {
  coordinates: {
    readout: 'Coordenadas: elegir cómo se escriben',
    title: 'Coordenadas',
    here: 'Este lugar',
    centre: 'Centro del mapa',
    notations: { decimal: 'Grados decimales', dms: 'Grados, minutos, segundos', ddm: 'Grados, minutos decimales', mgrs: 'MGRS', utm: 'UTM' },
    help: 'Lo elegido vale para toda la página en este navegador.',
    copy: (notation) => `Copiar como ${notation}`,
    copied: (text) => `Copiado: ${text}`,
    notCopied: (text) => `El navegador no permitió copiar: ${text}`,
    beyond: 'Fuera de la cuadrícula MGRS (al norte de 84° N o al sur de 80° S)',
    copyKey: 'Copiar las coordenadas del puntero o del centro del mapa',
    pin: 'Poner una chincheta aquí',
  },
  grid: {
    title: 'Cuadrícula MGRS',
    shown: 'Cuadrícula MGRS visible',
    hidden: 'Cuadrícula MGRS oculta',
    poles: 'Cuadrícula MGRS visible. Termina en 84° N y 80° S; las cuadrículas polares no se dibujan.',
  },
};
