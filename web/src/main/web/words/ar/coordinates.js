// Words of coordinates, the grid and the place menu, in Arabic.
// @ts-check
import { isolate, leftToRight } from '../isolate.js';

/** @type {import('../words.js').Translation<typeof import('../en/coordinates.js').coordinateWords>} */
export const coordinateWords = {
  coordinates: {
    readout: 'الإحداثيات: اختيار طريقة كتابتها',
    title: 'الإحداثيات',
    here: 'هذا المكان',
    centre: 'وسط الخريطة',
    notations: { decimal: 'درجات عشرية', dms: 'درجات ودقائق وثوانٍ', ddm: 'درجات ودقائق عشرية', mgrs: 'MGRS', utm: 'UTM' },
    help: 'يسري الاختيار على الصفحة كلها في هذا المتصفح.',
    copy: (notation) => `نسخ بصيغة ${isolate(notation)}`,
    copied: (text) => `تم النسخ: ${leftToRight(text)}`,
    notCopied: (text) => `لم يسمح المتصفح بالنسخ: ${leftToRight(text)}`,
    beyond: `خارج شبكة MGRS (شمال ${leftToRight('84° N')} أو جنوب ${leftToRight('80° S')})`,
    copyKey: 'نسخ إحداثيات المؤشر أو وسط الخريطة',
    pin: 'وضع دبوس هنا',
  },
  grid: {
    title: 'شبكة MGRS',
    shown: 'شبكة MGRS ظاهرة',
    hidden: 'شبكة MGRS مخفية',
    poles: `شبكة MGRS ظاهرة. تنتهي عند ${leftToRight('84° N')} و${leftToRight('80° S')}؛ ولا تُرسم الشبكات القطبية.`,
  },
};
