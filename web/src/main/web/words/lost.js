// What is said when there is no answer at all, on every page of ours: the one text that does not wait for its language.
// @ts-check
import { language } from '../core/language.js';

/** @type {Record<import('../core/language.js').Language, {unreachable: string, notSent: string}>} */
const all = {
  en: { unreachable: 'The server cannot be reached.', notSent: 'The file could not be sent: the connection was lost.' },
  fr: { unreachable: 'Le serveur est injoignable.', notSent: 'Le fichier n’a pas pu être envoyé : la connexion a été perdue.' },
  es: { unreachable: 'No se puede llegar al servidor.', notSent: 'No se pudo enviar el archivo: se perdió la conexión.' },
  ar: { unreachable: 'يتعذر الوصول إلى الخادم.', notSent: 'تعذّر إرسال الملف: انقطع الاتصال.' },
};

export const { unreachable, notSent } = all[language];
