// What the page says without a line, or over a bad one, in Spanish.
// @ts-check
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/offline.js').offlineWords>} */
export const offlineWords = {
  offline: {
    banner: (since, known) => `Sin conexión desde ${since}. El mapa muestra lo que se sabía a las ${known}.`,
    newer: 'Hay una versión nueva de esta página.',
    reload: 'Cargarla ahora',
    line: 'Conexión',
    unsent: (n) => plural(n, { one: '# sin enviar', other: '# sin enviar' }),
    allSent: 'Todo se ha enviado.',
    waits: 'Guardado en este equipo; se enviará en cuanto el servidor responda.',
    waitsInTab: 'Clasificación demasiado alta para el disco de este equipo: se guarda solo en esta pestaña, hasta que se cierre.',
    queuedAt: (moment) => `Guardado ${moment}`,
    kinds: { create: 'Nuevo', change: 'Cambio' },
    sendNow: 'Enviar ahora',
    discard: 'Descartar',
    discardSure: (title) => `¿Descartar «${title}»? No se envió nunca y no se podrá recuperar.`,
    discardYes: 'Descartar',
    keep: 'Conservar',
    sent: (title) => `Enviado: ${title}`,
    conflict: 'Otra persona lo cambió entretanto.',
    decide: 'Comparar y decidir',
    refused: (why) => `El servidor lo rechazó: ${why}`,
    again: 'Intentar de nuevo',
    reopen: 'Abrir en el formulario',
    formBusy: 'El formulario contiene otro informe. Envíelo o descártelo primero.',
    signOutSure: (n) => plural(n, { one: '# entrada no se ha enviado. Al cerrar la sesión se descarta.', other: '# entradas no se han enviado. Al cerrar la sesión se descartan.' }),
    signOutYes: 'Descartar y cerrar la sesión',
    stay: 'Quedarse',
    queued: 'Guardado, aún sin enviar',
    queuedLong: 'No se puede contactar con el servidor. Se guarda y se enviará, una sola vez, en cuanto sea posible.',
  },
};
