// What was known at a past moment, and how a feature came to be what it is, in Spanish.
// @ts-check
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/known.js').knownWords>} */
export const knownWords = {
  known: {
    open: 'Ver lo que se sabía en un momento pasado',
    banner: (moment) => `Usted ve lo que se sabía el ${moment}`,
    at: 'Lo que se sabía el (UTC)',
    wrong: 'Indique una fecha y una hora que no estén en el futuro.',
    back: 'Volver al presente',
    hourBack: '−1 h',
    dayBack: '−1 d',
    dayOn: '+1 d',
    previous: 'Cambio anterior',
    next: 'Cambio siguiente',
    noPrevious: 'Nada de lo que usted puede ver se modificó antes.',
    noNext: 'Nada de lo que usted puede ver se modificó después.',
    changes: 'Qué cambió',
    changesFailed: 'No se pudieron cargar los cambios',
    noWriting: 'Usted ve lo que se sabía en un momento pasado. Vuelva al presente para modificar algo.',
    notYet: (moment) => `Aún no se conocía el ${moment}.`,
    see: 'Ver como se sabía entonces',
    compare: 'Comparar',
    old: 'De',
    now: 'A',
    version: (n) => `Versión ${n}`,
    fields: (n) => plural(n, { one: '# campo', other: '# campos' }),
    same: 'Estas versiones no difieren.',
    place: 'Lugar',
    moved: (distance) => `desplazado ${distance}`,
    reshaped: 'forma modificada',
    restore: 'Restaurar esta versión',
    restored: (n) => `La versión ${n} se restauró como versión nueva.`,
    undo: 'Deshacer',
    changedMeanwhile: 'Alguien lo modificó entretanto: mire la versión más reciente y restaure de nuevo.',
    restoreFailed: (why) => `No se restauró. ${why}`,
  },
};
