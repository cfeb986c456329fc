// What the page says without a line, or over a bad one, in Arabic.
// @ts-check
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/offline.js').offlineWords>} */
export const offlineWords = {
  offline: {
    banner: (since, known) => `لا يوجد اتصال منذ ${isolate(since)}. تعرض الخريطة ما كان معروفًا في ${isolate(known)}.`,
    newer: 'توجد نسخة جديدة من هذه الصفحة.',
    reload: 'تحميلها الآن',
    line: 'الاتصال',
    unsent: (n) => plural(n, { zero: 'لا شيء غير مرسل', one: '# غير مرسل', two: '# غير مرسلين', few: '# غير مرسلة', many: '# غير مرسل', other: '# غير مرسل' }),
    allSent: 'أُرسل كل شيء.',
    waits: 'محفوظ على هذا الحاسوب ويُرسل حالما يستجيب الخادم.',
    waitsInTab: 'درجة سريته أعلى من أن يُحفظ على قرص هذا الحاسوب: يُحفظ في علامة التبويب هذه وحدها حتى إغلاقها.',
    queuedAt: (moment) => `حُفظ ${isolate(moment)}`,
    kinds: { create: 'جديد', change: 'تعديل' },
    sendNow: 'إرسال الآن',
    discard: 'تجاهل',
    discardSure: (title) => `هل تريد تجاهل «${isolate(title)}»؟ لم يُرسل قط ولا يمكن استعادته.`,
    discardYes: 'تجاهله',
    keep: 'الاحتفاظ به',
    sent: (title) => `أُرسل: ${isolate(title)}`,
    conflict: 'عدّل شخص آخر هذا في هذه الأثناء.',
    decide: 'المقارنة واتخاذ القرار',
    refused: (why) => `رفض الخادم هذا: ${isolate(why)}`,
    again: 'إعادة المحاولة',
    reopen: 'فتح في الاستمارة',
    formBusy: 'تحتوي الاستمارة على تقرير آخر. أرسله أو تجاهله أولًا.',
    signOutSure: (n) => plural(n, { one: 'لم يُرسل إدخال واحد. تسجيل الخروج يتجاهله.', two: 'لم يُرسل إدخالان. تسجيل الخروج يتجاهلهما.', few: 'لم تُرسل # إدخالات. تسجيل الخروج يتجاهلها.', other: 'لم يُرسل # إدخالًا. تسجيل الخروج يتجاهلها.' }),
    signOutYes: 'التجاهل وتسجيل الخروج',
    stay: 'البقاء',
    queued: 'محفوظ ولم يُرسل بعد',
    queuedLong: 'لا يمكن الوصول إلى الخادم. حُفظ هذا وسيُرسل مرة واحدة حالما يمكن ذلك.',
    low: 'نطاق ترددي منخفض',
    lowAbout: 'لا تُحمَّل الخريطة إلا عند طلبك، ولا يُحمَّل شيء مسبقًا، وتنتظر الصور نقرة، ولا يُبلَّغ عن تعديلات الآخرين إلا بالأرقام.',
    heldBack: 'نطاق ترددي منخفض: لم يُحمَّل هذا العرض. ما يبدو فارغًا هنا قد لا يكون فارغًا.',
    fetch: 'إظهار هذا العرض',
    propose: 'الاتصال بطيء. هل تريد التحويل إلى النطاق الترددي المنخفض؟',
    proposeYes: 'تشغيل',
    proposeNo: 'ليس الآن',
    meter: 'البايتات عبر الاتصال',
    inSession: 'منذ فتح علامة التبويب هذه',
    lastMinute: 'الدقيقة الأخيرة',
    meterLimits: 'الردود مع ترويساتها كما يبلّغ عنها المتصفح. لا يُحسب: ما يُرسل، وتدفق التعديلات ما دام مفتوحًا، والحمل الإضافي للاتصال نفسه.',
    showPhotograph: (title) => `عرض ${isolate(title)}`,
  },
};
