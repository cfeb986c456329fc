// What the page says about counts that everybody may know, in French.
// @ts-check
import { count } from '../../core/format.js';

/** @type {import('../words.js').Translation<typeof import('../en/released.js').releasedWords>} */
export const releasedWords = {
  released: {
    title: 'Nombres totaux',
    open: 'Nombres totaux, y compris ce qui ne vous est pas montré',
    ofLayer: 'Nombres totaux, par zone et par mois',
    explained: 'Combien il y en a en tout, y compris ce qui ne vous est pas montré. Toute personne connectée lit les mêmes chiffres.',
    layer: 'Nombres de',
    year: 'Année',
    all: 'Toutes les zones',
    few: 'peu',
    nothingTold: '–',
    atLeast: (n) => `${count(n)}+`,
    total: (title, year, n) => (n === 0 ? `${title} en ${year} : peu dans chaque zone et chaque mois` : `${title} en ${year} : ${count(n)} ou plus`),
    table: (title, year) => `${title} en ${year} par zone et par mois`,
    allFew: (below) => `Moins de ${below} d’un même marquage dans chaque zone et chaque mois, ou aucun.`,
    hidden: (title) => `${title} : le détail ne vous est pas montré, ni sur la carte ni dans les listes.`,
    rule: (below, day) =>
      `« 20+ » signifie 20 ou plus, par pas de ${below}. « peu » signifie aucun, ou moins de ${below} de chaque classification et compartiment. Les zones absentes de la liste en ont peu chaque mois. Décompte arrêté au ${day} ; les chiffres ne changent que le premier du mois.`,
    limited: 'Ces nombres portent sur toute la mission. Votre compte est limité à une zone ; ils ne sont donc pas affichés.',
    none: 'Aucune couche de cette mission ne publie de nombres.',
    failed: 'Les nombres n’ont pas pu être chargés',
  },
};
