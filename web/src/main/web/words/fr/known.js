// What was known at a past moment, and how a feature came to be what it is, in French.
// @ts-check
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/known.js').knownWords>} */
export const knownWords = {
  known: {
    open: 'Voir ce que l’on savait à un moment passé',
    banner: (moment) => `Vous voyez ce que l’on savait le ${moment}`,
    at: 'État des connaissances au (UTC)',
    wrong: 'Donnez une date et une heure qui ne sont pas dans l’avenir.',
    back: 'Retour au présent',
    hourBack: '−1 h',
    dayBack: '−1 j',
    dayOn: '+1 j',
    previous: 'Changement précédent',
    next: 'Changement suivant',
    noPrevious: 'Rien de ce que vous pouvez voir n’a été modifié auparavant.',
    noNext: 'Rien de ce que vous pouvez voir n’a été modifié depuis.',
    changes: 'Ce qui a changé',
    changesFailed: 'Les changements n’ont pas pu être chargés',
    noWriting: 'Vous voyez ce que l’on savait à un moment passé. Revenez au présent pour modifier quoi que ce soit.',
    notYet: (moment) => `Pas encore connu le ${moment}.`,
    see: 'Voir ce que l’on savait alors',
    compare: 'Comparer',
    old: 'De',
    now: 'À',
    version: (n) => `Version ${n}`,
    fields: (n) => plural(n, { one: '# champ', other: '# champs' }),
    same: 'Ces versions sont identiques.',
    place: 'Lieu',
    moved: (distance) => `déplacé de ${distance}`,
    reshaped: 'forme modifiée',
    restore: 'Rétablir cette version',
    restored: (n) => `La version ${n} est rétablie comme nouvelle version.`,
    undo: 'Annuler l’action',
    changedMeanwhile: 'Quelqu’un l’a modifié entre-temps : regardez la version la plus récente, puis rétablissez de nouveau.',
    restoreFailed: (why) => `Non rétabli. ${why}`,
  },
};
