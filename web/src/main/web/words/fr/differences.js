// Ce que la page dit des différences entre deux images.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {import('../differences.js').Words} */
export const differenceWords = {
  caption: 'Différences dans la fenêtre de la carte',
  captionWalk: 'Différences dans la fenêtre de départ',
  columns: { onlyA: 'Seulement A', onlyB: 'Seulement B', changed: 'Modifiés', same: 'Identiques' },
  kinds: { a: 'Seulement dans A', b: 'Seulement dans B', worse: 'Devenu plus grave', better: 'Devenu moins grave', moved: 'Déplacé', changed: 'Modifié' },
  changes: { severity: 'gravité', place: 'lieu', time: 'date', other: 'autres détails' },
  from: (a, b) => `${a} → ${b}`,
  later: {
    a: 'A est plus récent : ce qui n’est que dans A est apparu depuis B, ce qui n’est que dans B a disparu depuis ou ne correspond plus.',
    b: 'B est plus récent : ce qui n’est que dans B est apparu depuis A, ce qui n’est que dans A a disparu depuis ou ne correspond plus.',
  },
  periods: 'A et B ont des périodes différentes : presque chaque événement n’est que dans l’une. On compare donc les nombres : pour chaque cellule, combien B en a de plus (+) ou de moins (−).',
  crowded: (layers) => `Trop nombreux pour être comparés un par un, donc comptés par cellule : ${layers.join(', ')}. Zoomez pour voir chacun.`,
  told: (n, of) => `Les ${count(n)} différences les plus graves sur ${count(of)} sont marquées et listées. Zoomez pour voir les autres ; les nombres portent sur toutes.`,
  squares: (n, of) => `Les ${count(n)} cellules qui diffèrent le plus sur ${count(of)} sont dessinées. Zoomez pour voir les autres.`,
  only: 'Montrer seulement les différences',
  onlyTag: 'différences seulement',
  previous: '← Précédente (,)',
  next: 'Suivante (.) →',
  at: (n, of) => `${count(n)} sur ${count(of)}`,
  all: (n) => plural(n, { one: '# à parcourir', other: '# à parcourir' }),
  back: 'Retour à la fenêtre entière',
  cell: (a, b) => `A ${count(a)}, B ${count(b)} dans cette cellule`,
  placeless: 'sans lieu sur la carte',
  open: 'Détails',
  none: 'Rien de ce que vous pouvez voir ne diffère dans cette fenêtre.',
  noLayers: 'Aucune couche d’événements n’est affichée dans les deux images.',
  failed: 'Les différences n’ont pas pu être trouvées',
  comparedWith: (label) => `Comparé avec B : ${label}`,
};
