// What the server declares of its analyses, in Arabic; the English is the server's own. Loaded with the panel of analyses.
// @ts-check
/** @typedef {import('../analyses.js').AnalysisWords} AnalysisWords */
/** @typedef {import('../analyses.js').InputWords} InputWords */

/** @type {Record<string, InputWords>} */
const shared = {
  includeCoarse: { title: 'تضمين الأماكن التقريبية', description: 'استخدام الأحداث التي لا يُعرف مكانها إلا على المستوى الإداري الأول أو طريق أو بلد أو منطقة بحرية أيضًا. هي موضوعة على نقطة تمثيلية وتوهم بوجود تركزات.' },
  seed: { title: 'البذرة', description: 'بداية الأرقام العشوائية. البذرة نفسها تعطي النتيجة نفسها؛ جرّب غيرها لترى ما كان مصادفة.' },
  drawsOfPlaces: { title: 'سحوبات الأماكن', description: 'كم مرة تُحرَّك كل الأحداث ضمن هامش شكّها المصرح به لمعرفة أي الخلايا تبقى ساخنة. 0: لا سحوبات.' },
  areas: { title: 'المناطق', description: 'الطبقة التي تُحسب الأحداث في مناطقها عندما تكون الخلايا مناطق إدارية.' },
  grid: { title: 'الخلايا', description: 'مسدسات متساوية الحجم، أو المناطق الإدارية لطبقة.', labels: { admin: 'مناطق إدارية', hex: 'مسدسات' } },
  cellM: { title: 'عرض المسدس', description: 'من ضلع إلى ضلع، وهو أيضًا المسافة بين مركزي مسدسين متلامسين. الأصغر يُظهر التفاصيل ويترك أحداثًا قليلة في كل منها. إذا تُرك فارغًا اختير بحسب عدد الأحداث والمساحة.' },
  level: { title: 'مستوى المناطق', description: 'في أي مناطق الطبقة يجري العدّ: من مستوى واحد، كي لا تقع منطقة داخل أخرى.', labels: { ADM1: 'المقاطعات', ADM2: 'الأقضية', ADM3: 'النواحي', SECTOR: 'قطاعات البعثة', most: 'المستوى الأكثر مناطق' } },
  weights: { title: 'المجاورات', description: 'مع أي خلايا يُنظر إلى الخلية.', labels: { band: 'الواقعة ضمن مسافة', contiguity: 'الملامسة لها', knn: 'الأقرب، بالعدد نفسه لكل خلية' } },
  bandM: { title: 'مسافة الجوار', description: 'للجوار بالمسافة: أقصى بعد بين المراكز. الأكبر يجد تركزات أوسع. إذا تُركت فارغة: مسدسان، أو ما يعطي كل منطقة مجاورة.' },
  k: { title: 'أقرب المجاورات', description: 'لأقرب المجاورات: كم عددها.' },
  fdr: { title: 'تعدد الاختبارات', description: 'كيف يُراعى أن كل خلية اختبار وأن بعضها غير معتاد بمحض المصادفة.', labels: { bh: 'بنجاميني وهوخبرغ', by: 'بنجاميني ويكوتيلي: مع أي ترابط، أشد صرامة', none: 'دون تصحيح: كل خلية بذاتها، مع إنذارات كاذبة حين تكثر' } },
  maxDateRangeDays: { title: 'أطول مدى للتواريخ', description: 'الأحداث التي لا تُعرف إلا بمدى تواريخ أطول تُترك: يومها تخمين. ويؤخذ من المدى يومه الأول.' },
};
const growth = { double: 'مضاعفة: 1 و2 و4 و8 أمثال الأولى', equal: 'متساوية: 1 و2 و3 و4 أمثال الأولى', 'one-two-five': '1 و2 و5 و10 أمثال الأولى' };
const { includeCoarse, seed, areas, grid, cellM, level, weights, bandM, k, fdr, maxDateRangeDays } = shared;

/** @type {Record<string, AnalysisWords>} */
const processes = {
  'before-after': {
    title: 'قبل وبعد',
    description: 'هل تغيّر عدد الأحداث عند لحظة ما، كتكثيف الدوريات أو قاعدة جديدة: سلسلة زمنية متقطعة تقارن ما تلا بما كان الزمن السابق يؤدي إليه. وليس هذا برهانًا على السببية.',
    inputs: {
      at: { title: 'اللحظة', description: 'متى بدأ التكثيف أو افتُتحت القاعدة (UTC). اخترها بحسب ما جرى فعله، لا بحسب انعطاف المنحنى. إذا تُركت فارغة: منتصف الفترة.' },
      stepDays: { title: 'الخطوة', description: 'الأيام التي تُعدّ معًا. الخطوات الأطول أثبت وأقل عددًا؛ يلزم 6 على الأقل من كل جانب، و12 أفضل.' },
    },
  },
  'cluster-density': {
    title: 'العناقيد بحسب الكثافة',
    description: 'أين تتركز الأحداث: DBSCAN أو ST-DBSCAN أو HDBSCAN أو OPTICS بمسافات جيوديسية على WGS 84. يجمع العنقود أحداثًا لكل منها ما يكفي من غيرها بقربه؛ وما بقي فهو ضجيج. تصف العناقيد الأحداث المختارة؛ ولا تُختبر دلالتها الإحصائية، بل مدى ثباتها حين تُحرَّك الأحداث ضمن هامش شكّها وحين تُنصَّف المسافة أو تُضاعَف.',
    inputs: {
      method: { title: 'الطريقة', description: 'DBSCAN لكثافة واحدة في كل مكان؛ ST-DBSCAN إذا وجب أن تتقارب الأحداث زمنيًا أيضًا؛ HDBSCAN إذا اختلفت كثافة المدن والأرياف؛ OPTICS لرؤية الكثافة من حدث إلى حدث.', labels: { dbscan: 'DBSCAN: مسافة واحدة في كل مكان', stdbscan: 'ST-DBSCAN: متقاربة مكانًا وزمانًا', hdbscan: 'HDBSCAN: المدن والأرياف كل بكثافته', optics: 'OPTICS: وديان مخطط قابلية الوصول' } },
      epsM: { title: 'المسافة', description: 'الأحداث التي لا تزيد المسافة بينها على هذه متجاورة. الأكبر تجمع العناقيد، والأصغر تقسمها. إذا تُركت فارغة أُخذ انعطاف منحنى المسافات وعُرض. HDBSCAN يستغني عنها.' },
      minPts: { title: 'أقل عدد من الأحداث', description: 'الأحداث التي يجب أن تقع ضمن مسافة أحدها، وهو منها، كي يتكوّن عنقود.' },
      epsDays: { title: 'الأيام', description: 'ST-DBSCAN: لا يفصل بين المتجاورات أكثر من هذه الأيام.' },
      minClusterSize: { title: 'أصغر عنقود', description: 'HDBSCAN ووديان OPTICS: مجموعات الأحداث الأقل من ذلك ليست عناقيد.' },
      xi: { title: 'الانحدار', description: 'OPTICS: النسبة التي يجب أن يهبط بها المخطط ويصعد على جانبي الوادي. أما 0 فيقطع المخطط عند المسافة.' },
      toleranceM: { title: 'الدقة المعروفة', description: 'HDBSCAN: المسافات الأقصر لا تقول شيئًا عن الكثافة. إذا تُركت فارغة: وسيط هامش الشك المصرح به للأحداث.' },
      allowSingleCluster: { title: 'السماح بعنقود واحد', description: 'HDBSCAN: يجوز أن تكون كل الأحداث معًا العنقود الوحيد.' },
      hull: { title: 'الشكل', description: 'كيف تُرسم منطقة العنقود.', labels: { buffer: 'دوائر بنصف المسافة حول الأماكن، مضمومة', concave: 'مقعر: يتبع الأماكن', convex: 'محدب: شريط مطاطي حول الأماكن' } },
      ratio: { title: 'القرب', description: 'مدى قرب الشكل المقعر من الأماكن: 0 أقرب ما يمكن، 1 محدب.' },
      draws: { title: 'السحوبات', description: 'كم مرة يُحرَّك كل حدث ضمن هامش شكّه المصرح به ويُعاد البحث عن العناقيد لمعرفة ما يبقى منها. 0: لا سحوبات.' },
      seed, includeCoarse,
    },
  },
  'data-quality': {
    title: 'جودة البيانات',
    description: 'إلى أي مدى يمكن الوثوق بالأحداث المختارة: دقة معرفة الأماكن والأوقات، وما ينقص، وما قد يُروى مرتين، والأماكن التي يكدّس عليها المعجم الجغرافي الأحداث، والأسابيع الخالية منها، وهل تغيّر حجم الإبلاغ. ابدأ هنا.',
    inputs: {
      least: { title: 'أقل عدد من الأحداث', description: 'الأحداث التي يجب أن تشترك في إحداثية كي تُعرض مكانًا للتكدّس.' },
      shuffles: { title: 'الخلطات', description: 'كم مرة تُخلط الأسابيع لمعرفة هل يكون تغيّر أو فجوة مصادفة.' },
      seed,
    },
  },
  'density-surface': {
    title: 'سطح الكثافة',
    description: 'كم عدد الأحداث في الكيلومتر المربع: يُنشر كل حدث بنواة من المسافة الجيوديسية على WGS 84. تضم خطوط الكنتور 50 و75 و95% من الكتلة حيث هي أكثف. يصف السطح الأحداث المختارة؛ ولا تُختبر دلالته الإحصائية.',
    inputs: {
      kernel: { title: 'النواة', description: 'الشكل الذي يُنشر به الحدث. كلاهما يُنعّم بالقدر نفسه عند عرض نطاق واحد.', labels: { gaussian: 'غاوسية: بلا نهاية', quartic: 'رباعية: تنتهي عند 2.83 من عرض النطاق' } },
      bandwidthM: { title: 'عرض النطاق', description: 'الانحراف المعياري، على طول محور، لانتشار الحدث. الأكبر يُظهر الأقاليم، والأصغر يُظهر الأماكن. إذا تُرك فارغًا اختارته القاعدة.' },
      rule: { title: 'القاعدة', description: 'كيف يُختار عرض النطاق إن لم يُعطَ؛ ولا يقل أبدًا عن وسيط هامش شك الأماكن.', labels: { lcv: 'التحقق المتقاطع من الأرجحية', mse: 'بيرمان وديغل: أقل متوسط لمربع الخطأ', cvl: 'كروني وفان ليسهاوت', scott: 'سكوت: واسع', arcgis: 'القيمة المبدئية في ArcGIS' } },
      edge: { title: 'الحافة', description: 'ما يُفعل بالنوى التي تخرج من منطقة الدراسة حيث لم يُبحث عن أحداث.', labels: { auto: 'ديغل إذا كان للاختيار منطقة، وإلا فلا شيء', none: 'لا شيء: أقل من الواقع قرب الحافة', uniform: 'منتظم: مقسوم على حصة النواة في الداخل', diggle: 'ديغل: يوزن كل حدث ولا تضيع كتلة' } },
      cellM: { title: 'الخلية', description: 'ضلع خلية من السطح. إذا تُرك فارغًا: ربع عرض النطاق.' },
      draws: { title: 'السحوبات', description: 'كم مرة تُحرَّك كل الأحداث ضمن هامش شكّها المصرح به لمعرفة ما يبقى. 0: لا سحوبات.' },
      seed, includeCoarse,
    },
  },
  'hexagon-counts': {
    title: 'العدّ في مسدسات',
    description: 'أين تتركز الأحداث: الأحداث معدودة في مسدسات متساوية الحجم. تصف الخلايا الأحداث المختارة؛ ولا تُختبر دلالتها الإحصائية.',
    inputs: {
      sideM: { title: 'الضلع', description: 'طول ضلع المسدسات. جرّب النصف والضعف: ما يبقى ليس من صنع الشبكة.' },
      least: { title: 'أقل عدد من الأحداث', description: 'تُترك المسدسات التي أحداثها أقل.' },
      includeCoarse,
    },
  },
  'hotspot-emerging': {
    title: 'البؤر الساخنة الناشئة',
    description: 'أي الخلايا تسخن أو تبقى ساخنة أو لم تعد كذلك: إحصاءة Gi* لغيتيس وأورد لكل خلية في كل خطوة زمنية مع مجاوراتها مكانًا وزمانًا، واتجاهها بحسب مان وكندال، وإحدى سبع عشرة فئة مع جملة بسيطة.',
    inputs: {
      areas,
      stepDays: { title: 'طول الخطوة', description: 'الخطوات الأقصر تُظهر المسار أكثر وتضم أحداثًا أقل. تنتهي الخطوة الأخيرة مع الفترة. إذا تُرك فارغًا: الأطول من بين يوم وأسبوع و14 و30 و91 و365 يومًا مما يعطي اثنتي عشرة خطوة.' },
      grid, cellM, level, weights, bandM, k,
      lag: { title: 'الخطوات السابقة', description: 'كم خطوة سابقة تُعدّ مجاورة للخطوة. الأكثر ينعّم المسار عبر الزمن.' },
      window: { title: 'المقارنة مع', description: 'مع كل الأوقات، يجعل الارتفاع العام الخطوات المتأخرة ساخنة؛ ومع الخطوة نفسها، لا يسخن إلا ما يبرز عن غيره في ذلك الوقت.', labels: { cube: 'كل الخلايا في كل الأوقات', neighbourhood: 'كل الخلايا في الخطوات المعدودة مجاورة لها', step: 'كل الخلايا في الخطوة نفسها' } },
      fdr, draws: shared.drawsOfPlaces, includeCoarse, seed,
    },
  },
  'hotspot-local': {
    title: 'البؤر الساخنة بالإحصاءات المحلية',
    description: 'أي الخلايا لها، مع مجاوراتها، أحداث أكثر أو أقل مما تفسره المصادفة: Gi* أو Gi لغيتيس وأورد، أو موران المحلي، على مسدسات أو مناطق إدارية. لكل خلية قيمة z واحتمالها بحسب التوزيع الطبيعي وبالتبديل، وقيمة q تراعي تعدد الاختبارات؛ ونسبة السحوبات التي تبقى فيها ساخنة حين تُحرَّك الأحداث ضمن هامش شكّها المصرح به.',
    inputs: {
      areas,
      statistic: { title: 'الإحصاءة', description: 'Gi* تجد التركزات؛ وموران المحلي يجد أيضًا خلية مرتفعة وحيدة بين منخفضات.', labels: { gi: 'Gi لغيتيس وأورد: ما عليه مجاوراتها، دونها هي', gistar: 'Gi* لغيتيس وأورد: مرتفعة أو منخفضة مع مجاوراتها', moran: 'موران المحلي: تشبه مجاوراتها أو تخالفها' } },
      grid, cellM, level, weights, bandM, k,
      denominatorField: { title: 'القسمة على', description: 'للمناطق الإدارية: ما تُقسم عليه الأعداد، كي لا تكون منطقة كثيرة السكان ساخنة لهذا وحده.', labels: { area_km2: 'المساحة', none: 'لا شيء', population: 'السكان' } },
      rate: { title: 'المعدلات', description: 'معدلات المناطق الصغيرة تقفز. طريقة بايز التجريبية تسندها إلى غيرها، وكلما قل الناس زاد الإسناد.', labels: { ebGlobal: 'بايز التجريبية، مسندة إلى كل المناطق', ebLocal: 'بايز التجريبية، مسندة إلى المجاورات', raw: 'كما هي' } },
      scale: { title: 'المقياس', description: 'خلية واحدة فيها معظم الأحداث تحجب كل ما عداها: اللوغاريتم أو الرتبة يضبطها.', labels: { count: 'كما عُدّت', log: 'لوغاريتم 1 + العدد', rank: 'الرتبة' } },
      fdr,
      nsim: { title: 'التبديلات', description: 'جوارات عشوائية تُقارن بها كل خلية. الأكثر يعطي احتمالات أدق؛ 0: لا تبديلات.' },
      draws: shared.drawsOfPlaces, includeCoarse, seed,
    },
  },
  'near-repeat': {
    title: 'التكرار القريب',
    description: 'هل يتبع الحدثَ أحداثٌ أخرى قريبة وعاجلة أكثر مما تأتي به المصادفة، وعلى أي بعد وفي أي مدة: اختبار نوكس بنطاقات من المسافة والأيام، مع خلط الأوقات على الأماكن. ويرسم حول الأحداث الأخيرة أين وإلى متى تُتوقع أحداث أخرى أكثر من المعتاد. اختر بمرشح أحداثًا من نوع واحد.',
    inputs: {
      bandM: { title: 'المسافة الأولى', description: 'الحد الأعلى لأول نطاق مسافة بعد المكان نفسه الذي هو نطاق قائم بذاته. لا تقل عن دقة معرفة الأماكن.' },
      bands: { title: 'نطاقات المسافة', description: 'كم عددها، إضافة إلى المكان نفسه.' },
      bandGrowth: { title: 'تدرج المسافات', description: 'كيف تتوالى نطاقات المسافة.', labels: growth },
      stepDays: { title: 'الأيام الأولى', description: 'الحد الأعلى لأول نطاق أيام: 7 لأحداث لا يفصل بينها أكثر من أسبوع.' },
      steps: { title: 'نطاقات الأيام', description: 'كم عددها.' },
      stepGrowth: { title: 'تدرج الأيام', description: 'كيف تتوالى نطاقات الأيام.', labels: growth },
      shuffles: { title: 'الخلطات', description: 'كم مرة تُخلط الأوقات على الأماكن؛ أصغر قيمة p ممكنة واحد من هذا العدد زائد واحد.' },
      maxQ: { title: 'أكبر قيمة q', description: 'نسبة الإنذارات الكاذبة المسموح بها بين الخانات المعدودة ذات دلالة.' },
      leastRatio: { title: 'أقل نسبة', description: 'كم ضعفًا من الأزواج مقارنة بالمصادفة يلزم لهالة خطر.' },
      draws: { title: 'سحوبات الثبات', description: 'كم مرة تُحرَّك الأحداث ضمن هامش شكّها المصرح به لمعرفة ما يبقى من النمط. 0: لا سحوبات.' },
      maxDateRangeDays, includeCoarse, seed,
    },
  },
  'patrol-coverage': {
    title: 'تغطية الدوريات',
    description: 'أين كانت الدوريات ومنذ متى: الزمن منذ آخر حضور ضمن المدى، ونسبة ما شوهد من كل بؤرة ساخنة في 7 و14 و30 يومًا، والزيارات مقابل المطلوب والفجوات بينها. المكان الذي لم يُزَر قط مجهول، لا آمن.',
    inputs: {
      patrols: { title: 'الدوريات', description: 'مسارات الدوريات التي يُقاس حضورها.' },
      hotspots: { title: 'البؤر الساخنة', description: 'المناطق التي تُعدّ زياراتها وتُقابَل بالمطلوب لها.' },
      rangeM: { title: 'المدى', description: 'يُعدّ المكان مشاهَدًا حين تمر دورية ضمن هذه المسافة. الأكبر يجعل التغطية تبدو أفضل.' },
      sideM: { title: 'الضلع', description: 'طول ضلع المسدسات التي يُذكر لها الزمن منذ الحضور.' },
      windowDays: { title: 'الأيام المنظور فيها', description: 'الزيارات والفجوات وساعات الحضور والأحداث في هذا العدد من الأيام الأخيرة.' },
      mergeHours: { title: 'الزيارة الواحدة', description: 'المرورات التي لا يفصل بينها أكثر من هذا زيارة واحدة.' },
      gapMinutes: { title: 'أطول فجوة', description: 'يُقطع المسار حيث لا يُعرف عنه شيء مدة أطول: ما بين ذلك لم يُشاهَد.' },
      maxSpeedKmh: { title: 'أقصى سرعة', description: 'المقاطع والدوريات الأسرع من هذا ليست حضورًا على الأرض: مواقع خاطئة أو طائرات.' },
      draws: { title: 'سحوبات الأماكن', description: 'كم مرة تُحرَّك الأحداث ضمن هامش شكّها المصرح به لمعرفة أي المسدسات ظل يقع فيها شيء. 0: لا سحوبات.' },
      includeCoarse, seed,
    },
  },
  'risk-forecast': {
    title: 'الخطر في الأجل القصير',
    description: 'أين يُرجَّح وقوع الأحداث قريبًا: أعداد، وكثافة بالنواة، وProMap، وعملية ذاتية الإثارة، ومزيج، كل منها مجرَّب على أيام سابقة بما كان معروفًا حينها. تعرض الخريطة النموذج الذي وجد أحداثًا أكثر من مجرد الأعداد، أو تقول إنه لم يفعل ذلك أي نموذج وتعرض العدد. يقول أين، لا لماذا، ولا شيئًا عما تغيره الدوريات.',
    inputs: {
      cellM: { title: 'المربع', description: 'ضلع المربعات المرتبة. الأماكن المعروفة بدقة بضعة كيلومترات لا تستحق أصغر منها.' },
      horizonDays: { title: 'الأيام المقبلة', description: 'إلى أي مدى يصل التوقع.' },
      areaPct: { title: 'نسبة المنطقة', description: 'النسبة من المنطقة التي تستطيع الدوريات تولّيها: يُختار نموذج الخريطة بحسب إصاباته فيها.', labels: { 1: '1%', 2: '2%', 5: '5%', 10: '10%' } },
      origins: { title: 'أيام التجربة', description: 'أيام سابقة بين كل منها ثلاثون يومًا تُجرَّب عليها النماذج. الأكثر يميز بينها أفضل ويرجع أبعد.' },
      delayDays: { title: 'تأخر الإبلاغ', description: 'الأيام التي يستغرقها الحدث كي يُعرف: كانت التوقعات السابقة تعرف أقل بهذا القدر.' },
      bandwidthM: { title: 'عرض النطاق', description: 'إلى أي مدى ينتشر الحدث في النوى؛ نصف مربع إن لم يُعطَ.' },
      draws: { title: 'السحوبات', description: 'كم مرة تُحرَّك الأحداث ضمن هامش شكّها لمعرفة أي المربعات تبقى؛ 0: لا سحوبات.' },
      seed, includeCoarse,
    },
  },
  'scan-spacetime': {
    title: 'العناقيد في المكان والزمان',
    description: 'أين ومتى كانت الأحداث أكثر مما تجمعه المصادفة: إحصاءة المسح لكولدورف بدوائر على WGS 84، والمبدئي هو التبديل المكاني الزماني الذي لا يحتاج إلى عدد السكان ويقارن كل مكان ويوم بما هو معتاد لكليهما. تُجرَّب كل الدوائر وكل المدد، وتراعي p ذلك.',
    inputs: {
      areas: { title: 'مناطق لها سكان', description: 'مناطق لها خاصية «population»، لنموذج بواسون وحده. وإذا تراكبت المناطق أُخذت أصغرها.' },
      model: { title: 'النموذج', description: 'بماذا تُقارن الأحداث: بالمعتاد من الأحداث في الأماكن والأيام نفسها، وهذا لا يحتاج إلى غيره، أو بسكان المناطق.', labels: { poisson: 'بواسون: الأحداث مقابل سكان المناطق، دون الزمن', stp: 'التبديل المكاني الزماني: الأماكن والأيام مقابل أحداثها المعتادة' } },
      prospective: { title: 'ما هو جارٍ الآن فقط', description: 'العناقيد التي تمتد إلى اليوم الأخير فقط: ما يُنظر إليه اليوم. وإلا وُجدت عناقيد من أي وقت، وهذا يطول أكثر.' },
      maxRadiusM: { title: 'أكبر نصف قطر', description: 'نصف قطر أكبر دائرة. الأكبر يجد عناقيد أوسع ويطول أكثر.' },
      maxDays: { title: 'أطول عنقود، بالأيام', description: 'أيام أطول عنقود. الأطول يجد تغيرات أبطأ.' },
      stepDays: { title: 'الخطوة، بالأيام', description: 'الأيام التي تُعدّ معًا: 7 أسرع ولا يؤثر فيها في أي يوم من الأسبوع يُبلَّغ عن الأمر.' },
      maxShare: { title: 'أكبر نسبة', description: 'النسبة من السكان، أو من كل الأحداث، التي يجوز أن تضمها أكبر دائرة. أكثر من النصف يعني القول إن ما عداها هادئ.' },
      leastEvents: { title: 'أقل عدد من الأحداث', description: 'أقل عدد من الأحداث في العنقود.' },
      replications: { title: 'المحاكاة', description: 'ترتيبات مسحوبة بالمصادفة؛ أصغر قيمة p ممكنة واحد من هذا العدد زائد واحد.' },
      stopEarly: { title: 'التوقف المبكر', description: 'الانتهاء حين تتفوق 50 محاكاة على العنقود الأرجح: فليس فيه ما هو غير معتاد.' },
      maxP: { title: 'أكبر قيمة p معروضة', description: 'العناقيد ذات قيمة p أكبر في الجدول لا على الخريطة. 1 يعرضها كلها.' },
      maxClusters: { title: 'أكثر عدد من العناقيد', description: 'أكثر ما يُدرج من العناقيد.' },
      draws: { title: 'سحوبات الثبات', description: 'كم مرة تُحرَّك الأحداث ضمن هامش شكّها المصرح به لمعرفة هل يبقى العنقود. 0: لا سحوبات.' },
      maxDateRangeDays, includeCoarse, seed,
    },
  },
};

/** By the sentence of the server, which is nowhere put together of parts. @type {Record<string, string>} */
const caveats = {
  'Events per hour of presence: patrols find and report more where they are, and go where things happen. The rates say nothing of what patrols cause or prevent.':
    'الأحداث لكل ساعة حضور: تجد الدوريات وتبلّغ أكثر حيث تكون، وتذهب حيث تقع الأحداث. لا تقول المعدلات شيئًا عما تسببه الدوريات أو تمنعه.',
  'Within range of a track does not mean that anything was seen from it, or that anybody was protected.':
    'الوقوع ضمن مدى مسار لا يعني أن شيئًا شوهد منه أو أن أحدًا حُمي.',
  'Clusters show where the selected events lie close together. They are not tested against chance, and places that are reported more are denser.':
    'تُظهر العناقيد أين تتقارب الأحداث المختارة. وهي غير مختبرة مقابل المصادفة، والأماكن التي يُبلَّغ عنها أكثر تكون أكثف.',
  'It was not tried how the clusters stand when events are moved: no event states how well its place is known, or no draws were asked for.':
    'لم يُجرَّب كيف تثبت العناقيد حين تُحرَّك الأحداث: لا يصرح أي حدث بدقة معرفة مكانه، أو لم تُطلب سحوبات.',
  'No event of the selection has a place that can be used: there is no result.':
    'ليس لأي حدث في الاختيار مكان يمكن استخدامه: لا نتيجة.',
  'No group of events stands out as denser than the rest. All of them together are no cluster unless that is allowed.':
    'لا تبرز مجموعة من الأحداث أكثف من غيرها. وكلها معًا ليست عنقودًا ما لم يُسمح بذلك.',
  'Neighbouring steps share events, so the trend looks surer than it is: pAutocorrelated allows for that.':
    'تشترك الخطوات المتجاورة في أحداث، فيبدو الاتجاه أوثق مما هو: يراعي pAutocorrelated ذلك.',
  'Reports that grow or cease look the same as violence that does: ask whether reporting changed before taking a spot for new or past.':
    'الإبلاغ الذي يزداد أو ينقطع يبدو كالعنف الذي يفعل ذلك: اسأل هل تغيّر الإبلاغ قبل أن تعدّ موضعًا جديدًا أو منقضيًا.',
  'Only cells with a pattern are shown: there are too many others.':
    'لا تُعرض إلا الخلايا ذات النمط: ما عداها كثير جدًا.',
  'Counts depend on the size and place of the hexagons and on who reports: they are not tested against chance.':
    'تتوقف الأعداد على حجم المسدسات وموضعها وعلى من يبلّغ: وهي غير مختبرة مقابل المصادفة.',
  'The borders were drawn for administration: compare with another level and with hexagons.':
    'رُسمت الحدود لأغراض الإدارة: قارن بمستوى آخر وبمسدسات.',
  'Only the cells that are unusual are shown: there are too many others.':
    'لا تُعرض إلا الخلايا غير المعتادة: ما عداها كثير جدًا.',
  'How unusual a cell is depends on how many empty ones are looked at with it: compare results of the same area only.':
    'مدى خروج الخلية عن المعتاد يتوقف على عدد الخلايا الفارغة المنظور فيها معها: لا تقارن إلا نتائج المنطقة نفسها.',
  'It was not tested how far the result rests on exact places: no event states how uncertain its place is, or no draws were asked for.':
    'لم يُختبر مدى استناد النتيجة إلى أماكن دقيقة: لا يصرح أي حدث بهامش شك مكانه، أو لم تُطلب سحوبات.',
  'Hot means a higher rate than in the mean of the areas, not who is at risk: what is reported more has the higher rate.':
    'ساخن يعني معدلًا أعلى من متوسط المناطق، لا من هو معرّض للخطر: ما يُبلَّغ عنه أكثر معدله أعلى.',
  'No event has a time: gaps and changes of volume cannot be seen.':
    'ليس لأي حدث وقت: لا يمكن رؤية الفجوات ولا تغيرات الحجم.',
  'Nothing stands out in what is checked here.':
    'لا يبرز شيء فيما يُفحص هنا.',
  'What was never reported cannot be seen in what was.':
    'ما لم يُبلَّغ عنه قط لا يُرى فيما بُلّغ عنه.',
  'A halo is the pattern of all selected events: select one type, for example attacks with explosive devices, to have the pattern of that type.':
    'الهالة نمط كل الأحداث المختارة: اختر نوعًا واحدًا، كالهجمات بالعبوات المتفجرة، ليكون لك نمط ذلك النوع.',
  'No event states how well its place is known, so nothing is said of how the pattern depends on it.':
    'لا يصرح أي حدث بدقة معرفة مكانه، فلا يُقال شيء عن مدى توقف النمط عليها.',
  'No band stands out from chance: nothing is said of where events follow.':
    'لا يبرز أي نطاق عن المصادفة: لا يُقال شيء عن مكان تتابع الأحداث.',
  'Events that follow each other more than by chance need not be the work of the same people: what brought the one may have brought the other.':
    'الأحداث التي تتتابع أكثر من المصادفة ليست بالضرورة من فعل الأشخاص أنفسهم: ما جاء بأحدها ربما جاء بالآخر.',
  'Earlier forecasts knew every event that is known now. Reports come late and are corrected: on the day itself less is known, and skill is lower. Data that are coded after the fact, such as UCDP GED, flatter most; set a reporting delay to see.':
    'كانت التوقعات السابقة تعرف كل حدث معروف الآن. تصل البلاغات متأخرة وتُصحَّح: في اليوم نفسه يُعرف أقل وتكون الإصابة أدنى. البيانات المرمّزة بعد وقوعها، مثل UCDP GED، هي الأكثر مجاملة؛ حدّد تأخرًا للإبلاغ لترى ذلك.',
  'No stability is told: no event states how well its place is known, or no draws were wanted.':
    'لا يُذكر الثبات: لا يصرح أي حدث بدقة معرفة مكانه، أو لم تُرَد سحوبات.',
  'Places that are reported more look riskier, and patrols change what happens and what is reported. A square without a rank is not safe.':
    'الأماكن التي يُبلَّغ عنها أكثر تبدو أخطر، والدوريات تغيّر ما يقع وما يُبلَّغ عنه. المربع الذي لا رتبة له ليس آمنًا.',
  'Clusters are circles. One along a road or a river is found in parts, or with quiet places in it. The p of all but the most likely is too high rather than too low.':
    'العناقيد دوائر. ما امتد منها على طريق أو نهر يوجد أجزاءً أو وفيه أماكن هادئة. وقيمة p لها كلها عدا الأرجح أعلى مما يجب لا أدنى.',
  'Events are compared with the population of the areas. People who fled or came since it was counted are not in it.':
    'تُقارن الأحداث بسكان المناطق. من فرّ أو قدم منذ إحصائهم ليس محسوبًا فيهم.',
  'No cluster stands out from chance. That is no proof of calm: with few events only a strong concentration could.':
    'لا يبرز أي عنقود عن المصادفة. وليس ذلك دليلًا على الهدوء: مع أحداث قليلة لا يبرز إلا تركز قوي.',
  'No event states how well its place is known, so nothing is said of how clusters depend on it.':
    'لا يصرح أي حدث بدقة معرفة مكانه، فلا يُقال شيء عن مدى توقف العناقيد عليها.',
  'Whether clusters depend on how well places are known was not tried.':
    'لم يُجرَّب هل تتوقف العناقيد على دقة معرفة الأماكن.',
  'A change at a moment is not proof that what was done then caused it: seasons, offensives, displacement of people and of violence, and changed reporting do the same. Surges follow peaks, and after a peak numbers fall by themselves.':
    'التغيّر عند لحظة ليس دليلًا على أن ما جرى فعله حينها سببه: فالمواسم والهجمات ونزوح الناس وانتقال العنف وتغيّر الإبلاغ تفعل الشيء نفسه. يأتي التكثيف بعد الذروات، وبعد الذروة تنخفض الأعداد من تلقائها.',
  'A part of the series has too few events for a trend: only the ratio of counts is given.':
    'في جزء من السلسلة أحداث أقل من أن تعطي اتجاهًا: لا تُعطى إلا نسبة الأعداد.',
  'Less than two years: a season cannot be told from a change.':
    'أقل من سنتين: لا يمكن تمييز الموسم من التغيّر.',
  'No moment was given: the middle of the period stands in and means nothing.':
    'لم تُعطَ لحظة: يقوم منتصف الفترة مقامها ولا يعني شيئًا.',
  'There is no comparison area: look at the same period elsewhere before you conclude.':
    'لا توجد منطقة للمقارنة: انظر إلى الفترة نفسها في مكان آخر قبل أن تستنتج.',
  'A density shows where the selected events are, not that they are more than chance would bring, and not where the next will be. Places that are reported more are denser.':
    'تُظهر الكثافة أين تقع الأحداث المختارة، لا أنها أكثر مما تأتي به المصادفة، ولا أين ستقع التالية. الأماكن التي يُبلَّغ عنها أكثر تكون أكثف.',
  'No event states a radius above 0, or they lie more than 3 000 km from their middle: stability is left out.':
    'لا يصرح أي حدث بنصف قطر فوق 0، أو أنها تبعد أكثر من 3 000 كم عن وسطها: يُترك الثبات.',
  'No event states how well its place is known: stability cannot be given.':
    'لا يصرح أي حدث بدقة معرفة مكانه: لا يمكن إعطاء الثبات.',
  'No study area was given: where nobody looked cannot be told from where nothing happened. Select an area to correct for its edge.':
    'لم تُعطَ منطقة دراسة: لا يمكن تمييز حيث لم ينظر أحد مما لم يقع فيه شيء. اختر منطقة لتصحيح أثر حافتها.',
  'So many places were put into cells before smoothing, which is off by at most (cell / bandwidth)²/4 of the peak of a kernel for each event.':
    'وُضعت أماكن كثيرة في خلايا قبل التنعيم، وهو ينحرف بما لا يزيد على (الخلية / عرض النطاق)²/4 من ذروة النواة لكل حدث.',
};

export const analyses = { processes, caveats };
