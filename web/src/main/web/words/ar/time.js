// What the time bar says, in Arabic.
// @ts-check
import { count } from '../../core/format.js';
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {Record<string, string>} */
const units = { hour: 'ساعة', '3-hours': '3 ساعات', '6-hours': '6 ساعات', day: 'يوم', week: 'أسبوع', month: 'شهر', year: 'سنة' };

/** @type {Record<'window'|'step'|'speed'|'scale', {title: string, labels: Record<string, string>}>} */
const settings = {
  window: { title: 'النافذة: تحريك الفترة، أو تركها تنمو من يومها الأول', labels: { moving: 'متحركة', cumulative: 'متنامية' } },
  step: {
    title: 'الخطوة. تلقائيًا: طول الفترة نفسها، وثُمنه أثناء التشغيل، وعمود واحد للفترة المتنامية',
    labels: { auto: 'خطوة تلقائية', day: 'يوم واحد', week: 'أسبوع واحد', month: 'شهر واحد' },
  },
  speed: { title: 'سرعة التشغيل، خطوات في الثانية', labels: { 0.5: '½ / ث', 1: '1 / ث', 2: '2 / ث', 4: '4 / ث', 8: '8 / ث' } },
  scale: { title: 'مقياس الأعمدة', labels: { linear: 'خطي', sqrt: 'جذري', log: 'لوغاريتمي' } },
};

/** @type {import('../words.js').Translation<typeof import('../en/time.js').timeWords>} */
export const timeWords = {
  typedTime: {
    calendar: 'التقويم',
    forms: (isForDays) => (isForDays ? 'السنة والشهر واليوم، مثل 2026-04-02 أو 2 أبريل 2026' : 'بالتوقيت العالمي المنسق، مثل 2026-04-02 14:05 أو 2 أبريل 2026 14:05 أو 021405ZAPR26 أو 20 min ago'),
  },
  time: {
    title: 'الفترة',
    window: 'الفترة المعروضة',
    start: 'أول يوم من الفترة',
    end: 'آخر يوم من الفترة',
    from: 'من',
    to: 'إلى',
    presets: [['7 ي', 7], ['30 ي', 30], ['90 ي', 90], ['سنة', 365], ['الكل', null]],
    presetsTitle: 'فترات جاهزة',
    back: 'خطوة إلى الوراء',
    on: 'خطوة إلى الأمام',
    zoom: 'عرض الزمن المحيط بالفترة، أو كله',
    play: 'تشغيل',
    pause: 'إيقاف مؤقت',
    settings,
    settingsTitle: 'كيف تتحرك الفترة، ومقياس الأعمدة',
    days: (n) => plural(n, { zero: 'لا أيام', one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يومًا', other: '# يوم' }),
    short: (n) => `${count(n)} ي`,
    playing: 'قيد التشغيل',
    paused: (period) => `توقف مؤقت عند ${isolate(period)}`,
    ended: (period) => `نهاية البعثة: ${isolate(period)}. التشغيل يبدأ من جديد.`,
    stuck: 'الفترة تشمل بالفعل كامل زمن البعثة. اختر فترة أقصر للتشغيل.',
    histogram: (title, span, step, most, when) => `${isolate(title)} لكل ${units[step]}، ${isolate(span)}${most > 0 ? `. الأكثر: ${count(most)}، ${isolate(when)}` : '. لا شيء'}`,
    most: (n, step, scale) => `حتى ${count(n)} لكل ${units[step]}${scale === 'linear' ? '' : ` · مقياس ${settings.scale.labels[scale]}`}`,
    noHour: 'بلا ساعة',
    withoutHour: (n) => plural(n, { zero: 'لا شيء بلا ساعة', one: 'واحد معروف باليوم أو بدقة أقل، بلا ساعة', two: 'اثنان معروفان باليوم أو بدقة أقل، بلا ساعة', few: '# معروفة باليوم أو بدقة أقل، بلا ساعة', many: '# معروفة باليوم أو بدقة أقل، بلا ساعة', other: '# معروفة باليوم أو بدقة أقل، بلا ساعة' }),
    typed: 'يوم، مثل 2026-04-02 أو 2 أبريل 2026، أو لحظة بالتوقيت العالمي المنسق، مثل 2026-04-02 18:00',
    failed: 'تعذّر تحميل المدرّج التكراري.',
    noDay: (isFirst) => `اليوم ${isFirst ? 'الأول' : 'الأخير'} ليس تاريخًا. اكتب 2026-04-02 أو 2 أبريل 2026، ومع الساعة 2026-04-02 18:00 (بالتوقيت العالمي المنسق).`,
    outside: (day, first, last) => `${isolate(day)} خارج زمن البعثة. أدخل يومًا من ${isolate(first)} إلى ${isolate(last)}.`,
    reversed: (first, last) => `${isolate(first)} يأتي بعد ${isolate(last)}. أدخل يومًا أول أسبق أو يومًا أخيرًا ألحق.`,
    bar: (span, n) => `${isolate(span)}: ${count(n)}`,
  },
};
