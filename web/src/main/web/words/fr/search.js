// Les mots du champ de recherche et du repère.
// @ts-check
import { count } from '../../core/format.js';

export const searchWords = {
  search: {
    label: 'Rechercher et aller à (/)',
    placeholder: 'Rechercher ou aller à…',
    results: 'Résultats',
    groups: { recent: 'Dernières destinations', places: 'Lieux et coordonnées', features: 'Objets', layers: 'Couches', tools: 'Outils', filter: 'Filtre' },
    asking: 'recherche…',
    examples: 'Des coordonnées sous toute forme, MGRS, un lieu, « 5 km NE de » un lieu, une référence, un titre, une couche ou un outil.',
    nothing: (/** @type {string} */ text) => `Rien trouvé pour « ${text} » que vous puissiez voir.`,
    filterBy: (/** @type {string} */ text) => `N’afficher que ce qui mentionne « ${text} »`,
    filterHelp: 'Filtre la carte, les décomptes et les chiffres',
    tool: 'Outil',
    layerOn: 'Couche · aller à son étendue',
    layerOff: 'Couche · afficher',
    instead: 'Peut-être plutôt',
    outside: 'hors de la période affichée',
    chosen: (/** @type {string} */ title) => `${title} choisi`,
  },
  pin: {
    title: 'Repère',
    within: (/** @type {string} */ distance) => `à ${distance} près`,
    from: (/** @type {string} */ distance, /** @type {string} */ point, /** @type {number} */ degrees, /** @type {string} */ name) => `${distance} ${point} (${String(degrees).padStart(3, '0')}°) de ${name}`,
    at: (/** @type {string} */ name) => `à ${name}`,
    nothingNear: (/** @type {number} */ km) => `Aucune ville ni base visible pour vous à moins de ${count(km)} km`,
    looking: 'Recherche de la ville et de la base les plus proches…',
    failed: (/** @type {string} */ why) => `La ville et la base les plus proches n’ont pas pu être trouvées. ${why}`,
    copy: 'Copier les coordonnées',
    zoom: 'Montrer sur la carte',
    remove: 'Retirer le repère',
    removed: 'Repère retiré',
    points: ['au nord', 'au nord-est', 'à l’est', 'au sud-est', 'au sud', 'au sud-ouest', 'à l’ouest', 'au nord-ouest'],
  },
};
