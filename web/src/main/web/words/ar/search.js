// Words of the search field and the pin, in Arabic.
// @ts-check
import { count } from '../../core/format.js';
import { isolate, leftToRight } from '../isolate.js';

/** @type {import('../words.js').Translation<typeof import('../en/search.js').searchWords>} */
export const searchWords = {
  search: {
    label: 'بحث وانتقال (/)',
    placeholder: 'ابحث أو انتقل إلى…',
    results: 'النتائج',
    groups: { recent: 'آخر ما انتُقل إليه', places: 'أماكن وإحداثيات', features: 'عناصر', layers: 'طبقات', tools: 'أدوات', filter: 'مرشح' },
    asking: 'جارٍ البحث…',
    examples: `إحداثيات بأي صيغة، أو MGRS، أو مكان، أو ${leftToRight('5 km NE of')} مكان، أو مرجع، أو عنوان، أو طبقة، أو أداة.`,
    nothing: (text) => `لم يُعثر لعبارة «${isolate(text)}» على شيء يحق لك رؤيته.`,
    filterBy: (text) => `عرض ما يذكر «${isolate(text)}» فقط`,
    filterHelp: 'يرشّح الخريطة والأعداد والأرقام',
    tool: 'أداة',
    layerOn: 'طبقة · الانتقال إلى نطاقها',
    layerOff: 'طبقة · تفعيل',
    instead: 'ربما المقصود',
    outside: 'خارج الفترة المعروضة',
    chosen: (title) => `اختير ${isolate(title)}`,
  },
  pin: {
    title: 'دبوس',
    within: (distance) => `ضمن ${isolate(distance)}`,
    from: (distance, point, degrees, name) => `على بعد ${isolate(distance)} ${point} (${leftToRight(`${String(degrees).padStart(3, '0')}°`)}) ${isolate(name)}`,
    at: (name) => `عند ${isolate(name)}`,
    nothingNear: (km) => `لا بلدة ولا قاعدة ضمن ${count(km)} كم مما يحق لك رؤيته`,
    looking: 'جارٍ البحث عن أقرب بلدة وقاعدة…',
    failed: (why) => `تعذّر العثور على أقرب بلدة وقاعدة. ${isolate(why)}`,
    copy: 'نسخ الإحداثيات',
    zoom: 'عرض على الخريطة',
    remove: 'إزالة الدبوس',
    removed: 'أُزيل الدبوس',
    points: ['شمال', 'شمال شرق', 'شرق', 'جنوب شرق', 'جنوب', 'جنوب غرب', 'غرب', 'شمال غرب'],
  },
};
