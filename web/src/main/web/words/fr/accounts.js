// Every word of the account page and the administration page, in French.
// @ts-check
import { plural } from '../plural.js';
import { rightsWords } from './rights.js';

/** @type {import('../words.js').Translation<typeof import('../en/accounts.js').words>} */
export const words = {
  ...rightsWords,
  language: 'Langue', map: 'Carte', account: 'Compte', administration: 'Administration', copy: 'Copier', copied: 'Copié', never: 'jamais', none: 'aucun', retry: 'Réessayer',
  who: 'Qui je suis', user: 'Nom d’utilisateur', name: 'Nom', roles: 'Rôles', clearance: 'Habilitation', compartments: 'Compartiments', expires: 'Connexion valable jusqu’au',
  password: 'Mot de passe', passwordLink: 'Changer de mot de passe', passwordRule: 'Au moins 12 caractères. Le changer met fin à toutes vos autres sessions.',
  tokens: 'Jetons d’API', tokenRule: 'Un jeton permet à un programme d’agir en votre nom, jamais avec plus de droits que vous n’en avez à ce moment-là.',
  tokenName: 'À quoi il sert', scope: 'Portée', read: 'lecture', write: 'lecture et écriture', days: 'Durée de validité en jours (1 à 365)', make: 'Créer un jeton', lastUsed: 'Dernière utilisation', until: 'Expire le', revoke: 'Révoquer', revoked: 'révoqué', noTokens: 'Aucun jeton pour le moment.',
  once: 'Copiez-le maintenant : il n’est affiché que cette fois.', askRevoke: (name) => `Révoquer le jeton « ${name} » ? Les programmes qui l’utilisent sont refusés aussitôt.`,
  loading: 'Chargement…', unknown: 'inconnu', pages: 'Pages', views: 'Administration de', when: 'Quand', what: 'Quoi', by: 'Par', role: 'Rôle', owner: 'Titulaire', expired: 'expiré',
  sessions: 'Où je suis connecté', sessionRule: 'Une session prend fin après 30 minutes sans utilisation et au plus tard après 12 heures. Si l’une d’elles n’est pas la vôtre, fermez-la et changez de mot de passe.',
  begun: 'Début', address: 'Adresse', browser: 'Navigateur', here: 'celle-ci', endOthers: 'Fermer toutes les autres sessions', onlyHere: 'Vous n’êtes connecté nulle part ailleurs.',
  ended: (n) => plural(n, { one: '# autre session a été fermée.', other: '# autres sessions ont été fermées.' }),
  onlyLayers: (names) => `couches ${names} seulement`, onlyRoles: (names) => `seulement en tant que ${names}`,
  allTokensRule: 'Du plus récent au plus ancien. Un jeton révoqué est refusé aussitôt ; un jeton expiré est sans effet.', onlyUsable: 'Seulement ceux encore valables', noTokenMatches: 'Aucun jeton ne correspond.',
  logRule: 'Du plus récent au plus ancien, à la minute près en UTC : décisions concernant les comptes, leurs mots de passe et leurs jetons, connexions réussies et refusées. On peut y ajouter, jamais y changer quoi que ce soit.',
  noEvents: 'Rien ne s’est encore produit.', noEventsOf: (name) => `On ne sait rien de ${name}.`, older: 'Afficher plus ancien', noOlder: 'C’est tout.',
  nameRule: '2 à 40 lettres minuscules, chiffres, points, traits d’union et tirets bas. Un nom n’est jamais réattribué.',
  area: 'Zone de responsabilité', areaChoice: 'Voit ce qui se trouve dans', wholeMission: 'toute la mission', ownOutline: 'un contour propre',
  areaPaste: 'Polygon ou MultiPolygon en GeoJSON ou WKT, longitude avant latitude', areaExample: 'POLYGON ((-21 -11, -20 -11, -20 -10, -21 -11))',
  areaHelp: 'Les objets sans lieu et les couches de référence restent visibles.', noPlaces: 'La couche des zones administratives est vide ; un contour peut être collé.',
  placesAway: (why) => `Les zones administratives ne peuvent pas être lues : ${why} Un contour peut être collé.`,
  level: (code) => ({ ADM0: 'Pays', ADM1: 'Provinces', ADM2: 'Districts', ADM3: 'Sous-districts', SECTOR: 'Secteurs de la mission' }[code] ?? code),
  areaFaults: {
    empty: 'Collez un contour ou choisissez une autre zone.', json: 'Ce JSON n’est pas complet.', wkt: 'Ce n’est ni du GeoJSON ni du WKT.', kind: 'Une zone est un Polygon ou un MultiPolygon.',
    positions: 'Un anneau exige au moins quatre positions, chacune avec une longitude et une latitude.', range: 'Une position se trouve hors du globe : la longitude vient avant la latitude, en degrés.',
    open: 'Un anneau doit finir là où il commence.', several: 'Donnez un seul objet, pas une collection de plusieurs.',
  },
  subject: 'Sujet auprès du fournisseur d’identité, s’il y en a un', added: (name) => `${name} a été ajouté et se connecte auprès du fournisseur d’identité.`,
  saved: (name) => `${name} a été modifié.`, unchanged: 'Rien n’était différent.', editOf: (name) => `Modifier ${name}`,
  users: 'Utilisateurs', search: 'Chercher par nom', anyRole: 'Tous les rôles', state: 'État', enabled: 'activé', disabled: 'désactivé', due: 'doit choisir un mot de passe', noUsers: 'Aucun compte ne correspond.',
  add: 'Ajouter un utilisateur', edit: 'Modifier', save: 'Enregistrer', cancel: 'Annuler', disable: 'Désactiver', enable: 'Activer', reset: 'Réinitialiser le mot de passe', log: 'Journal', tokensOf: 'Jetons',
  ends: 'Un changement de droits met fin en moins d’une seconde aux sessions en cours de ce compte.', codes: 'Compartiments, séparés par des virgules',
  oneTime: (name) => `Mot de passe à usage unique de ${name}. Copiez-le maintenant : il n’est affiché que cette fois et doit être changé à la première connexion.`,
  askDisable: (name) => `Désactiver ${name} ? Les sessions en cours prennent fin en moins d’une seconde et les jetons d’API sont refusés.`,
  askReset: (name) => `Donner à ${name} un nouveau mot de passe à usage unique ? Les sessions en cours prennent fin en moins d’une seconde.`,
};
