// What the page's frame says, in Arabic: the menu of tools and the sheet of keys.
// @ts-check

/** @type {import('../words.js').Translation<typeof import('../en/shell.js').shellWords>} */
export const shellWords = {
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
