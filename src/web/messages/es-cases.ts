/** Español: los cinco artículos por los que se hizo Rastro. Nuestras palabras; lo que afirman es lo que afirman. */
import type { cases as english } from './en-cases.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const cases: typeof english = {
  title: 'Cinco artículos, verificados',
  kicker: 'Para qué sirve Rastro',
  lede: 'Cinco artículos hablan del adiestramiento de fuerzas de seguridad por Estados Unidos en México y otros países: cuántas personas, cuántas misiones, cuántos millones, qué se dice que fue de algunos de quienes lo recibieron y quién lo desmiente. Aquí está cada una de sus afirmaciones, en nuestras palabras, con lo que el registro oficial responde: a menudo, que no puede decirlo, y por qué.',
  counts: {
    label: 'Los artículos en cifras',
    claims: 'Afirmaciones',
    denials: 'Desmentidos y dudas',
    asked: 'Contrastadas con el registro',
    askedMeaning: 'las demás no tratan de adiestramiento que se cuente',
    answered: 'Respondidas por entero',
    answeredMeaning: 'para el resto el registro nombra lo que falta: años, un volumen clasificado, columnas en blanco',
  },
  numbers: 'Los números, contrastados con el registro',
  numbersLede:
    'Cada número del que los informes podrían decir algo, y lo que contienen de él. Una parte disponible no es una respuesta: es lo que hoy puede verse de lo preguntado.',
  claimed: 'Se afirma',
  held: 'En el registro',
  part: 'la parte disponible',
  noPart: 'ninguna fila en la parte disponible',
  noRow: 'ninguna fila, con todo lo preguntado disponible',
  noFigure: 'sin cifra',
  none: 'Los cinco artículos vienen con los datos incluidos, sin los cuales se inició este registro.',
  home: 'Cinco artículos sobre ese adiestramiento, afirmación por afirmación frente al registro',
  contradiction: '¿A qué cartel se habrían unido esos soldados?',
  contradictionLede:
    'Dos artículos dicen que soldados mexicanos se pasaron a un cartel, y no nombran el mismo; uno de los dos dice que Estados Unidos los había adiestrado. Un tercero dice que los primeros Zetas habían recibido adiestramiento de EE. UU. Ninguno nombra a un soldado. Nada en el registro oficial puede zanjarlo: los informes imprimen cursos y unidades, y a nadie por su nombre.',
  contradictionOf: (name) => `Lo que dicen los artículos de ${name}`,
  becoming: 'en',
  byArticle: 'lo dice el propio artículo',
  toPage: (name) => `Todo lo que se dice de ellos: ${name}`,
  answered: 'Respondido en el mismo artículo',
  more: (claims, text) => `El artículo con ${plural(claims, 'su afirmación', `sus ${text} afirmaciones`)}`,
  notHere: 'El texto es de quien lo publicó y no está aquí; quien lo tenga lo ve marcado.',
  own: 'Lea un artículo propio',
  ownLede:
    'Rastro lee cualquier artículo sobre fuerzas de seguridad en inglés o español: a quién se menciona, qué se afirma y lo que el registro puede decir de ello.',
  paragraph: (number) => `párrafo ${number}`,
}
