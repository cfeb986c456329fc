// Ce que la page dit de ce qui est gardé sous clé.
// @ts-check
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {import('../locked.js').Words} */
export const lockedWords = {
  title: 'Garder cette situation pour les moments sans liaison',
  about: (mark) => `Ce qui est classé ${isolate(mark)} ne peut rester sur cet ordinateur que verrouillé par une phrase secrète. Sans elle, cela manque quand il n’y a pas de liaison. Ce qui relève d’un compartiment n’est jamais gardé ici.`,
  limits: 'Cela protège un ordinateur perdu ou volé, mais pas un ordinateur laissé déverrouillé avec cette page ouverte. La déconnexion supprime tout. Une phrase secrète oubliée ne se retrouve pas.',
  passphrase: 'Phrase secrète pour cet ordinateur',
  again: 'La même encore une fois',
  rule: (least) => plural(least, { one: 'Au moins # caractère.', other: 'Au moins # caractères ; le mieux : cinq mots ou plus sans rapport entre eux. Ne laissez pas le navigateur l’enregistrer.' }),
  show: 'Afficher la saisie',
  setUp: 'Garder sous clé',
  working: 'Un instant…',
  short: (least) => plural(least, { one: 'Trop court : au moins # caractère.', other: 'Trop court : au moins # caractères.' }),
  same: 'Trop simple : quelques caractères se répètent.',
  differ: 'Les deux saisies diffèrent.',
  notNow: 'Le serveur n’a pas encore dit sous quelle clé ceci peut être gardé. Réessayez dans un instant.',
  failed: 'Impossible de l’écrire sur cet ordinateur.',
  done: 'Ce qui arrive désormais est gardé sous clé.',
  open: 'Gardé sous clé. Déverrouillé dans cette page jusqu’à sa fermeture ou son rechargement.',
  sealed: 'Gardé sous clé. Ce qui arrive s’y ajoute ; le lire demande la phrase secrète.',
  count: (n) => plural(n, { one: '# réponse de la carte est gardée sous clé.', other: '# réponses de la carte sont gardées sous clé.' }),
  forget: 'Tout oublier',
  forgetSure: 'Supprimer tout ce qui est gardé sous clé sur cet ordinateur ?',
  forgetYes: 'Supprimer',
  keep: 'Garder',
  forgotten: 'Plus rien n’est gardé sous clé.',
  unlock: 'Déverrouiller',
  wrong: 'Ce n’est pas la phrase secrète.',
  unlockAbout: 'Il n’y a pas de liaison. Une partie de la dernière vue est gardée sous clé sur cet ordinateur. Sans la phrase secrète, la page montre le reste et dit combien de couches manquent.',
  without: 'Continuer sans',
  offer: (mark) => `Une partie de cette situation est classée ${isolate(mark)} et n’est pas gardée pour les moments sans liaison.`,
  offerYes: 'Garder sous clé…',
  offerNo: 'Non, merci',
};
