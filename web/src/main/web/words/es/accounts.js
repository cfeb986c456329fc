// Every word of the account page and the administration page, in Spanish.
// @ts-check
import { plural } from '../plural.js';
import { rightsWords } from './rights.js';

/** @type {import('../words.js').Translation<typeof import('../en/accounts.js').words>} */
export const words = {
  ...rightsWords,
  language: 'Idioma', map: 'Mapa', account: 'Cuenta', administration: 'Administración', copy: 'Copiar', copied: 'Copiado', never: 'nunca', none: 'ninguno', retry: 'Reintentar',
  who: 'Quién soy', user: 'Nombre de usuario', name: 'Nombre', roles: 'Funciones', clearance: 'Habilitación', compartments: 'Compartimentos', expires: 'Sesión válida hasta',
  password: 'Contraseña', passwordLink: 'Cambiar la contraseña', passwordRule: 'Al menos 12 caracteres. Al cambiarla terminan todas sus demás sesiones.',
  tokens: 'Tokens de API', tokenRule: 'Un token permite que un programa actúe en su nombre, nunca con más derechos de los que usted tenga en ese momento.',
  tokenName: 'Para qué sirve', scope: 'Alcance', read: 'lectura', write: 'lectura y escritura', days: 'Días de validez (1 a 365)', make: 'Crear un token', lastUsed: 'Último uso', until: 'Vence', revoke: 'Revocar', revoked: 'revocado', noTokens: 'Todavía no hay tokens.',
  once: 'Cópielo ahora: solo se muestra esta vez.', askRevoke: (name) => `¿Revocar el token «${name}»? Los programas que lo usan quedan rechazados de inmediato.`,
  loading: 'Cargando…', unknown: 'desconocido', pages: 'Páginas', views: 'Administración de', when: 'Cuándo', what: 'Qué', by: 'Por', role: 'Función', owner: 'Titular', expired: 'vencido',
  sessions: 'Dónde tengo sesión abierta', sessionRule: 'Una sesión termina tras 30 minutos sin uso y a más tardar tras 12 horas. Si alguna no es suya, ciérrela y cambie la contraseña.',
  begun: 'Inicio', address: 'Dirección', browser: 'Navegador', here: 'esta', endOthers: 'Cerrar todas las demás sesiones', onlyHere: 'No tiene sesión abierta en ningún otro lugar.',
  ended: (n) => plural(n, { one: 'Se cerró # sesión más.', other: 'Se cerraron # sesiones más.' }),
  onlyLayers: (names) => `solo las capas ${names}`, onlyRoles: (names) => `solo como ${names}`,
  allTokensRule: 'Del más reciente al más antiguo. Un token revocado se rechaza de inmediato; uno vencido no surte efecto.', onlyUsable: 'Solo los que aún funcionan', noTokenMatches: 'Ningún token coincide.',
  logRule: 'De lo más reciente a lo más antiguo, al minuto en UTC: decisiones sobre cuentas, sus contraseñas y tokens, inicios de sesión y los rechazados. Se le puede añadir, nunca cambiar.',
  noEvents: 'Todavía no ha ocurrido nada.', noEventsOf: (name) => `No se sabe nada de ${name}.`, older: 'Mostrar anteriores', noOlder: 'Eso es todo.',
  nameRule: 'De 2 a 40 letras minúsculas, cifras, puntos, guiones y guiones bajos. Un nombre nunca se vuelve a asignar.',
  area: 'Zona de responsabilidad', areaChoice: 'Ve lo que está en', wholeMission: 'toda la misión', ownOutline: 'un contorno propio',
  areaPaste: 'Polygon o MultiPolygon en GeoJSON o WKT, longitud antes que latitud', areaExample: 'POLYGON ((-21 -11, -20 -11, -20 -10, -21 -11))',
  areaHelp: 'Los elementos sin lugar y las capas de referencia se ven de todos modos.', noPlaces: 'La capa de zonas administrativas está vacía; se puede pegar un contorno.',
  placesAway: (why) => `No se pueden leer las zonas administrativas: ${why} Se puede pegar un contorno.`,
  level: (code) => ({ ADM0: 'País', ADM1: 'Provincias', ADM2: 'Distritos', ADM3: 'Subdistritos', SECTOR: 'Sectores de la misión' }[code] ?? code),
  areaFaults: {
    empty: 'Pegue un contorno o elija otra zona.', json: 'Este JSON no está completo.', wkt: 'Esto no es ni GeoJSON ni WKT.', kind: 'Una zona es un Polygon o un MultiPolygon.',
    positions: 'Un anillo necesita al menos cuatro posiciones, cada una con una longitud y una latitud.', range: 'Una posición queda fuera de la Tierra: la longitud va antes que la latitud, en grados.',
    open: 'Un anillo debe terminar donde empieza.', several: 'Indique un solo elemento, no una colección de varios.',
  },
  subject: 'Sujeto en el proveedor de identidad, si lo hay', added: (name) => `Se añadió ${name}, que inicia sesión en el proveedor de identidad.`,
  saved: (name) => `Se modificó ${name}.`, unchanged: 'Nada era distinto.', editOf: (name) => `Editar ${name}`,
  users: 'Usuarios', search: 'Buscar por nombre', anyRole: 'Todas las funciones', state: 'Estado', enabled: 'activada', disabled: 'desactivada', due: 'debe elegir una contraseña', noUsers: 'Ninguna cuenta coincide.',
  add: 'Añadir usuario', edit: 'Editar', save: 'Guardar', cancel: 'Cancelar', disable: 'Desactivar', enable: 'Activar', reset: 'Restablecer la contraseña', log: 'Registro', tokensOf: 'Tokens',
  ends: 'Un cambio de derechos termina en menos de un segundo las sesiones en curso de esta cuenta.', codes: 'Compartimentos, separados por comas',
  oneTime: (name) => `Contraseña de un solo uso de ${name}. Cópiela ahora: solo se muestra esta vez y debe cambiarse en el primer inicio de sesión.`,
  askDisable: (name) => `¿Desactivar a ${name}? Las sesiones en curso terminan en menos de un segundo y los tokens de API se rechazan.`,
  askReset: (name) => `¿Dar a ${name} una nueva contraseña de un solo uso? Las sesiones en curso terminan en menos de un segundo.`,
};
