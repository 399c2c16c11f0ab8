/** Español: lo que se abarca y lo que no: los vacíos del registro, sus clases y razones. */
import type * as en from './en-coverage.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const coverage: typeof en.coverage = {
  heading: 'Lo que esto no abarca',
  people: 'Las sesiones no son individuos: una persona en tres cursos cuenta tres veces.',
  withoutCost: (rows, rowsText, sessions, sessionsText) =>
    `${rowsText} ${plural(rows, 'fila', 'filas')} con ${sessionsText} ${plural(sessions, 'sesión', 'sesiones')} no ${plural(rows, 'lleva', 'llevan')} costo o ${plural(rows, 'lleva', 'llevan')} US$0, que no es lo mismo que gratuito.`,
  yearsMissing: (count, years) => `No hay informe ${plural(count, 'del año fiscal', 'de los años fiscales')} ${years}.`,
  partsMissing: (years) => `Falta la parte del informe que lo enumeraría en ${years}.`,
  yearsInPart: (years) => `Faltan partes de los informes de ${years}.`,
  countries: (count) => `${count} ${plural(count, 'país', 'países')}`,
  count: (count) => plural(count, 'Una clase de vacío en el registro', `${count} clases de vacíos en el registro`),
  more: 'Todos los vacíos, con sus fuentes',
  fiscalYears: (count, years) => `${plural(count, 'año fiscal', 'años fiscales')} ${years}`,
  column: (column) => `columna “${column}”`,
}

export const coveragePage: typeof en.coveragePage = {
  heading: 'Lo que el registro abarca y lo que no',
  lede: 'Un año que falta, un programa clasificado, una columna en blanco: cada uno está aquí con la manera de saberlo. Las páginas los dibujan como vacíos, nunca como cero.',
  what: 'Qué',
  why: 'Por qué',
  knownFrom: 'Cómo se sabe',
  byYear: 'Por año fiscal',
  gaps: 'Vacíos',
  noGap: 'ninguno enumerado',
  unverified: 'cita no verificada',
  uncheckedStatute: '(Citada por su número; no se cotejó con el texto de la ley.)',
}

export const columns: typeof en.columns = {
  course_title: 'curso',
  location: 'lugar',
  recipient_unit: 'unidad receptora',
  delivery_unit: 'unidad que imparte',
  start_date: 'inicio',
  end_date: 'fin',
  total_cost: 'costo',
}

export const reasons: typeof en.reasons = {
  'report-not-at-hand': 'El informe no está entre las fuentes de este registro.',
  'part-not-at-hand': 'Una parte del informe no está entre las fuentes de este registro.',
  'parts-not-known': 'No se sabe aquí qué regiones tiene este informe: nada indica si está completo.',
  'year-outside-series': 'La serie detalla lo realizado en los años fiscales 1999 a 2020.',
  'column-not-printed': 'Las tablas del informe no tienen esta columna.',
  'column-mostly-blank': 'La columna existe, y está en blanco en nueve de cada diez filas o más.',
  'classified-volume':
    'Los ejercicios conjuntos de fuerzas especiales (JCET) están en su mayoría en el volumen III, que es clasificado.',
  'in-progress-volume':
    'Un adiestramiento cuenta en el año fiscal en que terminó: lo que entonces seguía en curso está en el volumen II y en la suma del año siguiente.',
  'sales-excluded': 'El adiestramiento que un país compró queda en parte fuera del informe.',
  'nato-member': 'El adiestramiento de miembros de la OTAN queda fuera del informe.',
  'exempted-country': 'La ley exime al país del informe.',
}

export const states: typeof en.states = {
  present: 'Presente',
  'file missing': 'Falta el archivo',
  'column absent': 'Falta la columna',
  'column blank': 'Columna en blanco',
  classified: 'Clasificado',
  'in progress elsewhere': 'En curso (enumerado en otro lugar)',
  'excluded by law': 'Excluido por ley',
}

export const stateMeanings: typeof en.stateMeanings = {
  present: 'Las filas están aquí.',
  'file missing': 'El informe, o el archivo de una región, no está en este registro.',
  'column absent': 'Las tablas de estos años no tienen la columna.',
  'column blank': 'La columna existe, pero casi siempre está vacía.',
  classified: 'La actividad se informa en un volumen que no es público.',
  'in progress elsewhere': 'El adiestramiento que seguía en curso está en otro volumen, y cuenta en el año en que terminó.',
  'excluded by law': 'La ley exime a estos países o programas del informe.',
}
