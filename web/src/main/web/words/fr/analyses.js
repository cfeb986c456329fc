// What the server declares of its analyses, in French; the English is the server's own. Loaded with the panel of analyses.
// @ts-check
/** @typedef {import('../analyses.js').AnalysisWords} AnalysisWords */
/** @typedef {import('../analyses.js').InputWords} InputWords */

/** @type {Record<string, InputWords>} */
const shared = {
  includeCoarse: { title: 'Inclure les lieux approximatifs', description: 'Utiliser aussi les événements dont le lieu n’est connu qu’au premier niveau administratif, à un itinéraire, à un pays ou à une zone maritime. Ils sont placés sur un point représentatif et simulent des concentrations.' },
  seed: { title: 'Graine', description: 'Départ des nombres aléatoires. La même graine donne le même résultat ; essayez-en une autre pour voir ce qui tenait au hasard.' },
  drawsOfPlaces: { title: 'Tirages des lieux', description: 'Combien de fois tous les événements sont déplacés dans leur incertitude déclarée, pour voir quelles cellules restent chaudes. 0 : aucun tirage.' },
  areas: { title: 'Zones', description: 'La couche dont les zones servent à compter les événements lorsque les cellules sont des zones administratives.' },
  grid: { title: 'Cellules', description: 'Hexagones de taille égale, ou zones administratives d’une couche.', labels: { admin: 'Zones administratives', hex: 'Hexagones' } },
  cellM: { title: 'Largeur d’un hexagone', description: 'De côté à côté, ce qui est aussi la distance entre les centres de deux hexagones voisins. Plus petite, elle montre le détail et laisse peu d’événements dans chacun. Laissée vide, elle est choisie d’après le nombre d’événements et la surface.' },
  level: { title: 'Niveau des zones', description: 'Dans quelles zones de la couche compter : d’un seul niveau, pour qu’aucune ne soit dans une autre.', labels: { ADM1: 'Provinces', ADM2: 'Districts', ADM3: 'Sous-districts', SECTOR: 'Secteurs de la mission', most: 'Celui qui a le plus de zones' } },
  weights: { title: 'Voisines', description: 'Avec quelles cellules une cellule est considérée.', labels: { band: 'Celles à moins d’une distance', contiguity: 'Celles qui la touchent', knn: 'Les plus proches, autant pour chacune' } },
  bandM: { title: 'Distance des voisines', description: 'Pour les voisines par distance : écart maximal entre les centres. Plus grande, elle trouve des concentrations plus étendues. Laissée vide : deux hexagones, ou ce qui donne une voisine à chaque zone.' },
  k: { title: 'Plus proches voisines', description: 'Pour les plus proches voisines : combien.' },
  fdr: { title: 'Tests multiples', description: 'Comment il est tenu compte de ce que chaque cellule est un test et que certaines sont inhabituelles par le seul hasard.', labels: { bh: 'Benjamini et Hochberg', by: 'Benjamini et Yekutieli : sous toute dépendance, plus strict', none: 'Aucune correction : chaque cellule pour elle-même, avec de fausses alertes si elles sont nombreuses' } },
  maxDateRangeDays: { title: 'Plus longue plage de dates', description: 'Les événements connus seulement à une plage de dates plus longue sont laissés de côté : leur jour serait une supposition. D’une plage, le premier jour est retenu.' },
};
const growth = { double: 'Doublement : 1, 2, 4, 8 fois la première', equal: 'Égales : 1, 2, 3, 4 fois la première', 'one-two-five': '1, 2, 5, 10 fois la première' };
const { includeCoarse, seed, areas, grid, cellM, level, weights, bandM, k, fdr, maxDateRangeDays } = shared;

/** @type {Record<string, AnalysisWords>} */
const processes = {
  'before-after': {
    title: 'Avant et après',
    description: 'Si le nombre d’événements a changé à un moment donné, par exemple un renforcement des patrouilles ou une nouvelle base : une série chronologique interrompue, qui compare ce qui a suivi à ce que la période d’avant laissait attendre. Ce n’est pas une preuve de causalité.',
    inputs: {
      at: { title: 'Moment', description: 'Quand le renforcement a commencé ou la base a ouvert (UTC). Choisissez-le d’après ce qui a été fait, jamais là où la courbe s’infléchit. Laissé vide : le milieu de la période.' },
      stepDays: { title: 'Pas', description: 'Jours comptés ensemble. Des pas plus longs sont plus stables et moins nombreux ; il en faut au moins 6 de chaque côté, 12 valent mieux.' },
    },
  },
  'cluster-density': {
    title: 'Agrégats par densité',
    description: 'Où les événements se concentrent : DBSCAN, ST-DBSCAN, HDBSCAN ou OPTICS, avec des distances géodésiques sur WGS 84. Un agrégat réunit les événements qui en ont chacun assez d’autres à proximité ; le reste est du bruit. Les agrégats décrivent les événements choisis ; leur signification statistique n’est pas testée, mais on vérifie s’ils tiennent lorsque les événements sont déplacés dans leur incertitude et lorsque la distance est réduite de moitié ou doublée.',
    inputs: {
      method: { title: 'Méthode', description: 'DBSCAN pour une densité partout la même ; ST-DBSCAN si les événements doivent aussi être proches dans le temps ; HDBSCAN si villes et campagnes ont des densités différentes ; OPTICS pour voir la densité d’événement en événement.', labels: { dbscan: 'DBSCAN : une seule distance partout', stdbscan: 'ST-DBSCAN : proches dans l’espace et dans le temps', hdbscan: 'HDBSCAN : villes et campagnes, chacune à sa densité', optics: 'OPTICS : vallées du diagramme d’accessibilité' } },
      epsM: { title: 'Distance', description: 'Les événements distants d’au plus cette valeur sont voisins. Plus grande, elle réunit des agrégats ; plus petite, elle les divise. Laissée vide, le coude de la courbe des distances est retenu et montré. HDBSCAN s’en passe.' },
      minPts: { title: 'Événements au moins', description: 'Nombre d’événements qui doivent se trouver à moins de la distance de l’un d’eux, lui compris, pour former un agrégat.' },
      epsDays: { title: 'Jours', description: 'ST-DBSCAN : les voisins sont séparés d’au plus ce nombre de jours.' },
      minClusterSize: { title: 'Plus petit agrégat', description: 'HDBSCAN et vallées d’OPTICS : un ensemble de moins d’événements n’est pas un agrégat.' },
      xi: { title: 'Pente', description: 'OPTICS : part dont le diagramme doit descendre et monter sur les bords d’une vallée. Avec 0, le diagramme est coupé à la distance.' },
      toleranceM: { title: 'Connu à', description: 'HDBSCAN : des distances plus courtes ne disent rien de la densité. Laissé vide : l’incertitude médiane déclarée des événements.' },
      allowSingleCluster: { title: 'Admettre un seul agrégat', description: 'HDBSCAN : tous les événements ensemble peuvent former le seul agrégat.' },
      hull: { title: 'Forme', description: 'Comment la zone d’un agrégat est dessinée.', labels: { buffer: 'Cercles de la moitié de la distance autour des lieux, réunis', concave: 'Concave : suit les lieux', convex: 'Convexe : un élastique autour des lieux' } },
      ratio: { title: 'Précision du contour', description: 'À quel point une forme concave suit les lieux : 0 au plus près, 1 convexe.' },
      draws: { title: 'Tirages', description: 'Combien de fois chaque événement est déplacé dans son incertitude déclarée et les agrégats recherchés de nouveau, pour voir lesquels restent. 0 : aucun tirage.' },
      seed, includeCoarse,
    },
  },
  'data-quality': {
    title: 'Qualité des données',
    description: 'Jusqu’où l’on peut se fier aux événements choisis : précision des lieux et des moments, ce qui manque, ce qui est peut-être rapporté deux fois, les lieux où un répertoire toponymique entasse les événements, les semaines sans aucun, et si le volume des rapports a changé. Commencez ici.',
    inputs: {
      least: { title: 'Événements au moins', description: 'Nombre d’événements qui doivent partager une coordonnée pour qu’elle soit montrée comme un lieu d’entassement.' },
      shuffles: { title: 'Mélanges', description: 'Combien de fois les semaines sont mélangées pour voir si un changement ou une lacune peut tenir au hasard.' },
      seed,
    },
  },
  'density-surface': {
    title: 'Surface de densité',
    description: 'Combien d’événements il y a par kilomètre carré : chacun est étalé par un noyau de la distance géodésique sur WGS 84. Les contours contiennent 50, 75 et 95 % de la masse là où elle est la plus dense. La surface décrit les événements choisis ; sa signification statistique n’est pas testée.',
    inputs: {
      kernel: { title: 'Noyau', description: 'Forme selon laquelle un événement est étalé. Les deux lissent de même à une largeur de bande donnée.', labels: { gaussian: 'Gaussien : sans limite', quartic: 'Quartique : s’arrête à 2,83 fois la largeur de bande' } },
      bandwidthM: { title: 'Largeur de bande', description: 'Écart type, le long d’un axe, de l’étalement d’un événement. Plus grande, elle montre des régions ; plus petite, des lieux. Laissée vide, la règle la choisit.' },
      rule: { title: 'Règle', description: 'Comment la largeur de bande est choisie si elle n’est pas donnée ; jamais inférieure à l’incertitude médiane des lieux.', labels: { lcv: 'Validation croisée de la vraisemblance', mse: 'Berman et Diggle : moindre erreur quadratique moyenne', cvl: 'Cronie et van Lieshout', scott: 'Scott : large', arcgis: 'Valeur par défaut d’ArcGIS' } },
      edge: { title: 'Bord', description: 'Ce qui est fait des noyaux qui sortent de la zone d’étude, où aucun événement n’a été cherché.', labels: { auto: 'Diggle si la sélection a une zone, sinon rien', none: 'Rien : trop bas près du bord', uniform: 'Uniforme : divisé par la part du noyau à l’intérieur', diggle: 'Diggle : chaque événement pondéré, aucune masse perdue' } },
      cellM: { title: 'Cellule', description: 'Côté d’une cellule de la surface. Laissé vide : un quart de la largeur de bande.' },
      draws: { title: 'Tirages', description: 'Combien de fois tous les événements sont déplacés dans leur incertitude déclarée, pour voir ce qui reste. 0 : aucun tirage.' },
      seed, includeCoarse,
    },
  },
  'hexagon-counts': {
    title: 'Décompte par hexagones',
    description: 'Où les événements se concentrent : les événements comptés dans des hexagones de taille égale. Les cellules décrivent les événements choisis ; leur signification statistique n’est pas testée.',
    inputs: {
      sideM: { title: 'Côté', description: 'Longueur d’un côté des hexagones. Essayez la moitié et le double : ce qui reste n’est pas dû à la grille.' },
      least: { title: 'Événements au moins', description: 'Les hexagones qui en ont moins sont laissés de côté.' },
      includeCoarse,
    },
  },
  'hotspot-emerging': {
    title: 'Points chauds émergents',
    description: 'Quelles cellules deviennent chaudes, le restent ou ne le sont plus : Gi* de Getis-Ord de chaque cellule à chaque pas de temps avec ses voisines dans l’espace et le temps, sa tendance de Mann-Kendall, et l’une de dix-sept catégories avec une phrase simple.',
    inputs: {
      areas,
      stepDays: { title: 'Durée d’un pas', description: 'Des pas plus courts montrent mieux le déroulement et contiennent moins d’événements. Le dernier pas finit avec la période. Laissée vide : la plus longue durée, parmi un jour, une semaine, 14, 30, 91 et 365 jours, qui donne douze pas.' },
      grid, cellM, level, weights, bandM, k,
      lag: { title: 'Pas précédents', description: 'Combien de pas précédents comptent comme voisins d’un pas. Davantage lisse le déroulement dans le temps.' },
      window: { title: 'Comparé à', description: 'Avec tous les moments, une hausse générale rend chauds les derniers pas ; avec le même pas, seul l’est ce qui se distingue du reste à ce moment.', labels: { cube: 'Toutes les cellules à tous les moments', neighbourhood: 'Toutes les cellules aux pas qui comptent comme voisins', step: 'Toutes les cellules au même pas' } },
      fdr, draws: shared.drawsOfPlaces, includeCoarse, seed,
    },
  },
  'hotspot-local': {
    title: 'Points chauds par statistiques locales',
    description: 'Quelles cellules ont, avec leurs voisines, plus ou moins d’événements que le hasard ne l’explique : Gi* ou Gi de Getis-Ord, ou I de Moran local, sur des hexagones ou des zones administratives. Chaque cellule a son z, sa probabilité selon la loi normale et par permutation, et un q qui tient compte des tests multiples ; ainsi que la part des tirages où elle reste chaude lorsque les événements sont déplacés dans leur incertitude déclarée.',
    inputs: {
      areas,
      statistic: { title: 'Statistique', description: 'Gi* trouve les concentrations ; le Moran local trouve aussi une seule cellule haute parmi des basses.', labels: { gi: 'Gi de Getis-Ord : ce que sont ses voisines, elle-même exclue', gistar: 'Gi* de Getis-Ord : haute ou basse avec ses voisines', moran: 'Moran local : semblable à ses voisines ou différente d’elles' } },
      grid, cellM, level, weights, bandM, k,
      denominatorField: { title: 'Diviser par', description: 'Pour les zones administratives : ce par quoi les nombres sont divisés, pour qu’une zone peuplée ne soit pas chaude pour cette seule raison.', labels: { area_km2: 'Surface', none: 'Rien', population: 'Population' } },
      rate: { title: 'Taux', description: 'Les taux des petites zones varient fortement. La méthode bayésienne empirique les rapproche des autres, d’autant plus que la population est faible.', labels: { ebGlobal: 'Bayes empirique, appuyé sur toutes les zones', ebLocal: 'Bayes empirique, appuyé sur les voisines', raw: 'Tels quels' } },
      scale: { title: 'Échelle', description: 'Une cellule qui a la plupart des événements cache toutes les autres : le logarithme ou le rang la contient.', labels: { count: 'Tel que compté', log: 'Logarithme de 1 + nombre', rank: 'Rang' } },
      fdr,
      nsim: { title: 'Permutations', description: 'Voisinages aléatoires auxquels chaque cellule est comparée. Davantage donne des probabilités plus fines ; 0 : aucune.' },
      draws: shared.drawsOfPlaces, includeCoarse, seed,
    },
  },
  'near-repeat': {
    title: 'Répétitions proches',
    description: 'Si un événement est suivi d’autres, proches et à bref délai, plus souvent que par hasard, et à quelle distance et en combien de temps : test de Knox par tranches de distance et de jours, les moments étant mélangés entre les lieux. Autour des événements récents, l’analyse dessine où et jusqu’à quand d’autres sont à attendre plus que d’habitude. Choisissez par un filtre les événements d’un seul type.',
    inputs: {
      bandM: { title: 'Première distance', description: 'Limite supérieure de la première tranche de distance au-delà du même lieu, qui forme sa propre tranche. Pas plus petite que la précision des lieux.' },
      bands: { title: 'Tranches de distance', description: 'Combien, outre le même lieu.' },
      bandGrowth: { title: 'Progression des distances', description: 'Comment les tranches de distance se suivent.', labels: growth },
      stepDays: { title: 'Premiers jours', description: 'Limite supérieure de la première tranche de jours : 7 pour des événements séparés d’une semaine au plus.' },
      steps: { title: 'Tranches de jours', description: 'Combien.' },
      stepGrowth: { title: 'Progression des jours', description: 'Comment les tranches de jours se suivent.', labels: growth },
      shuffles: { title: 'Mélanges', description: 'Combien de fois les moments sont mélangés entre les lieux ; le plus petit p possible est un sur ce nombre plus un.' },
      maxQ: { title: 'q maximal', description: 'Part de fausses alertes admise parmi les cases dites significatives.' },
      leastRatio: { title: 'Rapport minimal', description: 'Combien de fois plus de paires que par hasard il faut pour un halo de risque.' },
      draws: { title: 'Tirages de stabilité', description: 'Combien de fois les événements sont déplacés dans leur incertitude déclarée, pour voir ce qui reste du motif. 0 : aucun tirage.' },
      maxDateRangeDays, includeCoarse, seed,
    },
  },
  'patrol-coverage': {
    title: 'Couverture des patrouilles',
    description: 'Où les patrouilles sont passées et il y a combien de temps : temps écoulé depuis la dernière présence à portée, part de chaque point chaud vue en 7, 14 et 30 jours, visites par rapport à l’exigence et intervalles entre elles. Un lieu jamais visité est inconnu, non pas sûr.',
    inputs: {
      patrols: { title: 'Patrouilles', description: 'Tracés des patrouilles dont la présence est mesurée.' },
      hotspots: { title: 'Points chauds', description: 'Zones dont les visites sont comptées et rapportées à leur exigence.' },
      rangeM: { title: 'Portée', description: 'Un lieu compte comme vu lorsqu’une patrouille passe à moins de cette distance. Plus grande, elle embellit la couverture.' },
      sideM: { title: 'Côté', description: 'Longueur d’un côté des hexagones pour lesquels est donné le temps depuis la dernière présence.' },
      windowDays: { title: 'Jours considérés', description: 'Visites, intervalles, heures de présence et événements de ce nombre de derniers jours.' },
      mergeHours: { title: 'Une visite', description: 'Des passages séparés d’au plus ce temps forment une seule visite.' },
      gapMinutes: { title: 'Plus longue lacune', description: 'Un tracé est interrompu là où l’on n’en sait rien plus longtemps : ce qui est entre les deux n’a pas été vu.' },
      maxSpeedKmh: { title: 'Vitesse maximale', description: 'Les tronçons et les patrouilles plus rapides ne sont pas une présence au sol : positions fausses ou aéronefs.' },
      draws: { title: 'Tirages des lieux', description: 'Combien de fois les événements sont déplacés dans leur incertitude déclarée, pour voir dans quels hexagones il s’est tout de même passé quelque chose. 0 : aucun tirage.' },
      includeCoarse, seed,
    },
  },
  'risk-forecast': {
    title: 'Risque à court terme',
    description: 'Où des événements sont probables prochainement : comptages, densité par noyau, ProMap, un processus auto-excité et un mélange, chacun essayé sur des jours antérieurs avec ce qui était alors connu. La carte montre le modèle qui a trouvé plus d’événements que les simples comptages, ou dit qu’aucun ne l’a fait et montre le comptage. L’analyse dit où, non pourquoi, et rien de ce que les patrouilles changent.',
    inputs: {
      cellM: { title: 'Carré', description: 'Côté des carrés classés. Des lieux connus à quelques kilomètres près n’en méritent pas de plus petits.' },
      horizonDays: { title: 'Jours à venir', description: 'Jusqu’où porte la prévision.' },
      areaPct: { title: 'Part de la zone', description: 'Part de la zone dont les patrouilles peuvent s’occuper : le modèle de la carte est choisi d’après ses succès sur cette part.', labels: { 1: '1 %', 2: '2 %', 5: '5 %', 10: '10 %' } },
      origins: { title: 'Jours d’essai', description: 'Jours antérieurs, espacés de trente jours, sur lesquels les modèles sont essayés. Davantage les distingue mieux et remonte plus loin.' },
      delayDays: { title: 'Délai de signalement', description: 'Jours qu’il faut pour qu’un événement soit connu : les prévisions antérieures en savaient alors moins d’autant.' },
      bandwidthM: { title: 'Largeur de bande', description: 'Jusqu’où un événement s’étale dans les noyaux ; un demi-carré si elle n’est pas donnée.' },
      draws: { title: 'Tirages', description: 'Combien de fois les événements sont déplacés dans leur incertitude, pour voir quels carrés restent ; 0 : aucun tirage.' },
      seed, includeCoarse,
    },
  },
  'scan-spacetime': {
    title: 'Agrégats dans l’espace et le temps',
    description: 'Où et quand il y a eu plus d’événements que le hasard n’en réunirait : statistique de balayage de Kulldorff avec des cercles sur WGS 84, par défaut la permutation spatio-temporelle, qui ne demande pas de population et compare chaque lieu et chaque jour à ce qui est habituel pour les deux. Tous les cercles et toutes les durées sont essayés, et p en tient compte.',
    inputs: {
      areas: { title: 'Zones avec population', description: 'Zones ayant une propriété « population », pour le seul modèle de Poisson. De zones superposées, les plus petites sont retenues.' },
      model: { title: 'Modèle', description: 'À quoi les événements sont comparés : les événements habituels des mêmes lieux et jours, ce qui ne demande rien d’autre, ou la population des zones.', labels: { poisson: 'Poisson : événements rapportés à la population des zones, sans le temps', stp: 'Permutation spatio-temporelle : lieux et jours rapportés à leurs événements habituels' } },
      prospective: { title: 'Seulement ce qui est en cours', description: 'Seulement les agrégats qui vont jusqu’au dernier jour : ce qu’il faut regarder aujourd’hui. Sinon, des agrégats de tout moment sont trouvés, ce qui prend plus de temps.' },
      maxRadiusM: { title: 'Plus grand rayon', description: 'Rayon du plus grand cercle. Plus grand, il trouve des agrégats plus étendus et prend plus de temps.' },
      maxDays: { title: 'Plus long agrégat, jours', description: 'Jours du plus long agrégat. Plus long, il trouve des changements plus lents.' },
      stepDays: { title: 'Pas, jours', description: 'Jours comptés ensemble : 7 est plus rapide et ne dépend pas du jour de la semaine où quelque chose est signalé.' },
      maxShare: { title: 'Plus grande part', description: 'Part de la population, ou de tous les événements, que le plus grand cercle peut contenir. Plus de la moitié reviendrait à dire que le reste est calme.' },
      leastEvents: { title: 'Événements au moins', description: 'Nombre minimal d’événements d’un agrégat.' },
      replications: { title: 'Réplications', description: 'Arrangements tirés au hasard ; le plus petit p possible est un sur ce nombre plus un.' },
      stopEarly: { title: 'Arrêt anticipé', description: 'Finir lorsque 50 réplications ont dépassé l’agrégat le plus vraisemblable : il n’a manifestement rien d’inhabituel.' },
      maxP: { title: 'p maximal montré', description: 'Les agrégats d’un p plus grand sont dans le tableau mais non sur la carte. 1 les montre tous.' },
      maxClusters: { title: 'Agrégats au plus', description: 'Nombre maximal d’agrégats listés.' },
      draws: { title: 'Tirages de stabilité', description: 'Combien de fois les événements sont déplacés dans leur incertitude déclarée, pour voir si un agrégat reste. 0 : aucun tirage.' },
      maxDateRangeDays, includeCoarse, seed,
    },
  },
};

/** By the sentence of the server, which is nowhere put together of parts. @type {Record<string, string>} */
const caveats = {
  'Events per hour of presence: patrols find and report more where they are, and go where things happen. The rates say nothing of what patrols cause or prevent.':
    'Événements par heure de présence : les patrouilles trouvent et signalent davantage là où elles sont, et vont là où il se passe quelque chose. Les taux ne disent rien de ce que les patrouilles provoquent ou empêchent.',
  'Within range of a track does not mean that anything was seen from it, or that anybody was protected.':
    'À portée d’un tracé ne veut pas dire que quoi que ce soit en a été vu, ni que quiconque a été protégé.',
  'Clusters show where the selected events lie close together. They are not tested against chance, and places that are reported more are denser.':
    'Les agrégats montrent où les événements choisis sont proches les uns des autres. Ils ne sont pas testés contre le hasard, et les lieux d’où l’on signale davantage sont plus denses.',
  'It was not tried how the clusters stand when events are moved: no event states how well its place is known, or no draws were asked for.':
    'Il n’a pas été essayé comment tiennent les agrégats lorsque les événements sont déplacés : aucun événement ne dit avec quelle précision son lieu est connu, ou aucun tirage n’a été demandé.',
  'No event of the selection has a place that can be used: there is no result.':
    'Aucun événement de la sélection n’a de lieu utilisable : il n’y a pas de résultat.',
  'No group of events stands out as denser than the rest. All of them together are no cluster unless that is allowed.':
    'Aucun ensemble d’événements ne se distingue comme plus dense que le reste. Tous ensemble ne forment pas un agrégat, sauf si cela est admis.',
  'Neighbouring steps share events, so the trend looks surer than it is: pAutocorrelated allows for that.':
    'Les pas voisins partagent des événements, si bien que la tendance paraît plus sûre qu’elle ne l’est : pAutocorrelated en tient compte.',
  'Reports that grow or cease look the same as violence that does: ask whether reporting changed before taking a spot for new or past.':
    'Des signalements qui augmentent ou cessent ont le même aspect que des violences qui le font : demandez si le signalement a changé avant de tenir un point pour nouveau ou révolu.',
  'Only cells with a pattern are shown: there are too many others.':
    'Seules les cellules qui présentent un motif sont montrées : les autres sont trop nombreuses.',
  'Counts depend on the size and place of the hexagons and on who reports: they are not tested against chance.':
    'Les nombres dépendent de la taille et de la position des hexagones, et de qui signale : ils ne sont pas testés contre le hasard.',
  'The borders were drawn for administration: compare with another level and with hexagons.':
    'Les limites ont été tracées pour l’administration : comparez avec un autre niveau et avec des hexagones.',
  'Only the cells that are unusual are shown: there are too many others.':
    'Seules les cellules inhabituelles sont montrées : les autres sont trop nombreuses.',
  'How unusual a cell is depends on how many empty ones are looked at with it: compare results of the same area only.':
    'Le caractère inhabituel d’une cellule dépend du nombre de cellules vides considérées avec elle : ne comparez que des résultats d’une même zone.',
  'It was not tested how far the result rests on exact places: no event states how uncertain its place is, or no draws were asked for.':
    'Il n’a pas été testé jusqu’où le résultat repose sur des lieux exacts : aucun événement ne dit l’incertitude de son lieu, ou aucun tirage n’a été demandé.',
  'Hot means a higher rate than in the mean of the areas, not who is at risk: what is reported more has the higher rate.':
    'Chaud signifie un taux plus élevé que la moyenne des zones, non qui est en danger : ce qui est davantage signalé a le taux le plus élevé.',
  'No event has a time: gaps and changes of volume cannot be seen.':
    'Aucun événement n’a de moment : lacunes et changements de volume ne peuvent pas se voir.',
  'Nothing stands out in what is checked here.':
    'Rien ne ressort de ce qui est vérifié ici.',
  'What was never reported cannot be seen in what was.':
    'Ce qui n’a jamais été signalé ne peut se voir dans ce qui l’a été.',
  'A halo is the pattern of all selected events: select one type, for example attacks with explosive devices, to have the pattern of that type.':
    'Un halo est le motif de tous les événements choisis : choisissez un seul type, par exemple les attaques à l’engin explosif, pour avoir le motif de ce type.',
  'No event states how well its place is known, so nothing is said of how the pattern depends on it.':
    'Aucun événement ne dit avec quelle précision son lieu est connu ; rien n’est donc dit de la façon dont le motif en dépend.',
  'No band stands out from chance: nothing is said of where events follow.':
    'Aucune tranche ne se distingue du hasard : rien n’est dit de l’endroit où des événements suivent.',
  'Events that follow each other more than by chance need not be the work of the same people: what brought the one may have brought the other.':
    'Des événements qui se suivent plus que par hasard ne sont pas forcément le fait des mêmes personnes : ce qui a amené l’un a pu amener l’autre.',
  'Earlier forecasts knew every event that is known now. Reports come late and are corrected: on the day itself less is known, and skill is lower. Data that are coded after the fact, such as UCDP GED, flatter most; set a reporting delay to see.':
    'Les prévisions antérieures connaissaient tous les événements connus maintenant. Les signalements arrivent tard et sont corrigés : le jour même on en sait moins, et la qualité est moindre. Les données codées après coup, comme UCDP GED, flattent le plus ; réglez un délai de signalement pour le voir.',
  'No stability is told: no event states how well its place is known, or no draws were wanted.':
    'Aucune stabilité n’est donnée : aucun événement ne dit avec quelle précision son lieu est connu, ou aucun tirage n’a été voulu.',
  'Places that are reported more look riskier, and patrols change what happens and what is reported. A square without a rank is not safe.':
    'Les lieux d’où l’on signale davantage paraissent plus exposés, et les patrouilles changent ce qui se passe et ce qui est signalé. Un carré sans rang n’est pas sûr.',
  'Clusters are circles. One along a road or a river is found in parts, or with quiet places in it. The p of all but the most likely is too high rather than too low.':
    'Les agrégats sont des cercles. Celui qui longe une route ou une rivière est trouvé en morceaux, ou avec des lieux calmes à l’intérieur. Le p de tous sauf du plus vraisemblable est plutôt trop grand que trop petit.',
  'Events are compared with the population of the areas. People who fled or came since it was counted are not in it.':
    'Les événements sont comparés à la population des zones. Les personnes qui ont fui ou sont arrivées depuis le recensement n’y figurent pas.',
  'No cluster stands out from chance. That is no proof of calm: with few events only a strong concentration could.':
    'Aucun agrégat ne se distingue du hasard. Ce n’est pas une preuve de calme : avec peu d’événements, seule une forte concentration le pourrait.',
  'No event states how well its place is known, so nothing is said of how clusters depend on it.':
    'Aucun événement ne dit avec quelle précision son lieu est connu ; rien n’est donc dit de la façon dont les agrégats en dépendent.',
  'Whether clusters depend on how well places are known was not tried.':
    'Il n’a pas été essayé si les agrégats dépendent de la précision des lieux.',
  'A change at a moment is not proof that what was done then caused it: seasons, offensives, displacement of people and of violence, and changed reporting do the same. Surges follow peaks, and after a peak numbers fall by themselves.':
    'Un changement à un moment donné ne prouve pas que ce qui a été fait alors l’a causé : les saisons, les offensives, le déplacement des personnes et des violences, et un signalement modifié font de même. Les renforcements suivent les pics, et après un pic les nombres baissent d’eux-mêmes.',
  'A part of the series has too few events for a trend: only the ratio of counts is given.':
    'Une partie de la série a trop peu d’événements pour une tendance : seul le rapport des nombres est donné.',
  'Less than two years: a season cannot be told from a change.':
    'Moins de deux ans : une saison ne peut être distinguée d’un changement.',
  'No moment was given: the middle of the period stands in and means nothing.':
    'Aucun moment n’a été donné : le milieu de la période en tient lieu et ne signifie rien.',
  'There is no comparison area: look at the same period elsewhere before you conclude.':
    'Il n’y a pas de zone de comparaison : regardez la même période ailleurs avant de conclure.',
  'A density shows where the selected events are, not that they are more than chance would bring, and not where the next will be. Places that are reported more are denser.':
    'Une densité montre où sont les événements choisis, non qu’ils sont plus nombreux que par hasard, ni où seront les prochains. Les lieux d’où l’on signale davantage sont plus denses.',
  'No event states a radius above 0, or they lie more than 3 000 km from their middle: stability is left out.':
    'Aucun événement ne déclare un rayon supérieur à 0, ou ils sont à plus de 3 000 km de leur milieu : la stabilité est laissée de côté.',
  'No event states how well its place is known: stability cannot be given.':
    'Aucun événement ne dit avec quelle précision son lieu est connu : la stabilité ne peut être donnée.',
  'No study area was given: where nobody looked cannot be told from where nothing happened. Select an area to correct for its edge.':
    'Aucune zone d’étude n’a été donnée : là où personne n’a regardé ne se distingue pas de là où rien ne s’est passé. Choisissez une zone pour corriger l’effet de son bord.',
  'So many places were put into cells before smoothing, which is off by at most (cell / bandwidth)²/4 of the peak of a kernel for each event.':
    'Tant de lieux ont été mis dans des cellules avant le lissage, ce qui s’écarte d’au plus (cellule / largeur de bande)²/4 du sommet d’un noyau pour chaque événement.',
};

export const analyses = { processes, caveats };
