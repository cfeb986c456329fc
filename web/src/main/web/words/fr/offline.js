// What the page says without a line, or over a bad one, in French.
// @ts-check
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/offline.js').offlineWords>} */
export const offlineWords = {
  offline: {
    banner: (since, known) => `Hors ligne depuis ${since}. La carte montre ce qui était connu à ${known}.`,
    newer: 'Une nouvelle version de cette page est prête.',
    reload: 'La charger maintenant',
    line: 'Connexion',
    unsent: (n) => plural(n, { one: '# non envoyé', other: '# non envoyés' }),
    allSent: 'Tout a été envoyé.',
    waits: 'Conservé sur cet ordinateur et envoyé dès que le serveur répond.',
    waitsInTab: 'Classification trop élevée pour le disque de cet ordinateur : conservé dans ce seul onglet, jusqu’à sa fermeture.',
    queuedAt: (moment) => `Conservé ${moment}`,
    kinds: { create: 'Nouveau', change: 'Modification' },
    sendNow: 'Envoyer maintenant',
    discard: 'Supprimer',
    discardSure: (title) => `Supprimer « ${title} » ? Ce contenu n’a jamais été envoyé et ne pourra pas être récupéré.`,
    discardYes: 'Supprimer',
    keep: 'Conserver',
    sent: (title) => `Envoyé : ${title}`,
    conflict: 'Quelqu’un d’autre a modifié cet élément entre-temps.',
    decide: 'Comparer et décider',
    refused: (why) => `Le serveur a refusé : ${why}`,
    again: 'Réessayer',
    reopen: 'Ouvrir dans le formulaire',
    formBusy: 'Le formulaire contient un autre compte rendu. Envoyez-le ou supprimez-le d’abord.',
    signOutSure: (n) => plural(n, { one: '# saisie n’a pas été envoyée. La déconnexion la supprime.', other: '# saisies n’ont pas été envoyées. La déconnexion les supprime.' }),
    signOutYes: 'Supprimer et se déconnecter',
    stay: 'Rester',
    queued: 'Conservé, pas encore envoyé',
    queuedLong: 'Le serveur est injoignable. La saisie est conservée et sera envoyée, une seule fois, dès que possible.',
  },
};
