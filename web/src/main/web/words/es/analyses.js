// What the server declares of its analyses, in Spanish; the English is the server's own. Loaded with the panel of analyses.
// @ts-check
/** @typedef {import('../analyses.js').AnalysisWords} AnalysisWords */
/** @typedef {import('../analyses.js').InputWords} InputWords */

/** @type {Record<string, InputWords>} */
const shared = {
  includeCoarse: { title: 'Incluir lugares aproximados', description: 'Usar también los sucesos cuyo lugar solo se conoce al primer nivel administrativo, a una ruta, a un país o a una zona marítima. Están situados en un punto representativo y simulan concentraciones.' },
  seed: { title: 'Semilla', description: 'Comienzo de los números aleatorios. La misma semilla da el mismo resultado; pruebe otra para ver qué se debía al azar.' },
  drawsOfPlaces: { title: 'Sorteos de lugares', description: 'Cuántas veces se mueven todos los sucesos dentro de su incertidumbre declarada para ver qué celdas siguen calientes. 0: ninguna.' },
  areas: { title: 'Zonas', description: 'La capa en cuyas zonas se cuentan los sucesos cuando las celdas son zonas administrativas.' },
  grid: { title: 'Celdas', description: 'Hexágonos de igual tamaño o las zonas administrativas de una capa.', labels: { admin: 'Zonas administrativas', hex: 'Hexágonos' } },
  cellM: { title: 'Anchura de un hexágono', description: 'De lado a lado, que es también la distancia entre los centros de dos que se tocan. Menor, muestra el detalle y deja pocos sucesos en cada uno. Si se deja vacía, se elige según el número de sucesos y la superficie.' },
  level: { title: 'Nivel de las zonas', description: 'En qué zonas de la capa se cuenta: de un solo nivel, para que ninguna esté dentro de otra.', labels: { ADM1: 'Provincias', ADM2: 'Distritos', ADM3: 'Subdistritos', SECTOR: 'Sectores de la misión', most: 'El que tiene más zonas' } },
  weights: { title: 'Vecinas', description: 'Junto con qué celdas se considera una celda.', labels: { band: 'Las que están dentro de una distancia', contiguity: 'Las que la tocan', knn: 'Las más cercanas, tantas para cada una' } },
  bandM: { title: 'Distancia de las vecinas', description: 'Para vecinas por distancia: separación máxima de los centros. Mayor, encuentra concentraciones más amplias. Si se deja vacía: dos hexágonos, o lo que da una vecina a cada zona.' },
  k: { title: 'Vecinas más cercanas', description: 'Para las vecinas más cercanas: cuántas.' },
  fdr: { title: 'Pruebas múltiples', description: 'Cómo se tiene en cuenta que cada celda es una prueba y que algunas son inusuales por puro azar.', labels: { bh: 'Benjamini y Hochberg', by: 'Benjamini y Yekutieli: con cualquier dependencia, más estricto', none: 'Ninguna corrección: cada celda por sí misma, con falsas alarmas si son muchas' } },
  maxDateRangeDays: { title: 'Intervalo de fechas más largo', description: 'Los sucesos conocidos solo con un intervalo de fechas más largo se dejan fuera: su día sería una suposición. De un intervalo se toma el primer día.' },
};
const growth = { double: 'Se duplica: 1, 2, 4, 8 veces la primera', equal: 'Iguales: 1, 2, 3, 4 veces la primera', 'one-two-five': '1, 2, 5, 10 veces la primera' };
const { includeCoarse, seed, areas, grid, cellM, level, weights, bandM, k, fdr, maxDateRangeDays } = shared;

/** @type {Record<string, AnalysisWords>} */
const processes = {
  'before-after': {
    title: 'Antes y después',
    description: 'Si el número de sucesos cambió en un momento, como un refuerzo de las patrullas o una base nueva: una serie temporal interrumpida que compara lo que siguió con lo que el tiempo anterior hacía esperar. No es prueba de causa.',
    inputs: {
      at: { title: 'Momento', description: 'Cuándo comenzó el refuerzo o se abrió la base (UTC). Elíjalo por lo que se hizo, nunca por donde se dobla la curva. Si se deja vacío: la mitad del período.' },
      stepDays: { title: 'Paso', description: 'Días que se cuentan juntos. Los pasos más largos son más estables y menos; hacen falta al menos 6 a cada lado, 12 es mejor.' },
    },
  },
  'cluster-density': {
    title: 'Agrupaciones por densidad',
    description: 'Dónde se concentran los sucesos: DBSCAN, ST-DBSCAN, HDBSCAN u OPTICS con distancias geodésicas sobre WGS 84. Una agrupación reúne sucesos que tienen cada uno suficientes otros cerca; lo que queda es ruido. Las agrupaciones describen los sucesos elegidos; no se comprueba su significación estadística, sino si se mantienen cuando los sucesos se mueven dentro de su incertidumbre y cuando la distancia se reduce a la mitad o se duplica.',
    inputs: {
      method: { title: 'Método', description: 'DBSCAN para una misma densidad en todas partes; ST-DBSCAN si los sucesos deben estar también cerca en el tiempo; HDBSCAN si ciudades y campo difieren en densidad; OPTICS para ver la densidad de suceso en suceso.', labels: { dbscan: 'DBSCAN: una sola distancia en todas partes', stdbscan: 'ST-DBSCAN: cerca en el espacio y en el tiempo', hdbscan: 'HDBSCAN: ciudades y campo, cada uno con su densidad', optics: 'OPTICS: valles del diagrama de alcanzabilidad' } },
      epsM: { title: 'Distancia', description: 'Los sucesos separados como máximo por esta distancia son vecinos. Mayor, une agrupaciones; menor, las divide. Si se deja vacía, se toma y se muestra el codo de la curva de distancias. HDBSCAN prescinde de ella.' },
      minPts: { title: 'Mínimo de sucesos', description: 'Sucesos que deben hallarse dentro de la distancia de uno de ellos, contado este, para que se forme una agrupación.' },
      epsDays: { title: 'Días', description: 'ST-DBSCAN: los vecinos están separados como máximo por estos días.' },
      minClusterSize: { title: 'Agrupación más pequeña', description: 'HDBSCAN y valles de OPTICS: un conjunto de menos sucesos no es una agrupación.' },
      xi: { title: 'Pendiente', description: 'OPTICS: proporción en que el diagrama debe bajar y subir a los lados de un valle. Con 0, el diagrama se corta en la distancia.' },
      toleranceM: { title: 'Conocido hasta', description: 'HDBSCAN: las distancias menores no dicen nada de la densidad. Si se deja vacío: la incertidumbre mediana declarada de los sucesos.' },
      allowSingleCluster: { title: 'Admitir una sola agrupación', description: 'HDBSCAN: todos los sucesos juntos pueden ser la única agrupación.' },
      hull: { title: 'Forma', description: 'Cómo se dibuja la zona de una agrupación.', labels: { buffer: 'Círculos de la mitad de la distancia alrededor de los lugares, unidos', concave: 'Cóncava: sigue los lugares', convex: 'Convexa: una goma alrededor de los lugares' } },
      ratio: { title: 'Ajuste', description: 'Cuánto se ciñe una forma cóncava a los lugares: 0 lo más posible, 1 convexa.' },
      draws: { title: 'Sorteos', description: 'Cuántas veces se mueve cada suceso dentro de su incertidumbre declarada y se buscan de nuevo las agrupaciones, para ver cuáles permanecen. 0: ninguna.' },
      seed, includeCoarse,
    },
  },
  'data-quality': {
    title: 'Calidad de los datos',
    description: 'Hasta dónde se puede confiar en los sucesos elegidos: con qué precisión se conocen lugares y momentos, qué falta, qué puede estar contado dos veces, lugares en los que un nomenclátor amontona sucesos, semanas sin ninguno y si cambió el volumen de los informes. Comience aquí.',
    inputs: {
      least: { title: 'Mínimo de sucesos', description: 'Sucesos que deben compartir una coordenada para que se muestre como lugar de amontonamiento.' },
      shuffles: { title: 'Mezclas', description: 'Cuántas veces se mezclan las semanas para ver si un cambio o un hueco puede deberse al azar.' },
      seed,
    },
  },
  'density-surface': {
    title: 'Superficie de densidad',
    description: 'Cuántos sucesos hay por kilómetro cuadrado: cada uno se reparte con un núcleo de la distancia geodésica sobre WGS 84. Los contornos contienen el 50, 75 y 95 % de la masa donde es más densa. La superficie describe los sucesos elegidos; no se comprueba su significación estadística.',
    inputs: {
      kernel: { title: 'Núcleo', description: 'Forma en que se reparte un suceso. Ambas suavizan igual con un mismo ancho de banda.', labels: { gaussian: 'Gaussiano: sin fin', quartic: 'Cuártico: termina a 2,83 veces el ancho de banda' } },
      bandwidthM: { title: 'Ancho de banda', description: 'Desviación típica, a lo largo de un eje, con que se reparte un suceso. Mayor, muestra regiones; menor, lugares. Si se deja vacío, lo elige la regla.' },
      rule: { title: 'Regla', description: 'Cómo se elige el ancho de banda si no se da; nunca por debajo de la incertidumbre mediana de los lugares.', labels: { lcv: 'Validación cruzada de la verosimilitud', mse: 'Berman y Diggle: mínimo error cuadrático medio', cvl: 'Cronie y van Lieshout', scott: 'Scott: ancho', arcgis: 'Valor predeterminado de ArcGIS' } },
      edge: { title: 'Borde', description: 'Qué se hace con los núcleos que salen de la zona de estudio, donde no se buscó ningún suceso.', labels: { auto: 'Diggle si la selección tiene una zona; si no, nada', none: 'Nada: demasiado bajo cerca del borde', uniform: 'Uniforme: dividido por la parte del núcleo que está dentro', diggle: 'Diggle: cada suceso ponderado, no se pierde masa' } },
      cellM: { title: 'Celda', description: 'Lado de una celda de la superficie. Si se deja vacío: la cuarta parte del ancho de banda.' },
      draws: { title: 'Sorteos', description: 'Cuántas veces se mueven todos los sucesos dentro de su incertidumbre declarada para ver qué permanece. 0: ninguna.' },
      seed, includeCoarse,
    },
  },
  'hexagon-counts': {
    title: 'Recuento por hexágonos',
    description: 'Dónde se concentran los sucesos: los sucesos contados en hexágonos de igual tamaño. Las celdas describen los sucesos elegidos; no se comprueba su significación estadística.',
    inputs: {
      sideM: { title: 'Lado', description: 'Longitud de un lado de los hexágonos. Pruebe la mitad y el doble: lo que permanece no lo produce la cuadrícula.' },
      least: { title: 'Mínimo de sucesos', description: 'Los hexágonos con menos sucesos se dejan fuera.' },
      includeCoarse,
    },
  },
  'hotspot-emerging': {
    title: 'Puntos críticos emergentes',
    description: 'Qué celdas se están calentando, siguen calientes o ya no lo están: Gi* de Getis-Ord de cada celda en cada paso de tiempo junto con sus vecinas en el espacio y el tiempo, su tendencia de Mann-Kendall y una de diecisiete categorías con una frase sencilla.',
    inputs: {
      areas,
      stepDays: { title: 'Duración de un paso', description: 'Los pasos más cortos muestran mejor el curso y contienen menos sucesos. El último paso termina con el período. Si se deja vacía: la mayor entre un día, una semana, 14, 30, 91 y 365 días que da doce pasos.' },
      grid, cellM, level, weights, bandM, k,
      lag: { title: 'Pasos anteriores', description: 'Cuántos pasos anteriores cuentan como vecinos de un paso. Más suavizan el curso en el tiempo.' },
      window: { title: 'Comparado con', description: 'Con todos los tiempos, una subida general calienta los últimos pasos; con el mismo paso, solo lo está lo que destaca del resto en ese momento.', labels: { cube: 'Todas las celdas en todos los tiempos', neighbourhood: 'Todas las celdas en los pasos que cuentan como vecinos', step: 'Todas las celdas en el mismo paso' } },
      fdr, draws: shared.drawsOfPlaces, includeCoarse, seed,
    },
  },
  'hotspot-local': {
    title: 'Puntos críticos por estadísticos locales',
    description: 'Qué celdas tienen, junto con sus vecinas, más o menos sucesos de los que explica el azar: Gi* o Gi de Getis-Ord, o Moran local, sobre hexágonos o zonas administrativas. Cada celda tiene su z, su probabilidad por la distribución normal y por permutación, y un q que tiene en cuenta las pruebas múltiples; y la proporción de sorteos en que sigue caliente cuando los sucesos se mueven dentro de su incertidumbre declarada.',
    inputs: {
      areas,
      statistic: { title: 'Estadístico', description: 'Gi* encuentra concentraciones; Moran local encuentra también una sola celda alta entre bajas.', labels: { gi: 'Gi de Getis-Ord: lo que son sus vecinas, sin ella misma', gistar: 'Gi* de Getis-Ord: alta o baja junto con sus vecinas', moran: 'Moran local: parecida a sus vecinas o distinta de ellas' } },
      grid, cellM, level, weights, bandM, k,
      denominatorField: { title: 'Dividir por', description: 'Para zonas administrativas: por qué se dividen los recuentos, para que una zona poblada no esté caliente solo por eso.', labels: { area_km2: 'Superficie', none: 'Nada', population: 'Población' } },
      rate: { title: 'Tasas', description: 'Las tasas de zonas pequeñas saltan. El método bayesiano empírico las apoya en las demás, tanto más cuanta menos gente hay.', labels: { ebGlobal: 'Bayes empírico, apoyado en todas las zonas', ebLocal: 'Bayes empírico, apoyado en las vecinas', raw: 'Tal cual' } },
      scale: { title: 'Escala', description: 'Una celda con la mayoría de los sucesos oculta todas las demás: el logaritmo o el rango la contiene.', labels: { count: 'Según el recuento', log: 'Logaritmo de 1 + recuento', rank: 'Rango' } },
      fdr,
      nsim: { title: 'Permutaciones', description: 'Vecindades aleatorias con las que se compara cada celda. Más dan probabilidades más finas; 0: ninguna.' },
      draws: shared.drawsOfPlaces, includeCoarse, seed,
    },
  },
  'near-repeat': {
    title: 'Repeticiones cercanas',
    description: 'Si a un suceso le siguen otros, cerca y pronto, más a menudo que por azar, y a qué distancia y en cuánto tiempo: prueba de Knox por bandas de distancia y de días, con los tiempos mezclados entre los lugares. Alrededor de sucesos recientes dibuja dónde y hasta cuándo cabe esperar otros más de lo habitual. Elija con un filtro los sucesos de un solo tipo.',
    inputs: {
      bandM: { title: 'Primera distancia', description: 'Límite superior de la primera banda de distancia más allá del mismo lugar, que es una banda propia. No menor que la precisión de los lugares.' },
      bands: { title: 'Bandas de distancia', description: 'Cuántas, además del mismo lugar.' },
      bandGrowth: { title: 'Progresión de las distancias', description: 'Cómo se suceden las bandas de distancia.', labels: growth },
      stepDays: { title: 'Primeros días', description: 'Límite superior de la primera banda de días: 7 para sucesos separados como máximo por una semana.' },
      steps: { title: 'Bandas de días', description: 'Cuántas.' },
      stepGrowth: { title: 'Progresión de los días', description: 'Cómo se suceden las bandas de días.', labels: growth },
      shuffles: { title: 'Mezclas', description: 'Cuántas veces se mezclan los tiempos entre los lugares; el menor p posible es uno entre ese número más uno.' },
      maxQ: { title: 'q máximo', description: 'Proporción de falsas alarmas admitida entre las casillas que se dan por significativas.' },
      leastRatio: { title: 'Razón mínima', description: 'Cuántas veces más pares que por azar necesita un halo de riesgo.' },
      draws: { title: 'Sorteos de estabilidad', description: 'Cuántas veces se mueven los sucesos dentro de su incertidumbre declarada para ver qué queda de la pauta. 0: ninguna.' },
      maxDateRangeDays, includeCoarse, seed,
    },
  },
  'patrol-coverage': {
    title: 'Cobertura de las patrullas',
    description: 'Dónde han estado las patrullas y hace cuánto: tiempo desde la última presencia dentro del alcance, parte de cada punto crítico vista en 7, 14 y 30 días, visitas frente a lo exigido y huecos entre ellas. Un lugar nunca visitado es desconocido, no seguro.',
    inputs: {
      patrols: { title: 'Patrullas', description: 'Trazas de las patrullas cuya presencia se mide.' },
      hotspots: { title: 'Puntos críticos', description: 'Zonas cuyas visitas se cuentan y se comparan con lo exigido.' },
      rangeM: { title: 'Alcance', description: 'Un lugar cuenta como visto cuando una patrulla pasa a menos de esta distancia. Mayor, hace que la cobertura parezca mejor.' },
      sideM: { title: 'Lado', description: 'Longitud de un lado de los hexágonos para los que se da el tiempo desde la presencia.' },
      windowDays: { title: 'Días considerados', description: 'Visitas, huecos, horas de presencia y sucesos de estos últimos días.' },
      mergeHours: { title: 'Una visita', description: 'Los pasos separados como máximo por este tiempo son una sola visita.' },
      gapMinutes: { title: 'Hueco más largo', description: 'Una traza se corta donde no se sabe nada de ella durante más tiempo: lo que hay en medio no fue visto.' },
      maxSpeedKmh: { title: 'Velocidad máxima', description: 'Los tramos y las patrullas más rápidos no son presencia sobre el terreno: posiciones erróneas o aeronaves.' },
      draws: { title: 'Sorteos de lugares', description: 'Cuántas veces se mueven los sucesos dentro de su incertidumbre declarada para ver en qué hexágonos siguió ocurriendo algo. 0: ninguna.' },
      includeCoarse, seed,
    },
  },
  'risk-forecast': {
    title: 'Riesgo a corto plazo',
    description: 'Dónde son probables los próximos sucesos: recuentos, densidad de núcleo, ProMap, un proceso autoexcitado y una mezcla, cada uno probado en días anteriores con lo que entonces se sabía. El mapa muestra el modelo que encontró más sucesos que los simples recuentos, o dice que ninguno lo hizo y muestra el recuento. Dice dónde, no por qué, y nada de lo que cambian las patrullas.',
    inputs: {
      cellM: { title: 'Cuadrado', description: 'Lado de los cuadrados que se clasifican. Lugares conocidos con un error de algunos kilómetros no merecen otros menores.' },
      horizonDays: { title: 'Días por delante', description: 'Hasta dónde llega la previsión.' },
      areaPct: { title: 'Parte de la zona', description: 'Parte de la zona que pueden atender las patrullas: el modelo del mapa se elige por sus aciertos en ella.', labels: { 1: '1 %', 2: '2 %', 5: '5 %', 10: '10 %' } },
      origins: { title: 'Días de prueba', description: 'Días anteriores, separados treinta días, en los que se prueban los modelos. Más los distinguen mejor y llegan más atrás.' },
      delayDays: { title: 'Retraso de la notificación', description: 'Días que tarda en conocerse un suceso: las previsiones anteriores sabían entonces tanto menos.' },
      bandwidthM: { title: 'Ancho de banda', description: 'Hasta dónde se reparte un suceso en los núcleos; medio cuadrado si no se da.' },
      draws: { title: 'Sorteos', description: 'Cuántas veces se mueven los sucesos dentro de su incertidumbre para ver qué cuadrados permanecen; 0: ninguna.' },
      seed, includeCoarse,
    },
  },
  'scan-spacetime': {
    title: 'Agrupaciones en el espacio y el tiempo',
    description: 'Dónde y cuándo hubo más sucesos de los que reuniría el azar: estadístico de barrido de Kulldorff con círculos sobre WGS 84, por defecto la permutación espacio-temporal, que no necesita población y compara cada lugar y cada día con lo habitual en ambos. Se prueban todos los círculos y todas las duraciones, y p lo tiene en cuenta.',
    inputs: {
      areas: { title: 'Zonas con población', description: 'Zonas con una propiedad «population», solo para el modelo de Poisson. De zonas superpuestas se toman las menores.' },
      model: { title: 'Modelo', description: 'Con qué se comparan los sucesos: con los habituales de los mismos lugares y días, que no necesita nada más, o con la población de las zonas.', labels: { poisson: 'Poisson: sucesos frente a la población de las zonas, sin el tiempo', stp: 'Permutación espacio-temporal: lugares y días frente a sus sucesos habituales' } },
      prospective: { title: 'Solo lo que está en curso', description: 'Solo agrupaciones que llegan al último día: lo que hay que mirar hoy. Si no, se encuentran agrupaciones de cualquier tiempo, lo que tarda más.' },
      maxRadiusM: { title: 'Radio máximo', description: 'Radio del círculo mayor. Mayor, encuentra agrupaciones más amplias y tarda más.' },
      maxDays: { title: 'Agrupación más larga, días', description: 'Días de la agrupación más larga. Más larga, encuentra cambios más lentos.' },
      stepDays: { title: 'Paso, días', description: 'Días que se cuentan juntos: 7 es más rápido y no depende del día de la semana en que se informa de algo.' },
      maxShare: { title: 'Parte máxima', description: 'Parte de la población, o de todos los sucesos, que puede contener el círculo mayor. Más de la mitad equivaldría a decir que el resto está en calma.' },
      leastEvents: { title: 'Mínimo de sucesos', description: 'Sucesos que tiene como mínimo una agrupación.' },
      replications: { title: 'Réplicas', description: 'Ordenaciones sacadas al azar; el menor p posible es uno entre ese número más uno.' },
      stopEarly: { title: 'Parada temprana', description: 'Terminar cuando 50 réplicas han superado la agrupación más verosímil: claramente no es nada inusual.' },
      maxP: { title: 'p máximo mostrado', description: 'Las agrupaciones con un p mayor están en la tabla pero no en el mapa. 1 las muestra todas.' },
      maxClusters: { title: 'Máximo de agrupaciones', description: 'Agrupaciones que se enumeran como máximo.' },
      draws: { title: 'Sorteos de estabilidad', description: 'Cuántas veces se mueven los sucesos dentro de su incertidumbre declarada para ver si una agrupación permanece. 0: ninguna.' },
      maxDateRangeDays, includeCoarse, seed,
    },
  },
};

/** By the sentence of the server, which is nowhere put together of parts. @type {Record<string, string>} */
const caveats = {
  'Events per hour of presence: patrols find and report more where they are, and go where things happen. The rates say nothing of what patrols cause or prevent.':
    'Sucesos por hora de presencia: las patrullas encuentran e informan más donde están, y van donde pasan cosas. Las tasas no dicen nada de lo que las patrullas causan o evitan.',
  'Within range of a track does not mean that anything was seen from it, or that anybody was protected.':
    'Estar al alcance de una traza no significa que se viera algo desde ella ni que se protegiera a nadie.',
  'Clusters show where the selected events lie close together. They are not tested against chance, and places that are reported more are denser.':
    'Las agrupaciones muestran dónde los sucesos elegidos están próximos. No se comprueban frente al azar, y los lugares de los que más se informa son más densos.',
  'It was not tried how the clusters stand when events are moved: no event states how well its place is known, or no draws were asked for.':
    'No se probó cómo se mantienen las agrupaciones cuando se mueven los sucesos: ningún suceso declara con qué precisión se conoce su lugar, o no se pidieron sorteos.',
  'No event of the selection has a place that can be used: there is no result.':
    'Ningún suceso de la selección tiene un lugar que pueda usarse: no hay resultado.',
  'No group of events stands out as denser than the rest. All of them together are no cluster unless that is allowed.':
    'Ningún conjunto de sucesos destaca como más denso que el resto. Todos juntos no son una agrupación, salvo que se admita.',
  'Neighbouring steps share events, so the trend looks surer than it is: pAutocorrelated allows for that.':
    'Los pasos vecinos comparten sucesos, de modo que la tendencia parece más segura de lo que es: pAutocorrelated lo tiene en cuenta.',
  'Reports that grow or cease look the same as violence that does: ask whether reporting changed before taking a spot for new or past.':
    'Los informes que crecen o cesan parecen lo mismo que la violencia que lo hace: pregunte si cambió la notificación antes de dar un punto por nuevo o pasado.',
  'Only cells with a pattern are shown: there are too many others.':
    'Solo se muestran las celdas con una pauta: hay demasiadas otras.',
  'Counts depend on the size and place of the hexagons and on who reports: they are not tested against chance.':
    'Los recuentos dependen del tamaño y la posición de los hexágonos y de quién informa: no se comprueban frente al azar.',
  'The borders were drawn for administration: compare with another level and with hexagons.':
    'Los límites se trazaron para la administración: compare con otro nivel y con hexágonos.',
  'Only the cells that are unusual are shown: there are too many others.':
    'Solo se muestran las celdas inusuales: hay demasiadas otras.',
  'How unusual a cell is depends on how many empty ones are looked at with it: compare results of the same area only.':
    'Lo inusual que es una celda depende de cuántas vacías se consideran con ella: compare solo resultados de la misma zona.',
  'It was not tested how far the result rests on exact places: no event states how uncertain its place is, or no draws were asked for.':
    'No se comprobó hasta dónde el resultado descansa en lugares exactos: ningún suceso declara la incertidumbre de su lugar, o no se pidieron sorteos.',
  'Hot means a higher rate than in the mean of the areas, not who is at risk: what is reported more has the higher rate.':
    'Caliente significa una tasa mayor que la media de las zonas, no quién está en riesgo: lo que más se notifica tiene la tasa mayor.',
  'No event has a time: gaps and changes of volume cannot be seen.':
    'Ningún suceso tiene tiempo: no se pueden ver huecos ni cambios de volumen.',
  'Nothing stands out in what is checked here.':
    'Nada destaca en lo que aquí se comprueba.',
  'What was never reported cannot be seen in what was.':
    'Lo que nunca se notificó no puede verse en lo que sí.',
  'A halo is the pattern of all selected events: select one type, for example attacks with explosive devices, to have the pattern of that type.':
    'Un halo es la pauta de todos los sucesos elegidos: elija un solo tipo, por ejemplo los ataques con artefactos explosivos, para tener la pauta de ese tipo.',
  'No event states how well its place is known, so nothing is said of how the pattern depends on it.':
    'Ningún suceso declara con qué precisión se conoce su lugar, de modo que nada se dice de cómo depende de ello la pauta.',
  'No band stands out from chance: nothing is said of where events follow.':
    'Ninguna banda se distingue del azar: nada se dice de dónde siguen sucesos.',
  'Events that follow each other more than by chance need not be the work of the same people: what brought the one may have brought the other.':
    'Los sucesos que se siguen más que por azar no son necesariamente obra de las mismas personas: lo que trajo uno pudo traer el otro.',
  'Earlier forecasts knew every event that is known now. Reports come late and are corrected: on the day itself less is known, and skill is lower. Data that are coded after the fact, such as UCDP GED, flatter most; set a reporting delay to see.':
    'Las previsiones anteriores conocían todos los sucesos que hoy se conocen. Los informes llegan tarde y se corrigen: el mismo día se sabe menos y el acierto es menor. Los datos codificados después, como UCDP GED, son los que más favorecen; fije un retraso de notificación para verlo.',
  'No stability is told: no event states how well its place is known, or no draws were wanted.':
    'No se da la estabilidad: ningún suceso declara con qué precisión se conoce su lugar, o no se quisieron sorteos.',
  'Places that are reported more look riskier, and patrols change what happens and what is reported. A square without a rank is not safe.':
    'Los lugares de los que más se informa parecen de más riesgo, y las patrullas cambian lo que ocurre y lo que se notifica. Un cuadrado sin puesto no es seguro.',
  'Clusters are circles. One along a road or a river is found in parts, or with quiet places in it. The p of all but the most likely is too high rather than too low.':
    'Las agrupaciones son círculos. La que sigue una carretera o un río se encuentra por partes, o con lugares tranquilos dentro. El p de todas menos la más verosímil es más bien demasiado alto que demasiado bajo.',
  'Events are compared with the population of the areas. People who fled or came since it was counted are not in it.':
    'Los sucesos se comparan con la población de las zonas. Las personas que huyeron o llegaron desde que se contó no están en ella.',
  'No cluster stands out from chance. That is no proof of calm: with few events only a strong concentration could.':
    'Ninguna agrupación se distingue del azar. Eso no prueba la calma: con pocos sucesos solo podría hacerlo una concentración fuerte.',
  'No event states how well its place is known, so nothing is said of how clusters depend on it.':
    'Ningún suceso declara con qué precisión se conoce su lugar, de modo que nada se dice de cómo dependen de ello las agrupaciones.',
  'Whether clusters depend on how well places are known was not tried.':
    'No se probó si las agrupaciones dependen de la precisión con que se conocen los lugares.',
  'A change at a moment is not proof that what was done then caused it: seasons, offensives, displacement of people and of violence, and changed reporting do the same. Surges follow peaks, and after a peak numbers fall by themselves.':
    'Un cambio en un momento no prueba que lo causara lo que se hizo entonces: las estaciones, las ofensivas, el desplazamiento de personas y de violencia y un cambio en la notificación hacen lo mismo. Los refuerzos siguen a los máximos, y tras un máximo las cifras bajan solas.',
  'A part of the series has too few events for a trend: only the ratio of counts is given.':
    'Una parte de la serie tiene demasiado pocos sucesos para una tendencia: solo se da la razón de los recuentos.',
  'Less than two years: a season cannot be told from a change.':
    'Menos de dos años: no se puede distinguir una estación de un cambio.',
  'No moment was given: the middle of the period stands in and means nothing.':
    'No se dio ningún momento: la mitad del período ocupa su lugar y no significa nada.',
  'There is no comparison area: look at the same period elsewhere before you conclude.':
    'No hay zona de comparación: mire el mismo período en otra parte antes de concluir.',
  'A density shows where the selected events are, not that they are more than chance would bring, and not where the next will be. Places that are reported more are denser.':
    'Una densidad muestra dónde están los sucesos elegidos, no que sean más de los que traería el azar ni dónde estarán los próximos. Los lugares de los que más se informa son más densos.',
  'No event states a radius above 0, or they lie more than 3 000 km from their middle: stability is left out.':
    'Ningún suceso declara un radio superior a 0, o están a más de 3 000 km de su centro: se prescinde de la estabilidad.',
  'No event states how well its place is known: stability cannot be given.':
    'Ningún suceso declara con qué precisión se conoce su lugar: no se puede dar la estabilidad.',
  'No study area was given: where nobody looked cannot be told from where nothing happened. Select an area to correct for its edge.':
    'No se dio zona de estudio: donde nadie miró no se distingue de donde no pasó nada. Elija una zona para corregir el efecto de su borde.',
  'So many places were put into cells before smoothing, which is off by at most (cell / bandwidth)²/4 of the peak of a kernel for each event.':
    'Tantos lugares se pusieron en celdas antes de suavizar, lo que se desvía como máximo (celda / ancho de banda)²/4 del pico de un núcleo por cada suceso.',
};

export const analyses = { processes, caveats };
