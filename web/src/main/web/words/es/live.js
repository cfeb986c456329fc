// What the page says about changes as they come, in Spanish.
// @ts-check
import { count } from '../../core/format.js';

/** @type {import('../words.js').Translation<typeof import('../en/live.js').liveWords>} */
export const liveWords = {
  live: {
    stale: (moment) => `Estos datos no están al día desde el ${moment}. Intentando de nuevo llegar al servidor…`,
    added: (layer, n) => `${layer} (${count(n)})`,
    news: (parts) => `Nuevo en el mapa: ${parts.join(', ')}`,
    changed: 'Alguien acaba de modificar esto.',
    changedWhileTyping: 'Alguien modificó esto mientras usted escribía. Lo que escribió sigue aquí.',
    show: 'Mostrar la nueva versión',
  },
};
