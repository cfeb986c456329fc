// Lo que la página dice de las diferencias entre dos imágenes.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {import('../differences.js').Words} */
export const differenceWords = {
  caption: 'Diferencias en la ventana del mapa',
  captionWalk: 'Diferencias en la ventana donde empezó',
  columns: { onlyA: 'Solo en A', onlyB: 'Solo en B', changed: 'Cambiados', same: 'Iguales' },
  kinds: { a: 'Solo en A', b: 'Solo en B', worse: 'Se agravó', better: 'Se atenuó', moved: 'Desplazado', changed: 'Cambiado' },
  changes: { severity: 'gravedad', place: 'lugar', time: 'fecha', other: 'otros detalles' },
  from: (a, b) => `${a} → ${b}`,
  later: {
    a: 'A es más reciente: lo que solo está en A apareció desde B, lo que solo está en B desapareció desde entonces o ya no corresponde.',
    b: 'B es más reciente: lo que solo está en B apareció desde A, lo que solo está en A desapareció desde entonces o ya no corresponde.',
  },
  periods: 'A y B tienen períodos distintos, así que casi cada suceso está en uno solo. Se comparan los números: en cada celda, cuántos más (+) o menos (−) tiene B.',
  crowded: (layers) => `Demasiados para compararlos uno por uno, por eso se cuentan por celda: ${layers.join(', ')}. Acerque el mapa para ver cada uno.`,
  told: (n, of) => `Se marcan y listan las ${count(n)} diferencias más graves de ${count(of)}. Acerque el mapa para ver las demás; los números son de todas.`,
  squares: (n, of) => `Se dibujan las ${count(n)} celdas con mayor diferencia de ${count(of)}. Acerque el mapa para ver las demás.`,
  only: 'Mostrar solo las diferencias',
  onlyTag: 'solo diferencias',
  previous: '← Anterior (,)',
  next: 'Siguiente (.) →',
  at: (n, of) => `${count(n)} de ${count(of)}`,
  all: (n) => plural(n, { one: '# por recorrer', other: '# por recorrer' }),
  back: 'Volver a la ventana entera',
  cell: (a, b) => `A ${count(a)}, B ${count(b)} en esta celda`,
  placeless: 'sin lugar en el mapa',
  open: 'Detalles',
  none: 'Nada de lo que usted puede ver difiere en esta ventana.',
  noLayers: 'Ninguna capa de sucesos está activa en ambas imágenes.',
  failed: 'No se pudieron hallar las diferencias',
  comparedWith: (label) => `Comparado con B: ${label}`,
};
