// What was known at a past moment, and how a feature came to be what it is, in Arabic.
// @ts-check
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/known.js').knownWords>} */
export const knownWords = {
  known: {
    open: 'عرض ما كان معروفًا في لحظة سابقة',
    banner: (moment) => `ترى ما كان معروفًا في ${isolate(moment)}`,
    at: 'كما كان معروفًا في (UTC)',
    wrong: 'أدخل تاريخًا ووقتًا ليسا في المستقبل.',
    back: 'العودة إلى الآن',
    hourBack: '−1 س',
    dayBack: '−1 ي',
    dayOn: '+1 ي',
    previous: 'التغيير السابق',
    next: 'التغيير التالي',
    noPrevious: 'لم يتغير قبل ذلك شيء مما يحق لك رؤيته.',
    noNext: 'لم يتغير بعد ذلك شيء مما يحق لك رؤيته.',
    changes: 'ما الذي تغيّر',
    changesFailed: 'تعذّر تحميل التغييرات',
    noWriting: 'ترى ما كان معروفًا في لحظة سابقة. عُد إلى الآن لتعديل أي شيء.',
    notYet: (moment) => `لم يكن معروفًا بعد في ${isolate(moment)}.`,
    see: 'عرضه كما كان معروفًا حينها',
    compare: 'مقارنة',
    old: 'من',
    now: 'إلى',
    version: (n) => `النسخة ${n}`,
    fields: (n) => plural(n, { zero: 'لا حقول', one: 'حقل واحد', two: 'حقلان', few: '# حقول', many: '# حقلًا', other: '# حقل' }),
    same: 'لا فرق بين هاتين النسختين.',
    place: 'المكان',
    moved: (distance) => `انتقل مسافة ${isolate(distance)}`,
    reshaped: 'تغيّر الشكل',
    restore: 'استعادة هذه النسخة',
    restored: (n) => `استُعيدت النسخة ${n} بوصفها نسخة جديدة.`,
    undo: 'تراجع',
    changedMeanwhile: 'عدّله شخص ما في هذه الأثناء: اطّلع على أحدث نسخة ثم استعِد من جديد.',
    restoreFailed: (why) => `لم تتم الاستعادة. ${isolate(why)}`,
  },
};
