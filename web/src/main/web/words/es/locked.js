// Lo que la página dice de lo que se guarda bajo llave.
// @ts-check
import { isolate } from '../isolate.js';
import { plural } from '../plural.js';

/** @type {import('../locked.js').Words} */
export const lockedWords = {
  title: 'Guardar esta situación para cuando no haya conexión',
  about: (mark) => `Lo clasificado como ${isolate(mark)} solo puede quedar en este equipo bloqueado con una frase de contraseña. Sin ella, falta cuando no hay conexión. Lo que pertenece a un compartimento nunca se guarda aquí.`,
  limits: 'Esto protege un equipo perdido o robado, pero no uno que se deja desbloqueado con esta página abierta. Al cerrar la sesión se borra todo. Una frase olvidada no se puede recuperar.',
  passphrase: 'Frase de contraseña para este equipo',
  again: 'La misma otra vez',
  rule: (least) => plural(least, { one: 'Al menos # carácter.', other: 'Al menos # caracteres; lo mejor son cinco palabras o más que no guarden relación. No deje que el navegador la guarde.' }),
  show: 'Mostrar lo que se escribe',
  setUp: 'Guardar bajo llave',
  working: 'Un momento…',
  short: (least) => plural(least, { one: 'Demasiado corta: al menos # carácter.', other: 'Demasiado corta: al menos # caracteres.' }),
  same: 'Demasiado sencilla: repite unos pocos caracteres.',
  differ: 'Las dos no coinciden.',
  notNow: 'El servidor aún no ha dicho con qué clave se puede guardar esto. Inténtelo de nuevo en un momento.',
  failed: 'No se pudo escribir en este equipo.',
  done: 'Lo que llegue desde ahora se guarda bajo llave.',
  open: 'Guardado bajo llave. Desbloqueado en esta página hasta que se cierre o se cargue de nuevo.',
  sealed: 'Guardado bajo llave. Lo que llega se añade; leerlo requiere la frase de contraseña.',
  count: (n) => plural(n, { one: '# respuesta del mapa está guardada bajo llave.', other: '# respuestas del mapa están guardadas bajo llave.' }),
  forget: 'Olvidarlo todo',
  forgetSure: '¿Borrar todo lo que se guarda bajo llave en este equipo?',
  forgetYes: 'Borrar',
  keep: 'Conservar',
  forgotten: 'Ya no se guarda nada bajo llave.',
  unlock: 'Desbloquear',
  wrong: 'Esa no es la frase de contraseña.',
  unlockAbout: 'No hay conexión. Una parte de la última vista está guardada bajo llave en este equipo. Sin la frase de contraseña, la página muestra el resto y dice cuántas capas faltan.',
  without: 'Seguir sin ella',
  offer: (mark) => `Parte de esta situación está clasificada como ${isolate(mark)} y no se guarda para cuando no haya conexión.`,
  offerYes: 'Guardar bajo llave…',
  offerNo: 'No, gracias',
};
