// What the page says about changes as they come, in French.
// @ts-check
import { count } from '../../core/format.js';

/** @type {import('../words.js').Translation<typeof import('../en/live.js').liveWords>} */
export const liveWords = {
  live: {
    stale: (moment) => `Ces données ne sont plus à jour depuis le ${moment}. Nouvelle tentative de joindre le serveur…`,
    added: (layer, n) => `${layer} (${count(n)})`,
    news: (parts) => `Nouveau sur la carte : ${parts.join(', ')}`,
    changed: 'Quelqu’un vient de modifier ceci.',
    changedWhileTyping: 'Quelqu’un a modifié ceci pendant votre saisie. Ce que vous avez saisi est toujours là.',
    show: 'Afficher la nouvelle version',
  },
};
