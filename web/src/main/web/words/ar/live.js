// What the page says about changes as they come, in Arabic.
// @ts-check
import { count } from '../../core/format.js';
import { isolate } from '../isolate.js';

/** @type {import('../words.js').Translation<typeof import('../en/live.js').liveWords>} */
export const liveWords = {
  live: {
    stale: (moment) => `هذه البيانات غير محدّثة منذ ${isolate(moment)}. جارٍ محاولة الاتصال بالخادم مجددًا…`,
    added: (layer, n) => `${isolate(layer)} (${count(n)})`,
    news: (parts) => `جديد على الخريطة: ${parts.join('، ')}`,
    changed: 'عدّل شخص ما هذا للتو.',
    changedWhileTyping: 'عدّل شخص ما هذا أثناء كتابتك. ما كتبته لا يزال هنا.',
    show: 'عرض النسخة الجديدة',
  },
};
