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
