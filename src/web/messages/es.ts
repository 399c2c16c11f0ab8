/** Español. Lo que imprimen las fuentes no está aquí: no se traduce. */

import { article } from './es-article.js'
import { cases } from './es-cases.js'
import { check } from './es-check.js'
import { columns, coverage, coveragePage, reasons, stateMeanings, states } from './es-coverage.js'
import { dossier } from './es-dossier.js'
import { entity } from './es-entity.js'
import { entry, respond } from './es-entry.js'
import { evidence } from './es-evidence.js'
import { exposure } from './es-exposure.js'
import { incident } from './es-incident.js'
import { interfaces, whatChanged } from './es-interfaces.js'
import { method, wording } from './es-prose.js'
import { namingJudging, people, queue, unitJudging, unitList } from './es-queue.js'
import { quote } from './es-quote.js'
import { balance, reconciliation, sources, training } from './es-records.js'
import { screening } from './es-screening.js'
import { screeningEvidence } from './es-screening-evidence.js'
import { facets, search, sorts } from './es-search.js'
import type { Messages } from './messages.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const es: Messages = {
  frame: {
    skip: 'Ir al contenido',
    rooms: 'Secciones',
    breadcrumb: 'Dónde está',
    language: 'Idioma',
    past: 'Estado anterior del registro',
    pastState: (changeset) => `Ve el registro como estaba después del cambio ${changeset}.`,
    toPresent: 'Ver su estado actual',
    about:
      'Rastro sigue la asistencia en seguridad desde el registro público hasta la unidad que la recibió. Se cuentan sesiones de adiestramiento, no personas.',
    wording: 'Sobre las palabras',
    state: (changeset, at) => `Estado del registro: cambio ${changeset}, ${at}, huella`,
  },
  rooms: {
    countries: 'Países',
    programs: 'Programas',
    units: 'Unidades',
    exposures: 'Exposición',
    articles: 'Artículos',
    sources: 'Fuentes',
    reconciliation: '¿Cuadra?',
    coverage: 'Cobertura',
    method: 'Método',
  },
  figures: {
    sessions: 'Sesiones de adiestramiento',
    cost: 'Costo impreso',
    dollars: 'Dólares de EE. UU.',
    rows: 'Filas',
    withoutUnit: 'Sin receptor impreso',
    withoutUnitMeaning: 'de las sesiones; muchas otras nombran solo un ministerio o una fuerza',
    withoutUnitShare: 'de las sesiones',
    withoutCost: (share) => `${share} de las sesiones no llevan costo`,
    notPrinted: 'no impreso',
    noCost: 'sin costo impreso',
    noData: 'sin datos: falta el informe',
    partMissing: 'ninguna fila aquí; falta una parte del informe',
    excluded: 'ninguna fila: la ley exime al país del informe',
    columnAbsent: 'no se sabe: el informe no imprime esa columna',
    noRowsListed: 'ninguna fila en los informes disponibles',
    noRows: 'Ninguna fila.',
    partial: 'falta una parte',
    table: (title) => `${title}: en tabla`,
    sessionsByYear: 'Sesiones de adiestramiento por año fiscal',
    costByYear: 'Costo impreso por año fiscal',
    costNote: 'Solo lo que imprimen las filas; una fila sin costo no suma nada aquí.',
    yearTable: 'Por año fiscal',
    nameYearsNote: 'Un año sin columna no tiene filas con este nombre; de un año rayado no se sabe.',
    chartDescription: (year, value, missing) =>
      `Columnas por año fiscal. La mayor es ${year} con ${value}.${missing ? ` Sin datos para ${missing}.` : ''} La tabla tiene todas las cifras.`,
    gapKey: 'sin datos, o falta una parte',
    otherPrograms: 'otros programas',
    breaks: 'Rupturas de la serie',
    breakLine: (year, from, to, change) => `Desde el año fiscal ${year}: ${from} → ${to}, ${change}.`,
    matrix: 'Sesiones de adiestramiento por familia de programas y año fiscal',
    matrixNote: 'Un punto: ninguna fila.',
    all: 'Todos los años',
    mapLabel: (name, count, text) => `${name}: ${text} ${plural(count, 'sesión', 'sesiones')} de adiestramiento`,
    mapDescription: (largest) =>
      `Un mapa del mundo; la mayoría de las sesiones se enumeran para ${largest}. La tabla tiene todas las cifras.`,
    mapNote:
      'Suma de todos los años fiscales disponibles. Los estados pequeños son puntos. Las fronteras son las de Natural Earth.',
    orMore: (bound) => `${bound} o más`,
    noRowKey: 'ninguna fila en los informes disponibles',
  },
  coverage,
  coveragePage,
  columns,
  reasons,
  levels: {
    unit: 'una unidad',
    'class of units': 'una clase de unidades',
    'service or ministry': 'una fuerza o un ministerio',
    none: 'ninguna unidad',
  },
  states,
  stateMeanings,
  classes: {
    'security force': 'fuerza de seguridad',
    'other government': 'otra entidad de gobierno',
    'U.S. organisation': 'organización de EE. UU.',
    "another country's force": 'fuerza de otro país',
    'civil society': 'sociedad civil',
    individual: 'individuo',
    unknown: 'desconocido',
  },
  agencies: { DoS: 'Departamento de Estado', DoD: 'Departamento de Defensa', DHS: 'Seguridad Nacional', none: 'sin agencia' },
  statuses: { delivered: 'realizado', proposed: 'propuesto', all: 'realizado y propuesto' },
  regions: {
    Africa: 'África',
    'East Asia and Pacific': 'Asia Oriental y el Pacífico',
    Europe: 'Europa',
    'Near East': 'Cercano Oriente',
    'South Central Asia': 'Asia Meridional y Central',
    'Western Hemisphere': 'Hemisferio Occidental',
  },
  changes: {
    renamed: 'cambio de nombre',
    widened: 'ampliado',
    replaced: 'reemplazado',
    merged: 'fusionado',
    'replaced in part': 'reemplazado en parte',
    'made permanent': 'hecho permanente',
    split: 'dividido',
    moved: 'trasladado',
  },
  breakSources: {
    headings: (before, after) => `encabezados de las tablas de los años fiscales ${before} y ${after}`,
    law: (number, section, code) => `Ley Pública ${number} de EE. UU., sección ${section}${code ? ` (${code})` : ''}`,
  },
  proposal: 'La división en nombres y la clase de receptor las proponen reglas; nadie las ha revisado.',
  place: {
    label: (label) => `pág. ${label}`,
    page: (page) => `página ${page} del archivo`,
    row: (row) => `fila ${row} de la tabla`,
  },
  fields: {
    recipientAndCourse: 'Receptor y curso, tal como se imprimen',
    recipient: 'Unidad receptora',
    deliverer: 'Unidad que imparte',
    deliveryQuantity: 'Número junto a la unidad que imparte',
    course: 'Curso',
    location: 'Lugar',
    country: 'País',
    region: 'Región',
    program: 'Programa',
    programPrinted: 'Encabezado impreso',
    family: 'Familia',
    agency: 'Agencia',
    fiscalYear: 'Año fiscal',
    fiscalYearShort: 'AF',
    sessions: 'Sesiones',
    cost: 'Costo',
    costDollars: 'Costo en dólares de EE. UU.',
    start: 'Inicio',
    end: 'Fin',
    place: 'En la fuente',
    source: 'Fuente',
    report: 'Informe',
    rows: 'Filas',
    years: 'Años',
    class: 'Clase',
    share: 'Parte',
    level: 'Nombra',
    printedName: 'Nombre impreso',
    withoutCost: 'Sin costo',
    withoutUnit: 'Sin receptor',
    coverage: 'Cobertura',
  },
  facets,
  sorts,
  search,
  home: {
    title: 'Rastro: el adiestramiento de fuerzas de seguridad extranjeras por Estados Unidos, cada fila con su cita',
    heading:
      'Dos décadas de adiestramiento estadounidense de fuerzas de seguridad extranjeras, cada fila con su lugar en la fuente',
    lede: 'Quién recibió qué adiestramiento, de quién y a qué costo, como lo imprimen los informes oficiales: con búsqueda, sumado y comparado con los totales que los propios informes imprimen.',
    empty: 'El registro está vacío. Cargue los datos incluidos o lea informes con `bin/rastro ingest`.',
    holds: 'Qué contiene el registro',
    holdsSentence: (sources, pages, years, countries) =>
      `${sources} archivos con ${pages} páginas, años fiscales ${years}, ${countries} países y territorios.`,
    names: 'Nombres impresos',
    balances: '¿Cuadra?',
    begin: 'Seis preguntas para empezar',
    where: 'Adónde fueron las sesiones',
    mapTitle: 'Sesiones de adiestramiento por país',
    when: 'Año por año, programa por programa',
    questions: [
      {
        ask: '¿Recibió adiestramiento este batallón?',
        answer: 'Busque una unidad como la escribe cualquiera: “batallon infanteria 39”.',
        path: '/search',
        query: { q: 'batallon infanteria 39' },
      },
      {
        ask: '¿Cuánto para Colombia, en qué años, de qué presupuesto?',
        answer: 'La página de un país, con los vacíos y los programas renombrados.',
        path: '/countries/col',
        query: {},
      },
      {
        ask: '¿A quién nombran las filas de México?',
        answer: 'La mayoría nombra solo un ministerio o una fuerza: los nombres impresos, por sesiones.',
        path: '/countries/mex',
        query: {},
      },
      {
        ask: '¿Qué impartió el 7th Special Forces Group?',
        answer: 'Busque la unidad que imparte como la imprimen las filas, “7th SFG”; ordene por sesiones o costo.',
        path: '/search',
        query: { unit: '7th sfg' },
      },
      {
        ask: '¿Suman bien los informes?',
        answer: 'Cada total impreso junto a la suma de sus filas.',
        path: '/reconciliation',
        query: {},
      },
      {
        ask: '¿Se conoce a alguien de mi lista?',
        answer: 'Coteje personas y unidades, en privado: posibles coincidencias junto a lo que dicen las fuentes.',
        path: '/screening',
        query: {},
      },
    ],
  },
  balance,
  countries: {
    heading: (count) => `${count} países y territorios`,
    caption: 'Países en el registro, todos los años fiscales disponibles',
    orders: { name: 'nombre', sessions: 'sesiones', cost: 'costo impreso' },
  },
  country: {
    lede: (name) => `Adiestramiento estadounidense de fuerzas de seguridad (${name}), por año, programa y receptor.`,
    sentence: (name, count, sessions, years) =>
      count === 0
        ? `Los informes disponibles no enumeran ninguna sesión de adiestramiento realizada para ${name}.`
        : `Los informes disponibles enumeran ${sessions} ${plural(count, 'sesión', 'sesiones')} de adiestramiento para ${name} en los años fiscales ${years}.`,
    noRow: (name) => `Los informes disponibles no enumeran ningún adiestramiento de ${name}.`,
    noRowExempt: 'La ley lo exceptúa del informe: que no figure aquí no demuestra que no hubo adiestramiento.',
    noRowUnknown: 'Eso no demuestra que no hubo adiestramiento.',
    noRowWhy: 'Qué se sabe del motivo',
    noRowNote: 'Un año rayado no se conoce; un año sin columna no tiene ninguna fila en los informes disponibles.',
    proposed: (sessions, cost) => `Planeado, y fuera de la suma: ${sessions} sesiones por ${cost}.`,
    proposedRows: 'Ver las filas planeadas',
    byYear: 'Por año y programa',
    programs: 'Programas',
    programsCaption: (name) => `${name}: programas`,
    recipients: 'Receptores, tal como se imprimen',
    recipientsNote: (share, names) =>
      `El ${share} de las sesiones no imprime receptor, y muchas nombran solo un ministerio o una fuerza. ${names} nombres impresos en total; los de más sesiones:`,
    classes: 'Por clase de receptor',
    classesNote:
      'Propuesta por reglas. Una fila cuya celda nombra receptores de varias clases cuenta en cada una, así que las clases pueden sumar más que las filas.',
    levels: 'Hasta dónde llegan los nombres',
    levelsNote: 'Sesiones de los receptores impresos, leídas por reglas. La que está bajo dos nombres cuenta en ambos.',
    allRows: (name) => `Todas las filas (${name})`,
    deliverers: 'Unidades que imparten',
    deliverersCaption: 'Quién impartió, tal como se imprime',
    noDeliverers: 'Ninguna fila nombra una unidad que imparte.',
    courses: 'Cursos',
    coursesCaption: 'Cursos con más sesiones',
    noCourses: 'Ninguna fila nombra un curso.',
    sources: (count) => `Filas de ${count} informes`,
  },
  programs: {
    heading: (count) => `${count} programas`,
    note: 'El código es la lectura del encabezado de los informes; la familia es aquello con lo que un programa se compara a lo largo de los años, porque los programas cambian de nombre y se fusionan.',
    caption: 'Programas, todos los años fiscales disponibles',
  },
  family: {
    kicker: 'Familia de programas',
    lede: 'Los nombres de esta asistencia a lo largo de los años: estos programas cambiaron de nombre, se fusionaron o se reemplazaron unos a otros, y aquí se suman juntos.',
    byYear: 'Por año y programa',
    programs: 'Sus programas',
    programsCaption: (family) => `${family}: programas`,
    about: (family) =>
      `Adiestramiento estadounidense de fuerzas de seguridad extranjeras con ${family}, por año, programa y país.`,
  },
  program: {
    authority: (law) => `Autorizado por: ${law}.`,
    together: (family) => `“${family}” a lo largo de los años, todos juntos`,
    family: (family) => `A lo largo de los años se compara con la familia “${family}”:`,
    familyByYear: 'La familia por año',
    countriesCaption: (program) => `${program}: países`,
    headings: 'Encabezados',
    headingsCaption: 'Como lo imprimen los informes',
  },
  name: {
    means: 'Se toma por la unidad',
    lede: 'Un nombre exactamente como lo imprimen los informes.',
    kicker: 'Nombre impreso',
    levels: {
      'class of units': 'Este nombre designa varias unidades de una misma clase. De las filas no se desprende cuál.',
      'service or ministry':
        'Este nombre es de un ministerio o una fuerza, no de una unidad. Sus sesiones pueden incluir o no a una unidad determinada; no acusan a ninguna.',
      none: 'Este texto no nombra ninguna unidad.',
    },
    timeLine: 'Línea de tiempo',
    rowsCaption: 'Filas con este nombre impreso',
    allRows: (count) => `Las ${count} filas`,
    alike: 'Nombres impresos que se leen igual',
    alikeNote: 'Escritos de otra manera o impresos para otro país. Nadie ha juzgado que sean el mismo.',
  },
  training,
  sources,
  reconciliation,
  entity,
  evidence,
  article,
  cases,
  check,
  exposure,
  incident,
  interfaces,
  whatChanged,
  entry,
  respond,
  queue,
  screening,
  screeningEvidence,
  dossier,
  unitJudging,
  namingJudging,
  unitList,
  people,
  quote,
  method,
  wording,
  errors: {
    400: {
      heading: 'Esta dirección no se puede leer',
      explanation: 'Algo en ella no es una pregunta que este registro entienda.',
    },
    404: { heading: 'No existe esa página', explanation: 'Ninguna página ni fila tiene esta dirección.' },
    410: {
      heading: 'Esto se suprimió',
      explanation:
        'La fila se suprimió para siempre por una razón que pesa más que conservarla. Nada de ella se muestra en ningún estado del registro.',
    },
    withdrawn: {
      heading: 'Esto se dejó sin efecto',
      explanation:
        'Un cambio posterior del registro lo retiró o lo sustituyó. Sigue en los estados del registro que lo tenían: un enlace permanente que nombra su estado lleva allí.',
    },
    500: { heading: 'Algo falló aquí', explanation: 'La falla es nuestra, no suya. Leer el registro no lo altera.' },
    503: {
      heading: 'Esto tarda demasiado',
      explanation: 'La pregunta se detuvo antes de responderse. Haga una más acotada o inténtelo de nuevo.',
    },
    lastState: (changeset) => `Verla como era, en el último estado que la tenía (cambio ${changeset})`,
    home: 'A la primera página',
  },
}
