// Every word of the account page and the administration page, in Arabic.
// @ts-check
import { rightsWords } from './rights.js';
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/accounts.js').words>} */
export const words = {
  ...rightsWords,
  language: 'اللغة', map: 'الخريطة', account: 'الحساب', administration: 'الإدارة', copy: 'نسخ', copied: 'تم النسخ', never: 'أبدًا', none: 'لا شيء', retry: 'إعادة المحاولة',
  who: 'من أنا', user: 'اسم المستخدم', name: 'الاسم', roles: 'الأدوار', clearance: 'مستوى الاطلاع', compartments: 'المقصورات', expires: 'تسجيل الدخول صالح حتى',
  password: 'كلمة المرور', passwordLink: 'تغيير كلمة المرور', passwordRule: '12 حرفًا على الأقل. تغييرها ينهي جميع جلساتك الأخرى.',
  tokens: 'رموز واجهة البرمجة (API)', tokenRule: 'يتيح الرمز لبرنامج أن يعمل باسمك، ولا تتجاوز حقوقه أبدًا حقوقك في تلك اللحظة.',
  tokenName: 'الغرض منه', scope: 'النطاق', read: 'قراءة', write: 'قراءة وكتابة', days: 'مدة الصلاحية بالأيام (من 1 إلى 365)', make: 'إنشاء رمز', lastUsed: 'آخر استخدام', until: 'ينتهي في', revoke: 'إلغاء', revoked: 'ملغى', noTokens: 'لا رموز بعد.',
  once: 'انسخه الآن: لن يُعرض إلا هذه المرة.', askRevoke: (name) => `هل تريد إلغاء الرمز «${isolate(name)}»؟ ستُرفض البرامج التي تستخدمه فورًا.`,
  loading: 'جارٍ التحميل…', unknown: 'غير معروف', pages: 'الصفحات', views: 'إدارة', when: 'متى', what: 'ماذا', by: 'بواسطة', role: 'الدور', owner: 'صاحب الرمز', expired: 'منتهٍ',
  sessions: 'أماكن تسجيل دخولي', sessionRule: 'تنتهي الجلسة بعد 30 دقيقة بلا استخدام، وبعد 12 ساعة على أبعد تقدير. إن لم تكن إحداها لك فأنهِها وغيّر كلمة المرور.',
  begun: 'البداية', address: 'العنوان', browser: 'المتصفح', here: 'هذه', endOthers: 'تسجيل الخروج من كل مكان آخر', onlyHere: 'لست مسجّل الدخول في أي مكان آخر.',
  ended: (n) => plural(n, { zero: 'لم تُنهَ أي جلسة أخرى.', one: 'أُنهيت جلسة أخرى واحدة.', two: 'أُنهيت جلستان أخريان.', few: 'أُنهيت # جلسات أخرى.', many: 'أُنهيت # جلسة أخرى.', other: 'أُنهيت # جلسة أخرى.' }),
  onlyLayers: (names) => `الطبقات ${isolate(names)} فقط`, onlyRoles: (names) => `بصفة ${isolate(names)} فقط`,
  allTokensRule: 'الأحدث أولًا. الرمز الملغى يُرفض فورًا؛ والرمز المنتهي لا أثر له.', onlyUsable: 'ما لا يزال صالحًا فقط', noTokenMatches: 'لا رمز يطابق.',
  logRule: 'الأحدث أولًا، بدقة الدقيقة بالتوقيت العالمي UTC: القرارات بشأن الحسابات وكلمات مرورها ورموزها، وعمليات الدخول المقبولة والمرفوضة. يمكن الإضافة إليه ولا يمكن تغييره أبدًا.',
  noEvents: 'لم يحدث شيء بعد.', noEventsOf: (name) => `لا يُعرف شيء عن ${isolate(name)}.`, older: 'عرض الأقدم', noOlder: 'هذا كل شيء.',
  nameRule: 'من 2 إلى 40 من الحروف اللاتينية الصغيرة أو الأرقام أو النقاط أو الشرطات أو الشرطات السفلية. لا يُمنح الاسم مرة أخرى أبدًا.',
  area: 'منطقة المسؤولية', areaChoice: 'يرى ما يقع في', wholeMission: 'كامل منطقة البعثة', ownOutline: 'حدود خاصة',
  areaPaste: 'Polygon أو MultiPolygon بصيغة GeoJSON أو WKT، خط الطول قبل خط العرض', areaExample: 'POLYGON ((-21 -11, -20 -11, -20 -10, -21 -11))',
  areaHelp: 'تظل العناصر التي لا مكان لها والطبقات المرجعية ظاهرة.', noPlaces: 'طبقة المناطق الإدارية فارغة؛ يمكن لصق حدود.',
  placesAway: (why) => `تتعذر قراءة المناطق الإدارية: ${isolate(why)} يمكن لصق حدود.`,
  level: (code) => ({ ADM0: 'البلد', ADM1: 'الولايات', ADM2: 'المحافظات', ADM3: 'المديريات', SECTOR: 'قطاعات البعثة' }[code] ?? code),
  areaFaults: {
    empty: 'الصق حدودًا أو اختر منطقة أخرى.', json: 'هذا JSON غير مكتمل.', wkt: 'هذا ليس GeoJSON ولا WKT.', kind: 'المنطقة هي Polygon أو MultiPolygon.',
    positions: 'تحتاج الحلقة إلى أربعة مواقع على الأقل، لكل منها خط طول وخط عرض.', range: 'أحد المواقع خارج الكرة الأرضية: خط الطول قبل خط العرض، بالدرجات.',
    open: 'يجب أن تنتهي الحلقة حيث تبدأ.', several: 'أدخل عنصرًا واحدًا لا مجموعة من عدة عناصر.',
  },
  subject: 'المعرّف لدى مزوّد الهوية، إن وُجد', added: (name) => `أُضيف ${isolate(name)}، ويسجّل الدخول لدى مزوّد الهوية.`,
  saved: (name) => `عُدّل ${isolate(name)}.`, unchanged: 'لم يكن هناك أي اختلاف.', editOf: (name) => `تعديل ${isolate(name)}`,
  users: 'المستخدمون', search: 'البحث بالاسم', anyRole: 'كل الأدوار', state: 'الحالة', enabled: 'مفعّل', disabled: 'معطّل', due: 'عليه اختيار كلمة مرور', noUsers: 'لا حساب يطابق.',
  add: 'إضافة مستخدم', edit: 'تعديل', save: 'حفظ', cancel: 'إلغاء', disable: 'تعطيل', enable: 'تفعيل', reset: 'إعادة ضبط كلمة المرور', log: 'السجل', tokensOf: 'الرموز',
  ends: 'تغيير الحقوق ينهي الجلسات الجارية لهذا الحساب في غضون ثانية.', codes: 'المقصورات، مفصولة بفواصل',
  oneTime: (name) => `كلمة مرور لمرة واحدة لـ ${isolate(name)}. انسخها الآن: لن تُعرض إلا هذه المرة، ويجب تغييرها عند أول تسجيل دخول.`,
  askDisable: (name) => `هل تريد تعطيل ${isolate(name)}؟ تنتهي الجلسات الجارية في غضون ثانية وتُرفض رموز API.`,
  askReset: (name) => `هل تريد منح ${isolate(name)} كلمة مرور جديدة لمرة واحدة؟ تنتهي الجلسات الجارية في غضون ثانية.`,
};
