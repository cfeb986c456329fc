// What the page says about counts that everybody may know, in Spanish.
// @ts-check
import { count } from '../../core/format.js';

/** @type {import('../words.js').Translation<typeof import('../en/released.js').releasedWords>} */
export const releasedWords = {
  released: {
    title: 'Recuento total',
    open: 'Recuento total, también de lo que no se le muestra',
    ofLayer: 'Recuento total, por zona y mes',
    explained: 'Cuántos hay en total, también de lo que no se le muestra. Todas las personas que inician sesión leen las mismas cifras.',
    layer: 'Recuento de',
    year: 'Año',
    all: 'Todas las zonas',
    few: 'pocos',
    nothingTold: '–',
    atLeast: (n) => `${count(n)}+`,
    total: (title, year, n) => (n === 0 ? `${title} en ${year}: pocos en cada zona y mes` : `${title} en ${year}: ${count(n)} o más`),
    table: (title, year) => `${title} en ${year} por zona y mes`,
    allFew: (below) => `Menos de ${below} de una misma marca en cada zona y mes, o ninguno.`,
    hidden: (title) => `${title}: el detalle no se le muestra, ni en el mapa ni en las listas.`,
    rule: (below, day) =>
      `«20+» significa 20 o más, en pasos de ${below}. «pocos» significa ninguno, o menos de ${below} de cada clasificación y compartimento. Las zonas que no figuran tienen pocos en todos los meses. Se cuenta hasta el ${day}; las cifras solo cambian el primer día del mes.`,
    limited: 'Estos recuentos son de toda la misión. Su cuenta está limitada a una zona; por eso no se muestran.',
    none: 'Ninguna capa de esta misión publica recuentos.',
    failed: 'No se pudieron cargar los recuentos',
  },
};
