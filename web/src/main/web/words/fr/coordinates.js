// Les mots des coordonnées, de la grille et du menu d'un lieu.
// @ts-check
export const coordinateWords = {
  coordinates: {
    readout: 'Coordonnées : choisir leur écriture',
    title: 'Coordonnées',
    here: 'Ce lieu',
    centre: 'Milieu de la carte',
    notations: { decimal: 'Degrés décimaux', dms: 'Degrés, minutes, secondes', ddm: 'Degrés, minutes décimales', mgrs: 'MGRS', utm: 'UTM' },
    help: 'Le choix vaut pour toute la page dans ce navigateur.',
    copy: (/** @type {string} */ notation) => `Copier en ${notation}`,
    copied: (/** @type {string} */ text) => `Copié : ${text}`,
    notCopied: (/** @type {string} */ text) => `Le navigateur n’a pas permis la copie : ${text}`,
    beyond: 'Hors du carroyage MGRS (au nord de 84° N ou au sud de 80° S)',
    copyKey: 'Copier les coordonnées du pointeur ou du milieu de la carte',
    pin: 'Placer un repère ici',
  },
  grid: {
    title: 'Carroyage MGRS',
    shown: 'Carroyage MGRS affiché',
    hidden: 'Carroyage MGRS masqué',
    poles: 'Carroyage MGRS affiché. Il s’arrête à 84° N et 80° S ; les carroyages polaires ne sont pas tracés.',
  },
};
