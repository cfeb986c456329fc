// What the page's frame says, in Spanish: the menu of tools, the tree of layers and the sheet of keys.
// @ts-check
import { count } from '../../core/format.js';
import { plural } from '../plural.js';

/** @type {import('../words.js').Translation<typeof import('../en/shell.js').shellWords>} */
export const shellWords = {
  tree: {
    fold: (title) => `Capas de ${title}`,
    options: (title) => `Opacidad y lugar de ${title}`,
    opacity: 'Opacidad',
    up: (title) => `Subir ${title} (Alt + ↑)`,
    down: (title) => `Bajar ${title} (Alt + ↓)`,
    goTo: 'Ir allí',
    ground: 'Fondo: queda debajo de todas las demás',
    moved: (title, place, of) => `${title}: ${count(place)} de ${count(of)}, contando desde arriba`,
    restore: 'Orden y opacidad habituales',
    restored: 'Las capas están en su orden habitual y ninguna es translúcida.',
    shapes: { point: 'Puntos', line: 'Líneas', polygon: 'Áreas', mixed: 'Puntos y áreas' },
  },
  nearby: {
    title: 'Cerca en el espacio y el tiempo',
    within: 'A menos de',
    during: 'Días antes y después',
    days: (n) => plural(n, { one: '± # día', other: '± # días' }),
    none: 'Nada más que usted pueda ver.',
    figures: 'Cifras y lista',
    failed: 'No se pudo contar lo que está cerca',
  },
  unsure: {
    title: 'Sin ubicación o imprecisos',
    unmapped: 'sin ubicación',
    imprecise: (reach) => `imprecisos (> ${reach})`,
    long: (unmapped, imprecise, reach) => `${plural(unmapped, { one: '# suceso de este período no tiene ubicación y no está en ningún mapa', other: '# sucesos de este período no tienen ubicación y no están en ningún mapa' })}; ${plural(imprecise, { one: '# en la vista se conoce solo a más de', other: '# en la vista se conocen solo a más de' })} ${reach}`,
    about: 'Sucesos del período, con los filtros activos. Los que no tienen ubicación no están en ningún mapa ni en ninguna zona. Una ubicación aproximada puede dibujar un foco donde no lo hay.',
    beyond: 'Llamar imprecisa una ubicación conocida a más de',
    unmappedTitle: 'Sin ubicación',
    impreciseTitle: (reach) => `Conocidos solo a más de ${reach}, en la vista`,
    none: 'Ninguno.',
    more: 'Mostrar más',
    rings: (n) => plural(n, { one: 'Se dibuja # círculo: el suceso pudo ocurrir en cualquier punto de él.', other: 'Se dibujan los círculos de # sucesos: cada uno pudo ocurrir en cualquier punto del suyo.' }),
    ringsCrowded: 'Demasiados para dibujar un círculo de cada uno: acérquese o elija un radio mayor.',
    ringsFailed: 'No se pudieron dibujar los círculos',
    failed: 'No se pudo contar lo que no está en el mapa',
  },
  symbols: {
    title: 'Símbolos militares',
    failed: 'No se pudieron cargar los símbolos militares: se muestran iconos sencillos.',
  },
  tour: {
    again: 'Hacer el recorrido',
    next: 'Siguiente',
    back: 'Atrás',
    done: 'Listo',
    skip: 'Omitir el recorrido',
    progress: (n, of) => `${count(n)} de ${count(of)}`,
    steps: {
      asOf: { title: 'La edad de la situación', text: 'Todas las cifras de esta página son de este momento. Si el servidor calla, se dice aquí, en color.' },
      report: { title: 'Tomar un informe', text: 'Una llamada, un mensaje de radio: pulse N, escriba qué oye y dónde. Está en el mapa en minuto y medio, y nada de lo escrito se pierde.' },
      inbox: { title: 'Lo que le espera', text: 'Informes que nadie ha visto todavía y pasos pendientes. B lo abre.' },
      layers: { title: 'Qué hay en el mapa', text: 'Muestre capas o grupos enteros, cambie su orden y su opacidad. Los números son recuentos exactos de la vista. L trae aquí.' },
      time: { title: 'Cuándo', text: 'Arrastre la ventana o sus bordes, reproduzca con la barra espaciadora, avance con [ y ]. Todas las cifras siguen.' },
      unsure: { title: 'Lo que el mapa no puede mostrar', text: 'Tantos sucesos no tienen ubicación o se conocen solo aproximadamente. Pulse para listarlos y ver el posible error antes de creer en un patrón.' },
      area: { title: 'Qué ocurrió aquí', text: 'Dibuje una zona, tecla D: recuentos, tipos y víctimas, frente al período anterior.' },
      hotspot: { title: 'Llevar un foco', text: 'Trace su contorno, diga por qué, fije la fecha de revisión. Su ficha cuenta después lo que ocurre dentro.' },
      filters: { title: 'Hacer una pregunta', text: 'Tipos, gravedad, palabras y condiciones. Cada una queda arriba, y la pregunta viaja con el enlace compartido.' },
      analysis: { title: 'Buscar un patrón', text: 'Agrupaciones, densidad, focos probados contra el azar, pronósticos: cada uno dice cuán seguro es y qué no significa.' },
      select: { title: 'Elegir en el mapa', text: 'Un clic abre todo lo que se sabe: cuándo y dónde, con qué certeza, de quién, los vínculos y cada cambio.' },
      more: { title: 'Todo lo demás', text: 'Imprimir, medir, pantalla mural, cuadrícula, símbolos y más están aquí, cada uno con su tecla. ? muestra todas las teclas.' },
      search: { title: 'Encontrar un lugar', text: 'Nombres, referencias, coordenadas y MGRS. / trae aquí.' },
      help: { title: 'Volver cuando quiera', text: '? abre las teclas y este recorrido.' },
    },
  },
  states: {
    slow: 'Cargando… Tarda más de lo habitual: la línea es lenta o el servidor está ocupado.',
    notForYou: (title) => `${title} no forma parte de sus funciones.`,
    yourRoles: (roles) => `Ha iniciado sesión como: ${roles}. Quien administra la misión puede darle otra función.`,
  },
  keys: {
    groups: { panels: 'Paneles', tools: 'Herramientas', time: 'Tiempo', map: 'Mapa', page: 'Página' },
    what: {
      search: 'Buscar', layers: 'Capas', filters: 'Filtros', time: 'Ir a la barra de tiempo', moveTime: 'Mover el período, cuando la barra de tiempo tiene el foco; con Mayús, su último día',
      back: 'Un paso atrás', on: 'Un paso adelante', play: 'Reproducir y pausar', zoomIn: 'Acercar', zoomOut: 'Alejar', home: 'Zona de la misión',
      differences: 'Diferencia siguiente y anterior, cuando se comparan dos imágenes',
      moveMap: 'Mover el mapa, cuando tiene el foco', help: 'Esta hoja', close: 'Cerrar lo que está abierto',
    },
    names: { ' ': 'Espacio', Escape: 'Esc', PageUp: 'Re Pág', PageDown: 'Av Pág', Home: 'Inicio', End: 'Fin' },
  },
};
