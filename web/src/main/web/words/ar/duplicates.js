// What is said about duplicates, merges and splits, in Arabic.
// @ts-check
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {import('../duplicates.js').Words} */
export const duplicateWords = {
  title: 'ربما هو نفسه',
  none: 'لا شيء مشابه قريب في ذلك الوقت.',
  failed: 'تعذّر البحث عن التكرارات المحتملة',
  cut: 'كثيرة هي القريبة؛ لم يُقارن منها سوى 500.',
  score: (score) => `تشابه بنسبة ${Math.round(score * 100)}%`,
  compare: 'مقارنة',
  distinct: 'ليس نفسه',
  markedDistinct: 'سُجّل: ليس نفسه.',
  undo: 'تراجع',
  undone: 'تم التراجع.',
  undoneMarks: 'تم التراجع. يبقى التصنيف مرفوعًا: خفضه يتطلب شخصًا ثانيًا.',
  merge: 'دمج',
  merged: 'تم الدمج.',
  refused: 'لم يتم',
  cancel: 'إلغاء',
  kept: 'هذا، ويُحتفظ به',
  other: 'الآخر، ويُدمج فيه',
  field: 'الحقل',
  place: 'المكان',
  time: 'الوقت',
  intro: 'اختر ما سيقوله الحادث من الآن فصاعدًا. تؤخذ الإصابات من أحدهما ولا تُجمع أبدًا. يصبح الآخر «مدموجًا»، وتنتقل تقاريره إلى هنا، ويأخذ كلاهما الوسم الأعلى.',
  alike: 'يقولان الشيء نفسه في كل حقل.',
  mergedInto: (title) => `دُمج في ${isolate(title)}`,
  holds: (titles) => `يضم ${isolate(titles)} المدموج فيه`,
  splitOff: (titles) => `فُصل: ${isolate(titles)}`,
  by: (author, moment) => `بواسطة ${isolate(author)}، ${isolate(moment)}`,
  split: 'فصل تقارير…',
  splitIntro: 'تنتقل التقارير المختارة إلى حادث جديد له المكان والوقت والوسوم نفسها، وبلا إصابات.',
  splitTitle: 'عنوان الحادث الجديد',
  splitSave: 'فصل',
  wasSplit: 'تم الفصل.',
  review: (n) => plural(n, { zero: 'لا تكرارات محتملة', one: 'تكرار محتمل واحد: مراجعة', two: 'تكراران محتملان: مراجعة', few: '# تكرارات محتملة: مراجعة', many: '# تكرارًا محتملًا: مراجعة', other: '# تكرار محتمل: مراجعة' }),
  looking: (n) => plural(n, { zero: 'جارٍ البحث عن التكرارات…', one: 'جارٍ البحث عن التكرارات… قورن واحد', two: 'جارٍ البحث عن التكرارات… قورن اثنان', other: 'جارٍ البحث عن التكرارات… قورن #' }),
  noneInImport: 'لا تكرارات محتملة في هذا الاستيراد.',
  list: 'التكرارات المحتملة',
  keys: 'المفاتيح: j وk للتنقل، Enter للمقارنة، m للدمج، x ليس نفسه، z للتراجع عن الأخير.',
};
