// What hotspots say of themselves, in Arabic.
// @ts-check
import { count, decimal } from '../../core/format.js';
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

const days = { zero: 'لا أيام', one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' };
const ofDays = { zero: 'صفر أيام', one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' };
const others = { zero: 'ولا غيرها', one: 'وواحد آخر', two: 'واثنان آخران', few: 'و# أخرى', many: 'و# أخرى', other: 'و# أخرى' };

/** @type {import('../words.js').Translation<typeof import('../en/hotspots.js').hotspotWords>} */
export const hotspotWords = {
  card: {
    title: 'الآن',
    failed: 'تعذّر تحميل ما تحويه الآن',
    events: 'الأحداث داخلها',
    coverage: 'الدوريات التي تعبرها',
    required: (n) => `المطلوب ${decimal(n, 1)} في الأسبوع`,
    notRequired: 'لم يحدد أحد عدد الدوريات التي تحتاجها.',
    window: (n) => plural(n, days),
    visits: (visits, required) => (required === null
      ? plural(visits, { zero: 'لا زيارات', one: 'زيارة واحدة', two: 'زيارتان', few: '# زيارات', many: '# زيارة', other: '# زيارة' }) : `${count(visits)} من ${decimal(required, 1)}`),
    met: 'مستوفى',
    short: (missing) => `ينقص ${decimal(missing, 1)}`,
    last: (when) => `آخر ما سُجّل: ${isolate(when)}،`,
    never: (n) => `لم يعبرها أي مسار مسجّل خلال ${plural(n, ofDays)}. لا يُعرف أنها آمنة ولا أنها غير آمنة: الأمر مجهول.`,
    trackRule: 'تُحتسب الدوريات التي يعبر مسارها المسجّل المنطقة؛ أما الدورية التي لا مسار لها فلا تُرى هنا.',
    alerts: 'التنبيهات المفتوحة داخلها',
    noAlerts: 'لا يوجد داخلها تنبيه مسجّل بلا نتيجة.',
    moreAlerts: (n) => plural(n, others),
    review: 'المراجعة',
    reviewBy: (date) => `في موعد أقصاه ${isolate(date)}`,
    overdue: (n) => `متأخرة ${plural(n, ofDays)}`,
    dueIn: (n) => `خلال ${plural(n, ofDays)}`,
    drift: 'منذ رسمها',
    driftThen: (n, date) => `${plural(n, days)} قبل ${isolate(date)}`,
    driftNow: (n) => `آخر ${plural(n, ofDays)}`,
    knownThen: (n) => plural(n, { zero: 'لم يكن أي منها معروفًا عند رسمها', one: 'كان واحد معروفًا عند رسمها', two: 'كان اثنان معروفين عند رسمها', other: 'كان # معروفًا عند رسمها' }),
    suggestion: 'الاقتراح الذي جاءت منه',
    suggestionMade: (what, when) => `${isolate(what)}، استنادًا إلى بيانات ${isolate(when)}. محفوظ كما وُجد.`,
    suggestionShares: (ofArea, ofSuggestion) => `${ofArea}% من هذه المنطقة كان مقترحًا؛ وأُخذ ${ofSuggestion}% من الاقتراح.`,
    showSuggestion: 'عرض الاقتراح',
    again: 'إعادة التشغيل على بيانات اليوم',
    running: 'جارٍ إعادة التشغيل…',
    againFound: (now, then, span) => `في ${isolate(span)}، وبالإعدادات نفسها، يُعثر على ${now}% من هذه المنطقة؛ وعند الاقتراح كانت النسبة ${then}%.`,
    againNothing: (span) => `في ${isolate(span)}، وبالإعدادات نفسها، لا يُعثر على أي منطقة هنا.`,
    againFailed: 'تعذّرت إعادة التشغيل',
  },
  overdue: {
    title: (n) => `مراجعات البؤر الساخنة المتأخرة (${count(n)})`,
    none: 'لا مراجعة متأخرة لأي بؤرة ساخنة.',
    failed: 'تعذّر سرد المراجعات المتأخرة',
    row: (date, n) => `موعد المراجعة ${isolate(date)}: متأخرة ${plural(n, ofDays)}`,
    more: (n) => plural(n, others),
  },
};
