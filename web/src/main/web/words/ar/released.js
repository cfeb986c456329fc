// What the page says about counts that everybody may know, in Arabic.
// @ts-check
import { count } from '../../core/format.js';
import { isolate, leftToRight } from '../isolate.js';

/** @type {import('../words.js').Translation<typeof import('../en/released.js').releasedWords>} */
export const releasedWords = {
  released: {
    title: 'الأعداد الإجمالية',
    open: 'الأعداد الإجمالية، بما فيها ما لا يُعرض عليك',
    ofLayer: 'الأعداد الإجمالية حسب المنطقة والشهر',
    explained: 'العدد الكلي، بما فيه ما لا يُعرض عليك. كل من يسجّل الدخول يقرأ الأرقام نفسها.',
    layer: 'أعداد',
    year: 'السنة',
    all: 'كل المناطق',
    few: 'قليل',
    nothingTold: '–',
    atLeast: (n) => leftToRight(`${count(n)}+`),
    total: (title, year, n) => (n === 0 ? `${isolate(title)} في ${year}: قليل في كل منطقة وكل شهر` : `${isolate(title)} في ${year}: ${count(n)} أو أكثر`),
    table: (title, year) => `${isolate(title)} في ${year} حسب المنطقة والشهر`,
    allFew: (below) => `أقل من ${below} من الوسم نفسه في كل منطقة وكل شهر، أو لا شيء.`,
    hidden: (title) => `${isolate(title)}: التفاصيل لا تُعرض عليك، لا على الخريطة ولا في القوائم.`,
    rule: (below, day) =>
      `«${leftToRight('20+')}» تعني 20 أو أكثر، بخطوات من ${below}. «قليل» تعني لا شيء، أو أقل من ${below} من كل تصنيف ومقصورة. المناطق غير المدرجة فيها قليل في كل شهر. العدّ حتى ${isolate(day)}؛ ولا تتغير الأرقام إلا في اليوم الأول من الشهر.`,
    limited: 'هذه الأعداد لكامل منطقة البعثة. حسابك مقصور على منطقة، ولذلك لا تُعرض.',
    none: 'لا تنشر أي طبقة من طبقات هذه البعثة أعدادًا.',
    failed: 'تعذّر تحميل الأعداد',
  },
};
