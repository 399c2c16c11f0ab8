/** Español: la exposición. Lo que ocurrió primero precedió; nada aquí dice que haya llevado a algo, y una denuncia nunca se da por un hecho. */
import type { exposure as en } from './en-exposure.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const exposure: typeof en = {
  title: 'Exposición',
  lede: 'Unidades que recibieron adiestramiento, junto a lo que una fuente denuncia o una lista dice de la propia unidad, de otra que estuvo por encima o por debajo, de una persona destinada en ella, o de su predecesora o sucesora. Lo que ocurrió primero precedió; nada aquí dice que haya llevado a algo.',
  laws: 'Qué ley se aplicaba a este adiestramiento',
  lawApplied: {
    '620M': 'Pagado por el Departamento de Estado: Ley de Asistencia Exterior, sección 620M.',
    'appropriations, training only':
      'Pagado por el Departamento de Defensa antes del año fiscal 2014: la disposición de sus leyes anuales de asignaciones, que hablaba solo de adiestramiento.',
    '10 USC 362':
      'Pagado por el Departamento de Defensa desde el año fiscal 2014: la ley que hoy es 10 USC 362, sobre adiestramiento, equipo y otra asistencia.',
    unknown: 'No consta de quién era el dinero, o era de otra agencia: cuál de estas leyes se aplicaba no se sabe.',
  },
  notJudged:
    'Rastro no dice que un incidente denunciado haya ocurrido ni que una fuente sea digna de crédito. Ningún camino pasa por un ministerio, una fuerza, un estado mayor o una clase de unidades, y lo que solo se conoce a ese nivel no produce ningún hallazgo.',
  orders: { before: 'antes', during: 'durante', after: 'después', undatable: 'orden desconocido' },
  kinds: { incident: 'incidente denunciado', designation: 'inclusión en una lista', ineligibility: 'inelegibilidad' },
  paths: {
    direct: 'la propia unidad',
    parent: 'una unidad superior',
    subunit: 'una unidad subordinada',
    person: 'una persona destinada en ella',
    succession: 'una predecesora o sucesora',
  },
  undatable: {
    'no date': 'nada lo fecha',
    'seen only': 'una copia de la lista prueba la inclusión solo en su día; no se sabe desde cuándo',
    'ended only': 'se sabe cuándo se lo retiró de la lista, no desde cuándo figuraba en ella',
    overlap: 'las fechas se traslapan y no son bastante exactas',
  },
  identities: {
    confirmed: 'nombres confirmados por una persona',
    'confirmed in part': 'nombres confirmados en parte',
    proposed: 'nombres propuestos por una regla, que nadie ha confirmado',
  },
  assistanceDates: {
    day: 'adiestramiento con fecha exacta',
    'day in part': 'adiestramiento con fecha exacta solo en parte',
    'fiscal year': 'adiestramiento del que solo consta el año fiscal',
  },
  matterDates: {
    day: 'la denuncia o la inclusión, con fecha exacta',
    span: 'la denuncia o la inclusión, fechada en un lapso',
    snapshot: 'visto en una lista un solo día',
    none: 'la denuncia o la inclusión, sin fecha',
  },
  standing: {
    alleged: 'denunciado',
    disputed: 'denunciado, y negado o puesto en duda',
    listed: 'en la lista; no se conoce su retiro',
    delisted: 'retirado de la lista después',
    'delisted, day not known': 'consta su retiro de la lista; el día no se pudo leer',
    'denied assistance': 'asistencia denegada en ese año; no figurar en las listas de otros años no significa nada',
  },
  howDated: {
    LIST_DAY_BY_HAND: 'fecha anotada a mano y no cotejada con el anuncio oficial que se cita, que no está archivado aquí',
    LIST_DAY_INFERRED: 'la fecha de la copia de la lista se dedujo de lo que contiene',
  },
  steps: {
    above: (from, to) => `${to} estaba por encima de ${from}`,
    below: (from, to) => `${to} estaba por debajo de ${from}`,
    'posted there': (from, to) => `${to} estuvo destinado en ${from}`,
    'came after': (from, to) => `${to} vino después de ${from}`,
    'came before': (from, to) => `${to} vino antes de ${from}`,
  },
  found: (count, text) => `${text} ${plural(count, 'hallazgo', 'hallazgos')}`,
  none: 'Ningún hallazgo. Eso no prueba que no haya nada: abajo está lo que el registro no abarca.',
  noneOfUnit:
    'Nada de lo que contiene el registro vincula el adiestramiento de esta unidad con una denuncia o una lista. Eso no prueba que no las haya.',
  limits:
    'El registro solo contiene los incidentes y las listas que se le han incorporado. Una unidad que ninguna fila nombra por sí misma puede haber recibido adiestramiento bajo el nombre de su ministerio o fuerza.',
  sessions: (count, text) => `${text} ${plural(count, 'sesión', 'sesiones')} de adiestramiento`,
  rowsWithout: (count, text) => `${text} ${plural(count, 'fila', 'filas')} sin número impreso de sesiones`,
  ofUnit: (what, unit) => `${what} de ${unit}`,
  courseUnknown: 'curso no impreso',
  furtherCourses: (count, text) => `${text} ${plural(count, 'curso más', 'cursos más')}`,
  eachDays: (shortest, longest) =>
    shortest === longest
      ? `${shortest} ${plural(shortest, 'día', 'días')} cada una`
      : `de ${shortest} a ${longest} días cada una`,
  whereDated: (text) => `${text} donde están impresas ambas fechas`,
  fiscalYears: (count, text) => `${plural(count, 'año fiscal', 'años fiscales')} ${text}`,
  years: (count, text) => `${text} ${plural(count, 'año', 'años')}`,
  months: (count) => `${count} ${plural(count, 'mes', 'meses')}`,
  days: (count) => `${count} ${plural(count, 'día', 'días')}`,
  atLeast: (time) => `al menos ${time}`,
  theLast: (time) => `la última, ${time} antes`,
  theOnly: (time) => `${time} antes`,
  theFirst: (time) => `la primera, ${time} después`,
  theOnlyAfter: (time) => `${time} después`,
  preceded: (assistance, interval, matter) => `${assistance}, antes de ${matter}: ${interval}.`,
  followed: (assistance, interval, matter) => `${assistance}, después de ${matter}: ${interval}.`,
  accompanied: (assistance, matter) => `${assistance}, durante ${matter}.`,
  unordered: (assistance, matter, why) => `${assistance}; y ${matter}. No se sabe qué ocurrió primero: ${why}.`,
  incident: (words, when, whose) => `un incidente denunciado (${words}${when ? `, ${when}` : ''}) del que se acusa a ${whose}`,
  listing: (authority, list, when, whose) =>
    `la inclusión de ${whose} en una lista de ${authority} (${list}${when ? `, ${when}` : ''})`,
  ineligible: (authority, when, whose) =>
    `la denegación de asistencia a ${whose} que informa ${authority}${when ? ` (${when})` : ''}`,
  since: (when) => `fecha de inclusión: ${when}`,
  sinceUnread: (printed) => `incluido en una fecha que no se pudo leer: “${printed}”`,
  untilUnread: (printed) => `retirado en una fecha que no se pudo leer: “${printed}”`,
  seenOn: (when) => `vista el ${when}`,
  deniedIn: (year) => `en el año calendario ${year}`,
  whose: {
    direct: { accused: 'la unidad', other: 'la unidad' },
    parent: {
      accused: (name) => `${name}, por encima de ella, no a la propia unidad`,
      other: (name) => `${name}, por encima de ella, no de la propia unidad,`,
    },
    subunit: {
      accused: (name) => `${name}, por debajo de ella, no a la propia unidad`,
      other: (name) => `${name}, por debajo de ella, no de la propia unidad,`,
    },
    person: {
      accused: (name) => `${name}, con destino en ella, no a la propia unidad`,
      other: (name) => `${name}, con destino en ella, no de la propia unidad,`,
    },
    succession: {
      accused: (name) => `${name}, anterior o posterior a ella, no a la propia unidad`,
      other: (name) => `${name}, anterior o posterior a ella, no de la propia unidad,`,
    },
  },
  asOfMatter: (when) => `consultado para ${when}`,
  asOfAssistance: 'consultado para las fechas del adiestramiento',
  path: 'Camino',
  strength: 'En qué se apoya',
  evidence: 'Pruebas',
  trainings: 'Filas de adiestramiento',
  stands: 'Dónde figura',
  relationDisputed: 'una fuente niega o pone en duda la relación',
  filters: {
    heading: 'Acotar los hallazgos',
    country: 'País',
    countryHint: 'código ISO, como mex',
    years: 'Años fiscales',
    yearsHint: '2012, o 2010-2015',
    kind: 'Qué',
    path: 'Camino',
    order: 'El adiestramiento fue',
    identity: 'Nombres de la unidad',
    any: 'cualquiera',
    toTheDay: 'solo lo que tiene fecha exacta',
    afterOnly: 'solo adiestramiento posterior a un incidente denunciado, o durante una inclusión en lista o después de ella',
    show: 'Mostrar',
    all: 'Mostrar todo',
  },
  more: (from, to, of) => `${from} a ${to} de ${of}`,
  next: 'Siguientes',
  csv: 'como CSV',
  json: 'como JSON',
  section: 'Adiestramiento junto a denuncias y listas',
  timeline: (name) => `${name}: adiestramiento arriba, denuncias y listas abajo`,
  timelineDescription: (trainings, matters) =>
    `${trainings} ${plural(trainings, 'adiestramiento', 'adiestramientos')} sobre la línea, ${matters} ${plural(matters, 'denuncia o inclusión en una lista', 'denuncias o inclusiones en listas')} debajo. La tabla tiene cada una con sus fechas.`,
  timelineTable: 'Lo que muestra la línea de tiempo',
  when: 'Cuándo',
  what: 'Qué',
  whoseColumn: 'De quién',
  training: 'Adiestramiento',
  notItself: 'no de la propia unidad',
  undated: 'Sin fecha, y por eso fuera de la línea',
}
