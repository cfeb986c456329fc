// What the page's frame says, in Arabic: the menu of tools, the tree of layers and the sheet of keys.
// @ts-check
import { count } from '../../core/format.js';
import { isolate, leftToRight } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/shell.js').shellWords>} */
export const shellWords = {
  tree: {
    fold: (title) => `طبقات ${isolate(title)}`,
    options: (title) => `شفافية ${isolate(title)} وموضعها`,
    opacity: 'العتامة',
    up: (title) => `رفع ${isolate(title)} (${leftToRight('Alt + ↑')})`,
    down: (title) => `خفض ${isolate(title)} (${leftToRight('Alt + ↓')})`,
    goTo: 'الانتقال إليها',
    ground: 'الأرضية: تقع تحت كل ما سواها',
    moved: (title, place, of) => `${isolate(title)}: الموضع ${count(place)} من ${count(of)}، عدًّا من الأعلى`,
    restore: 'الترتيب والعتامة المعتادان',
    restored: 'الطبقات بترتيبها المعتاد وكلها معتمة.',
    shapes: { point: 'نقاط', line: 'خطوط', polygon: 'مساحات', mixed: 'نقاط ومساحات' },
  },
  nearby: {
    title: 'القريب مكانًا وزمانًا',
    within: 'في حدود',
    during: 'الأيام قبله وبعده',
    days: (n) => plural(n, { one: '± يوم واحد', two: '± يومان', few: '± # أيام', many: '± # يومًا', other: '± # يوم' }),
    none: 'لا شيء آخر يمكنك رؤيته.',
    figures: 'الأرقام والقائمة',
    failed: 'تعذّر عدّ ما هو قريب',
  },
  unsure: {
    title: 'بلا موقع أو غير دقيق',
    unmapped: 'بلا موقع',
    imprecise: (reach) => `غير دقيق (> ${leftToRight(reach)})`,
    long: (unmapped, imprecise, reach) => `${plural(unmapped, { zero: 'لا أحداث بلا موقع في هذه الفترة', one: 'حدث واحد في هذه الفترة بلا موقع وليس على أي خريطة', two: 'حدثان في هذه الفترة بلا موقع وليسا على أي خريطة', few: '# أحداث في هذه الفترة بلا موقع وليست على أي خريطة', many: '# حدثًا في هذه الفترة بلا موقع وليست على أي خريطة', other: '# حدث في هذه الفترة بلا موقع وليست على أي خريطة' })}؛ ${plural(imprecise, { zero: 'لا شيء في العرض معروف بدقة أسوأ من', one: 'حدث واحد في العرض معروف بدقة أسوأ من', two: 'حدثان في العرض معروفان بدقة أسوأ من', few: '# أحداث في العرض معروفة بدقة أسوأ من', many: '# حدثًا في العرض معروفة بدقة أسوأ من', other: '# حدث في العرض معروفة بدقة أسوأ من' })} ${leftToRight(reach)}`,
    about: 'أحداث الفترة بحسب المرشحات المفعّلة. ما لا موقع له ليس على أي خريطة ولا في أي منطقة، والموقع التقريبي قد يُظهر بؤرة لا وجود لها.',
    beyond: 'يُعدّ الموقع غير دقيق إذا تجاوز',
    unmappedTitle: 'بلا موقع',
    impreciseTitle: (reach) => `معروفة بدقة أسوأ من ${leftToRight(reach)}، في العرض`,
    none: 'لا شيء.',
    more: 'عرض المزيد',
    rings: (n) => plural(n, { zero: 'لم تُرسم أي دائرة.', one: 'رُسمت دائرة واحدة: قد يكون الحدث وقع في أي مكان داخلها.', two: 'رُسمت دائرتا حدثين: قد يكون كل منهما وقع في أي مكان داخل دائرته.', few: 'رُسمت دوائر # أحداث: قد يكون كل منها وقع في أي مكان داخل دائرته.', many: 'رُسمت دوائر # حدثًا: قد يكون كل منها وقع في أي مكان داخل دائرته.', other: 'رُسمت دوائر # حدث: قد يكون كل منها وقع في أي مكان داخل دائرته.' }),
    ringsCrowded: 'أكثر من أن تُرسم دائرة لكل منها: قرّب العرض أو اختر نصف قطر أكبر.',
    ringsFailed: 'تعذّر رسم الدوائر',
    failed: 'تعذّر عدّ ما ليس على الخريطة',
  },
  symbols: {
    title: 'الرموز العسكرية',
    failed: 'تعذّر تحميل الرموز العسكرية: تُعرض أيقونات بسيطة.',
  },
  keys: {
    groups: { panels: 'اللوحات', tools: 'الأدوات', time: 'الزمن', map: 'الخريطة', page: 'الصفحة' },
    what: {
      search: 'بحث', layers: 'الطبقات', filters: 'المرشحات', time: 'الانتقال إلى شريط الزمن', moveTime: 'تحريك الفترة عندما يكون التركيز على شريط الزمن؛ ومع Shift يومها الأخير',
      back: 'خطوة إلى الوراء', on: 'خطوة إلى الأمام', play: 'تشغيل وإيقاف مؤقت', zoomIn: 'تكبير', zoomOut: 'تصغير', home: 'منطقة البعثة',
      moveMap: 'تحريك الخريطة عندما يكون التركيز عليها', help: 'هذه الورقة', close: 'إغلاق ما هو مفتوح',
    },
    names: { ' ': 'المسافة', Escape: 'Esc', PageUp: 'Page ↑', PageDown: 'Page ↓', Home: 'Home', End: 'End' },
  },
};
