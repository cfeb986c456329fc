// What is said when there is no answer, or one without words of its own, on every page of ours: the one text that does not wait for its language.
// @ts-check
import { language } from '../core/language.js';

/**
 * @typedef {object} Lost
 * @property {string} unreachable
 * @property {string} silent no answer within a minute
 * @property {string} cutOff an answer that ends in the middle
 * @property {string} foreign an answer of somebody else, such as the sign-in page of a network
 * @property {string} notSent
 * @property {string} partMissing a module of the page that could not be fetched
 * @property {string} notAllowed by the browser, such as to write to the clipboard
 * @property {string} fault what should not happen in the page
 * @property {Record<number, string>} refused by the status of an answer without a sentence, as proxies give it
 * @property {(status: number) => string} other
 */

/** @type {Record<import('../core/language.js').Language, Lost>} */
const all = {
  en: {
    unreachable: 'The server cannot be reached.',
    silent: 'The server has not answered for a minute: the line is bad, or the server busy. Try again, or ask for less.',
    cutOff: 'The answer was cut off on its way.',
    foreign: 'Something other than this server answered, perhaps the sign-in page of a network. Open any other page to see it.',
    notSent: 'The file could not be sent: the connection was lost.',
    partMissing: 'A part of this page could not be fetched: the line is down, or the server was renewed. If trying again does not help, load the page anew.',
    notAllowed: 'The browser did not allow it.',
    fault: 'Something went wrong in this page. Load it anew; if it happens again, tell whoever runs the server.',
    refused: {
      403: 'Your account may not do this. Whoever keeps the accounts of the mission can change that.',
      404: 'It is not there, or not any more, or not for your account.',
      413: 'It is larger than the server takes. Make it smaller or divide it.',
      429: 'Too much was asked in a short time. Wait a minute, then try again.',
      500: 'Something went wrong in the server. If it happens again, tell whoever runs it.',
      502: 'The server is busy or being restarted. Try again in a minute.',
    },
    other: (status) => `The server did not do it (HTTP ${status}). If it happens again, tell whoever runs it.`,
  },
  fr: {
    unreachable: 'Le serveur est injoignable.',
    silent: 'Le serveur n’a pas répondu depuis une minute : la liaison est mauvaise ou le serveur occupé. Réessayez, ou demandez moins.',
    cutOff: 'La réponse a été coupée en chemin.',
    foreign: 'Un autre que ce serveur a répondu, peut-être la page de connexion d’un réseau. Ouvrez une autre page pour la voir.',
    notSent: 'Le fichier n’a pas pu être envoyé : la connexion a été perdue.',
    partMissing: 'Une partie de cette page n’a pas pu être chargée : la liaison est coupée ou le serveur a été renouvelé. Si réessayer n’aide pas, rechargez la page.',
    notAllowed: 'Le navigateur ne l’a pas permis.',
    fault: 'Une erreur s’est produite dans cette page. Rechargez-la ; si cela se reproduit, prévenez qui exploite le serveur.',
    refused: {
      403: 'Votre compte n’en a pas le droit. La personne qui gère les comptes de la mission peut le changer.',
      404: 'Cela n’existe pas, n’existe plus ou n’est pas pour votre compte.',
      413: 'C’est plus grand que ce que le serveur accepte. Réduisez ou divisez.',
      429: 'Trop de demandes en peu de temps. Attendez une minute, puis réessayez.',
      500: 'Une erreur s’est produite dans le serveur. Si cela se reproduit, prévenez qui l’exploite.',
      502: 'Le serveur est occupé ou redémarre. Réessayez dans une minute.',
    },
    other: (status) => `Le serveur ne l’a pas fait (HTTP ${status}). Si cela se reproduit, prévenez qui l’exploite.`,
  },
  es: {
    unreachable: 'No se puede llegar al servidor.',
    silent: 'El servidor no ha respondido en un minuto: la línea es mala o el servidor está ocupado. Inténtelo de nuevo o pida menos.',
    cutOff: 'La respuesta se cortó en el camino.',
    foreign: 'Respondió algo distinto de este servidor, quizá la página de acceso de una red. Abra otra página para verla.',
    notSent: 'No se pudo enviar el archivo: se perdió la conexión.',
    partMissing: 'No se pudo cargar una parte de esta página: no hay línea o el servidor se renovó. Si intentarlo de nuevo no ayuda, recargue la página.',
    notAllowed: 'El navegador no lo permitió.',
    fault: 'Algo falló en esta página. Recárguela; si vuelve a ocurrir, avise a quien administra el servidor.',
    refused: {
      403: 'Su cuenta no puede hacer esto. Quien lleva las cuentas de la misión puede cambiarlo.',
      404: 'No existe, ya no existe o no es para su cuenta.',
      413: 'Es más grande de lo que admite el servidor. Redúzcalo o divídalo.',
      429: 'Se pidió demasiado en poco tiempo. Espere un minuto e inténtelo de nuevo.',
      500: 'Algo falló en el servidor. Si vuelve a ocurrir, avise a quien lo administra.',
      502: 'El servidor está ocupado o reiniciándose. Inténtelo de nuevo en un minuto.',
    },
    other: (status) => `El servidor no lo hizo (HTTP ${status}). Si vuelve a ocurrir, avise a quien lo administra.`,
  },
  ar: {
    unreachable: 'يتعذر الوصول إلى الخادم.',
    silent: 'لم يجب الخادم منذ دقيقة: الخط سيّئ أو الخادم مشغول. أعد المحاولة أو اطلب أقل.',
    cutOff: 'انقطعت الإجابة في الطريق.',
    foreign: 'أجاب شيء غير هذا الخادم، ربما صفحة الدخول إلى شبكة. افتح أي صفحة أخرى لتراها.',
    notSent: 'تعذّر إرسال الملف: انقطع الاتصال.',
    partMissing: 'تعذّر تحميل جزء من هذه الصفحة: الخط منقطع أو جرى تحديث الخادم. إن لم تنفع إعادة المحاولة فأعد تحميل الصفحة.',
    notAllowed: 'لم يسمح المتصفح بذلك.',
    fault: 'حدث خطأ في هذه الصفحة. أعد تحميلها، وإن تكرر فأخبر من يشغّل الخادم.',
    refused: {
      403: 'لا يملك حسابك هذا الحق. من يدير حسابات البعثة يستطيع تغيير ذلك.',
      404: 'غير موجود، أو لم يعد موجودًا، أو ليس لحسابك.',
      413: 'أكبر مما يقبله الخادم. صغّره أو قسّمه.',
      429: 'طلبات كثيرة في وقت قصير. انتظر دقيقة ثم أعد المحاولة.',
      500: 'حدث خطأ في الخادم. إن تكرر فأخبر من يشغّله.',
      502: 'الخادم مشغول أو يُعاد تشغيله. أعد المحاولة بعد دقيقة.',
    },
    other: (status) => `لم ينفّذ الخادم ذلك (HTTP ${status}). إن تكرر فأخبر من يشغّله.`,
  },
};

export const { unreachable, silent, cutOff, foreign, notSent, partMissing, notAllowed, fault } = all[language];

/** The gateways before a server say the same thing by three numbers. */
const SAME = /** @type {Record<number, number>} */ ({ 503: 502, 504: 502 });

/** @param {number} status of an answer that says nothing itself */
export const refused = (status) => all[language].refused[SAME[status] ?? status] ?? all[language].other(status);
