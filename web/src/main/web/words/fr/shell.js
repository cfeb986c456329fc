// What the page's frame says, in French: the menu of tools, the tree of layers and the sheet of keys.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/shell.js').shellWords>} */
export const shellWords = {
  tree: {
    fold: (title) => `Couches : ${title}`,
    options: (title) => `Opacité et place : ${title}`,
    opacity: 'Opacité',
    up: (title) => `Monter : ${title} (Alt + ↑)`,
    down: (title) => `Descendre : ${title} (Alt + ↓)`,
    goTo: 'Y aller',
    ground: 'Fond de carte : sous toutes les autres',
    moved: (title, place, of) => `${title} : ${count(place)} sur ${count(of)} en partant du haut`,
    restore: 'Ordre et opacité habituels',
    restored: 'Les couches ont leur ordre habituel et sont toutes opaques.',
    shapes: { point: 'Points', line: 'Lignes', polygon: 'Surfaces', mixed: 'Points et surfaces' },
  },
  nearby: {
    title: 'Proches dans l’espace et le temps',
    within: 'À moins de',
    during: 'Jours avant et après',
    days: (n) => plural(n, { one: '± # jour', other: '± # jours' }),
    none: 'Rien d’autre que vous puissiez voir.',
    figures: 'Chiffres et liste',
    failed: 'Ce qui est proche n’a pas pu être compté',
  },
  unsure: {
    title: 'Sans position ou imprécis',
    unmapped: 'sans position',
    imprecise: (reach) => `imprécis (> ${reach})`,
    long: (unmapped, imprecise, reach) => `${plural(unmapped, { one: '# événement de cette période n’a pas de position et n’est sur aucune carte', other: '# événements de cette période n’ont pas de position et ne sont sur aucune carte' })} ; ${plural(imprecise, { one: '# dans la vue n’est connu qu’à plus de', other: '# dans la vue ne sont connus qu’à plus de' })} ${reach}`,
    about: 'Événements de la période, avec les filtres actifs. Ceux sans position ne sont sur aucune carte ni dans aucune zone. Une position approximative peut faire croire à un point chaud qui n’existe pas.',
    beyond: 'Appeler imprécise une position connue à plus de',
    unmappedTitle: 'Sans position',
    impreciseTitle: (reach) => `Connus à plus de ${reach} seulement, dans la vue`,
    none: 'Aucun.',
    more: 'Afficher la suite',
    rings: (n) => plural(n, { one: '# cercle est tracé : l’événement a pu se produire n’importe où à l’intérieur.', other: 'Les cercles de # événements sont tracés : chacun a pu se produire n’importe où dans le sien.' }),
    ringsCrowded: 'Trop nombreux pour tracer chaque cercle : zoomez ou choisissez un rayon plus grand.',
    ringsFailed: 'Les cercles n’ont pas pu être tracés',
    failed: 'Ce qui n’est pas sur la carte n’a pas pu être compté',
  },
  symbols: {
    title: 'Symboles militaires',
    failed: 'Les symboles militaires n’ont pas pu être chargés : des icônes simples sont affichées.',
  },
  tour: {
    again: 'Suivre la visite guidée',
    next: 'Suivant',
    back: 'Retour',
    done: 'Terminé',
    skip: 'Passer la visite',
    progress: (n, of) => `${count(n)} sur ${count(of)}`,
    steps: {
      asOf: { title: 'L’âge de la situation', text: 'Tous les chiffres de cette page datent de ce moment. Si le serveur se tait, c’est dit ici, en couleur.' },
      report: { title: 'Prendre un compte rendu', text: 'Un appel, un message radio : appuyez sur N, tapez ce que vous entendez et où. C’est sur la carte en une minute et demie, et rien de ce qui est tapé n’est perdu.' },
      inbox: { title: 'Ce qui vous attend', text: 'Les comptes rendus que personne n’a encore vus et les étapes à faire. B l’ouvre.' },
      layers: { title: 'Ce qui est sur la carte', text: 'Affichez des couches ou des groupes entiers, changez leur ordre et leur opacité. Les nombres sont les comptes exacts de la vue. L mène ici.' },
      time: { title: 'Quand', text: 'Déplacez la fenêtre ou ses bords, lisez avec la barre d’espace, avancez avec [ et ]. Tous les chiffres suivent.' },
      unsure: { title: 'Ce que la carte ne peut montrer', text: 'Tant d’événements sont sans position, ou connus approximativement. Cliquez pour les lister et voir l’erreur possible, avant de croire à un motif.' },
      area: { title: 'Que s’est-il passé ici', text: 'Dessinez une zone, touche D : nombres, types et victimes, comparés à la période précédente.' },
      hotspot: { title: 'Tenir un point chaud', text: 'Tracez-le, dites pourquoi, fixez la date de réexamen. Sa fiche compte ensuite ce qui s’y passe.' },
      filters: { title: 'Poser une question', text: 'Types, gravité, mots et conditions. Chacun figure en haut, et la question part avec le lien partagé.' },
      analysis: { title: 'Chercher un motif', text: 'Groupes, densité, points chauds testés contre le hasard, prévisions : chaque analyse dit sa certitude et ce qu’elle ne veut pas dire.' },
      select: { title: 'Choisir sur la carte', text: 'Un clic ouvre tout ce qui est connu : quand et où, avec quelle certitude, par qui, les liens et chaque changement.' },
      more: { title: 'Tout le reste', text: 'Impression, mesures, écran mural, carroyage, symboles et plus sont ici, chacun avec sa touche. ? liste toutes les touches.' },
      search: { title: 'Trouver un lieu', text: 'Noms, références, coordonnées et MGRS. / mène ici.' },
      help: { title: 'Revenir à tout moment', text: '? ouvre la liste des touches, et cette visite.' },
    },
  },
  states: {
    slow: 'Chargement… C’est plus long que d’habitude : la liaison est lente ou le serveur occupé.',
    notForYou: (title) => `${title} : pas dans vos rôles.`,
    yourRoles: (roles) => `Vous êtes connecté comme : ${roles}. L’administrateur de la mission peut vous en donner un autre.`,
  },
  keys: {
    groups: { panels: 'Panneaux', tools: 'Outils', time: 'Temps', map: 'Carte', page: 'Page' },
    what: {
      search: 'Rechercher', layers: 'Couches', filters: 'Filtres', time: 'Aller à la barre de temps', moveTime: 'Déplacer la période, quand la barre de temps a le focus ; avec Maj, son dernier jour',
      back: 'Un pas en arrière', on: 'Un pas en avant', play: 'Lire et mettre en pause', zoomIn: 'Zoom avant', zoomOut: 'Zoom arrière', home: 'Zone de la mission',
      differences: 'Différence suivante et précédente, quand deux images sont comparées',
      moveMap: 'Déplacer la carte, quand elle a le focus', help: 'Cette feuille', close: 'Fermer ce qui est ouvert',
    },
    names: { ' ': 'Espace', Escape: 'Échap', PageUp: 'Page ↑', PageDown: 'Page ↓', Home: 'Début', End: 'Fin' },
  },
};
