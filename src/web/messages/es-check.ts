/** Español: afirmaciones y lo que el registro puede decir de cada una. Una afirmación es de alguien; las personas nunca son sesiones. */
import type { check as english } from './en-check.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)
const fiscal = (first: number, last: number) =>
  `${first === last ? `el año fiscal ${first}` : `los años fiscales ${first} a ${last}`} (de octubre de ${first - 1} a septiembre de ${last})`

export const check: typeof english = {
  title: 'Verificar una afirmación',
  lede: 'Lo que el registro oficial del adiestramiento de Estados Unidos puede decir de un número que alguien afirma: la pregunta en que se tradujo la afirmación, la cifra del registro con sus filas y un veredicto. Donde falta una parte de lo preguntado, el veredicto es “no se puede decir” y la cifra parcial va después.',
  heading: (claim) => `Verificado: ${claim}`,
  claim: 'La afirmación',
  verdict: 'Veredicto',
  verdicts: {
    agrees: 'Coincide',
    'ledger higher': 'El registro da más',
    'ledger lower': 'El registro da menos',
    'cannot say': 'No se puede decir',
  },
  by: (verdict, difference) => `${verdict}: ${difference} de diferencia`,
  sameNumber: (verdict, isLower) => `${verdict}: tiene justo este número, y se afirma que fue ${isLower ? 'más' : 'menos'}`,
  bound: 'Aunque a nadie se le hubiera contado dos veces, son menos de lo que se afirma.',
  boundOfAll: 'Aun todo lo que tiene el registro, lo haya recibido quien lo haya recibido, es menos de lo que se afirma.',
  partExceeds: 'La parte disponible ya supera lo que se afirma.',
  moreReasons: (count) => `${count} ${plural(count, 'razón', 'razones')} más`,
  ledger: 'La cifra del registro',
  part: 'La parte disponible',
  askProgram: (lacking) =>
    `Solo falta lo de ${lacking}. Si la afirmación es de otro programa, elíjalo en la pregunta: de ese el registro puede estar completo.`,
  besideDenial: 'Lo que listan los informes',
  noPart: 'No se muestra ninguna cifra: lo que suma el registro no es parte de lo que se afirma.',
  noFigure: 'No hay cifra: no se leyeron años por los que preguntar.',
  notAsked: 'No se le pregunta al registro: no contiene nada de lo que se cuenta.',
  sessions: (count, text) => `${text} ${plural(count, 'sesión', 'sesiones')} de adiestramiento`,
  rows: (count, text) => `${text} ${plural(count, 'fila', 'filas')}`,
  noRows: 'ninguna fila, lo que no demuestra que no hubiera adiestramiento',
  figure: (sessions, rows, cost, share) =>
    `${sessions} en ${rows}, costo impreso ${cost}${share ? ` (${share} de las filas no llevan ninguno)` : ''}`,
  seeRows: (count, text) => (count === 1 ? 'Ver la fila' : `Ver las ${text} filas`),
  seeAllRows: 'Ver las filas de las que podría tratarse',
  seeRowsPart: (part) => `Ver las filas, lista ${part}`,
  readAs: 'Leída como esta pregunta',
  allowed: (low, high) =>
    low === null
      ? `Tal como está redactada, la afirmación admite hasta ${high}.`
      : high === null
        ? `Tal como está redactada, la afirmación admite ${low} o más.`
        : low === high
          ? `Tal como está redactada, la afirmación admite ${low} y nada más.`
          : `Tal como está redactada y redondeada, la afirmación admite de ${low} a ${high}.`,
  upperBound: 'Las sesiones se toman como límite superior: lo afirmado puede ser menos que la cifra, y no más.',
  coverage: (parts, of, all) =>
    of === '1'
      ? `${all ? '' : 'no '}está disponible la única parte de los informes que la pregunta toca`
      : all
        ? `están disponibles las ${of} partes de los informes que la pregunta toca`
        : `${parts === '1' ? 'está disponible' : 'están disponibles'} ${parts} de las ${of} partes de los informes que la pregunta toca`,
  yearsMissing: (years) => `faltan: ${years}`,
  yearsInPart: (years) => `en parte: ${years}`,
  state: (changeset, time) => `Hecho con el estado del registro tras el cambio ${changeset} (${time}).`,
  askHeading: 'Qué se afirma',
  edit: 'Cambiar la pregunta',
  editHint:
    'Cada parte de la pregunta se puede cambiar. La respuesta es una página propia, con una dirección que se puede compartir y que conserva el estado del registro.',
  ask: 'Verificar',
  blank: 'Preguntar otra cosa',
  permalink: 'Enlace permanente de esta verificación',
  examples: 'Por ejemplo',
  exampleChecks: {
    people:
      '¿Recibieron adiestramiento unas 13,000 personas de América Latina en ejercicios de fuerzas especiales (JCET), de 2007 a 2014?',
    cost: '¿Costó más de US$10 millones el adiestramiento antidrogas (Sección 1004) en México en el año fiscal 2012?',
    sessions: '¿Menos de 500 sesiones de adiestramiento para Honduras bajo IMET en el año fiscal 2012?',
  },
  form: {
    measure: 'Qué se cuenta',
    comparator: 'El número es',
    value: 'Número',
    valueTo: 'y, si es “entre”',
    place: 'País, países o región',
    placeHint: '“México”, “México y Colombia”, “América Latina”, “todos los países”',
    from: 'Desde el año',
    to: 'hasta el año',
    years: 'Los años son',
    fiscal: 'años fiscales (de octubre a septiembre)',
    calendar: 'años calendario',
    open: 'hasta el día del artículo:',
    published: 'Día del artículo',
    publishedHint: '2014-11-05',
    program: 'Programa',
    anyProgram: 'cualquier programa',
    families: 'Familias de programas',
    currency: 'Moneda',
    usDollars: 'dólares estadounidenses',
    programs: 'Programas',
    counted: 'A quiénes se cuenta, en palabras de la afirmación',
    countedHint: '“policías mexicanos”, si son menos que todos los receptores de allí',
    provider: 'Quién adiestró',
    usa: 'Estados Unidos',
    unsaid: 'no se dice',
    per: 'Es uno de cada',
    perYear: 'año',
    perNot: 'no: en total',
    said: 'La afirmación dice',
    reserves: {
      done: 'que fue así',
      planned: 'que estaba previsto, solicitado o prometido',
      'not-asserted': 'que no fue así, o lo pregunta',
      'part-of-more': 'solo una parte de un número mayor',
      'loosely-tied': 'un número que no es solo de este país o programa',
      'says-more': 'un número del que la frase dice más de lo que aquí se pregunta',
    },
  },
  everywhere: 'todos los países',
  countries: (count, text) => `${text} ${plural(count, 'país', 'países')}`,
  regionOf: (region, count) => `${region} (${count} países)`,
  noPlace: 'ningún país ni región',
  noYears: 'ningún año',
  fiscalYears: (count, years) => `${plural(count, 'año fiscal', 'años fiscales')} ${years}`,
  anyProgram: 'cualquier programa',
  or: (parts) => parts.join(' o '),
  question: {
    sessions: 'Sesiones de adiestramiento realizadas',
    cost: 'Costo impreso del adiestramiento realizado',
  },
  abouts: {
    people: 'personas que habrían recibido adiestramiento',
    sessions: 'sesiones de adiestramiento',
    cost: 'dólares de EE. UU. para adiestramiento',
    missions: 'misiones o ejercicios',
    trainers: 'instructores',
    assistance: 'dólares de EE. UU. de asistencia en conjunto',
  },
  comparisons: {
    exactly: 'exactamente',
    about: 'alrededor de',
    nearly: 'casi',
    more: 'más de',
    least: 'al menos',
    fewer: 'menos de',
    most: 'como máximo',
    between: 'entre … y …',
  },
  measures: {
    training_sessions: 'sesiones de adiestramiento',
    people_trained: 'personas que habrían recibido adiestramiento',
    trainers: 'instructores',
    missions: 'misiones de adiestramiento',
    assistance: 'de asistencia',
    weapons: 'en armas',
    training_cost: 'para adiestramiento',
    cost: 'de costo',
    personnel: 'personas',
    deaths: 'muertes',
    disappeared: 'personas desaparecidas',
    injured: 'personas heridas',
    inmates: 'reclusos',
    officials: 'funcionarios',
  },
  repaired: (printed) => `(dañado en la impresión: “${printed}”)`,
  number: {
    about: (number) => `alrededor de ${number}`,
    nearly: (number) => `casi ${number}`,
    more: (number) => `más de ${number}`,
    least: (number) => `al menos ${number}`,
    fewer: (number) => `menos de ${number}`,
    most: (number) => `como máximo ${number}`,
    between: (low, high) => (low === null ? `hasta ${high}` : high === null ? `${low} o más` : `de ${low} a ${high}`),
  },
  change: { from: 'al principio', to: 'al final' },
  per: (what) => `por ${what}`,
  perWords: { year: 'año', month: 'mes', week: 'semana', day: 'día', person: 'persona' },
  notSo: '(se dice que no fue así)',
  forWhom: (whom) => `para ${whom}`,
  in: (place) => `en ${place}`,
  says: (what, who) => `${what}; lo dice ${who}`,
  theArticle: 'el artículo',
  event: (action, whom, by) =>
    `lo que se dice que ocurrió: “${action}”${whom ? ` “${whom}”` : ''}; ${by ? `se dice de “${by}”` : 'no se dice quién lo hizo'}`,
  lineage: (parts) => `linaje: ${parts}`,
  left: (what) => `dejaron “${what}”`,
  trainedBy: (what) => `habían recibido adiestramiento de “${what}”`,
  status: (parts) => `situación: ${parts}`,
  denialInWords: (words) => `desmentido, con las palabras: “${words}”`,
  denial: (of) => (of === null ? 'desmentido' : `desmentido de: “${of}”`),
  doubt: (of) => (of === null ? 'duda' : `duda sobre: “${of}”`),
  concerns: (ids) => `se refiere a ${ids}`,
  regions: {
    'Latin America': 'América Latina',
    'Central America': 'Centroamérica',
    'South America': 'Sudamérica',
    'the Caribbean': 'el Caribe',
    'the Western Hemisphere': 'el hemisferio occidental',
    'West Africa': 'África occidental',
    'East Africa': 'África oriental',
    'Central Africa': 'África central',
    'Southern Africa': 'África austral',
    'North Africa': 'norte de África',
    'the Sahel': 'el Sahel',
    'the Maghreb': 'el Magreb',
    'Central Asia': 'Asia central',
    'Southeast Asia': 'sudeste asiático',
  },
  readings: {
    peopleNotSessions:
      'Las personas no son sesiones de adiestramiento: una persona en tres cursos cuenta tres veces, de modo que las sesiones son un límite superior de las personas.',
    program: (printed, programs) => `“${printed}” se leyó como el programa ${programs}.`,
    country: (printed, countries) => `“${printed}” se leyó como ${countries}.`,
    region: (printed, region, countries) =>
      printed === null ? `Aquí “${region}” es: ${countries}.` : `“${printed}” se leyó como “${region}”: ${countries}.`,
    since: (from) => `desde ${from}`,
    years: (printed, first, last) =>
      `“${printed}” se leyó como ${fiscal(first, last).replace('(de', '(adiestramiento que terminó de')}`,
    part: (printed, first, last) =>
      `“${printed}” es una parte de ${fiscal(first, last)}; el registro se suma por años fiscales enteros`,
    calendar: ', que comparten nueve meses de doce con los años calendario',
    until: (year) => `; ${year}, el año de publicación, es el último`,
  },
  outside: {
    weapons: 'El registro es de adiestramiento; no contiene ventas ni transferencias de armas.',
    deaths: 'El registro es de adiestramiento; no contiene muertes.',
    disappeared: 'El registro es de adiestramiento; no contiene desapariciones.',
    injured: 'El registro es de adiestramiento; no contiene heridos.',
    inmates: 'El registro es de adiestramiento; no contiene reclusos.',
    officials: 'El registro es de adiestramiento; no contiene investigaciones de funcionarios.',
    percent: 'El registro es de adiestramiento; no contiene la proporción que se afirma.',
    cost: 'El registro es de adiestramiento; no contiene otros costos.',
    money: 'No se leyó para qué es el dinero; el registro solo tiene el costo impreso del adiestramiento.',
  },
  outsideOther: 'Lo que se cuenta no está en el registro, que es de adiestramiento.',
  noNumber: {
    event: 'Un hecho no es un número de adiestramientos: los informes hablan de cursos, no de lo que hacen las unidades.',
    lineage:
      'Los informes imprimen cursos y unidades, y a nadie por su nombre: no dicen qué fue de quienes recibieron adiestramiento.',
    status: 'Una situación no es un número de adiestramientos: los informes no hablan de cargos ni de planes.',
    denial: 'Los informes hablan de cursos, no de operaciones: ni apoyan ni refutan lo que se desmiente.',
    doubt: 'Una duda no afirma ningún número de adiestramientos.',
  },
  noNumberOther: 'La afirmación no es un número de adiestramientos.',
  reasons: {
    trainingDenied: {
      all: 'Aquí se habla de adiestramiento, y de eso trata el registro. Al lado está lo que listan los informes; si ese es el adiestramiento aludido, los informes no lo dicen, y no se da ningún veredicto al respecto.',
      country:
        'Aquí se habla de adiestramiento, y de eso trata el registro; no se leyeron años por los que preguntar, y no se verificó.',
      nothing:
        'Aquí se habla de adiestramiento, y de eso trata el registro; no se leyó ningún país por el que preguntar, y no se verificó.',
    },
    deniedUnread: 'A qué se refiere está en otra parte del artículo y no se leyó; por eso no se verificó.',
    missionsNotCounted:
      'Los informes cuentan sesiones de adiestramiento por fila, y no misiones ni ejercicios: su número no se desprende de las filas.',
    trainersNotSummed: 'El número de instructores está impreso en pocos años y en pocas filas, y no se suma.',
    assistanceOutside:
      'La asistencia es más que el adiestramiento: el registro solo tiene el costo impreso del adiestramiento, que es una parte de ella.',
    currencyOther: (currency) => `El registro está en dólares de EE. UU.; la afirmación, en ${currency}.`,
    providerOther: (provider) => `El registro es del adiestramiento que da Estados Unidos; la afirmación es de ${provider}.`,
    providerNotSaid: 'La afirmación no dice quién adiestró; el registro es solo del adiestramiento que da Estados Unidos.',
    countryNotSaid: 'La afirmación no nombra ningún país ni región que se haya leído.',
    programOutside: (program) => `“${program}” no es un programa que los informes enumeren con ese nombre.`,
    perOther: (per) => `El número es uno de cada ${per}, y no se dice de cuál.`,
    periodNotSaid: 'La afirmación no nombra ningún tiempo.',
    periodUnread: (printed) => `“${printed}” no se pudo leer como años.`,
    periodOpen: (printed) => `“${printed}” llega hasta el día de publicación, que no se conoce.`,
    periodFuture: (printed) => `“${printed}” está en el futuro del artículo: el registro tiene lo realizado.`,
    periodPartOfYear: (printed) => `“${printed}” no se compone de años fiscales enteros, por los que se suma el registro.`,
    costNotPrinted: (rows, of, share, sessions) =>
      `${rows} de ${of} filas (${share}), con ${sessions} sesiones de adiestramiento, no imprimen costo o imprimen $0.`,
    noRow: (countries, years) =>
      countries === ''
        ? 'Los informes disponibles no enumeran ninguna fila para lo que se pregunta. Ninguna fila no es cero: no demuestra que no hubiera adiestramiento.'
        : `Para ${countries} los informes disponibles no enumeran ninguna fila en ${years}, y ninguna fila no es cero: un adiestramiento no enumerado podría explicar la diferencia.`,
    peopleSome:
      'El registro tiene sesiones de adiestramiento, así que alguien fue capacitado; cuántas personas fueron no lo dicen las sesiones.',
    peopleWithinBound:
      'Hay al menos tantas sesiones de adiestramiento como personas se afirman: ese número de personas es posible, y las sesiones no pueden decir cuántas fueron.',
    narrowerWithinBound: (recipient) =>
      `La cifra es de todas las sesiones de adiestramiento de allí; la afirmación, de “${recipient}”: como parte de ella es posible.`,
    calendarYears: (printed) =>
      `La cifra difiere, pero “${printed}” empieza o termina dentro de un año fiscal, y los meses que quedan fuera pueden explicar la diferencia.`,
    reserves: {
      planned: 'Lo que se afirma estaba previsto, solicitado o prometido; el registro tiene lo realizado.',
      'not-asserted': 'La afirmación no dice que fuera así: niega el número o lo pregunta.',
      'part-of-more': 'El número es parte de uno mayor, que la afirmación no da.',
      'loosely-tied': 'La frase no vincula el número solo con este país o programa.',
      'says-more': 'La frase dice del número más de lo que se pregunta, y no se da veredicto sobre palabras que no se leyeron.',
    },
    unread: (words) =>
      `La frase no se entendió en “${words}”: puede decir del número más de lo que se pregunta, y no se da veredicto sobre palabras que no se leyeron.`,
    moreCountries: (names, count) => `${names} y ${count} países más`,
  },
  quote: {
    claimed: (claim) => `Se afirma: ${claim}.`,
    asked: (question) => `Se preguntó al registro: ${question}.`,
    listed: (figure) =>
      `Los informes de adiestramiento militar extranjero del Gobierno de Estados Unidos que están en este registro enumeran ${figure}.`,
    listedPart: (figure) =>
      `La parte de los informes de adiestramiento militar extranjero del Gobierno de Estados Unidos que está en este registro enumera ${figure}, lo que por sí solo no es una respuesta.`,
    notLooked:
      'No se preguntó qué listan de ello los informes de adiestramiento militar extranjero del Gobierno de Estados Unidos.',
    notListed:
      'Los informes de adiestramiento militar extranjero del Gobierno de Estados Unidos no tienen ninguna cifra para ello.',
    verdict: (verdict) => `Veredicto: ${verdict}.`,
    cannotSay: 'Con el registro no se puede decir si la afirmación es cierta.',
    place: (rows, text) =>
      rows === 1
        ? 'Una fila de los informes, que cita su lugar en ellos.'
        : `Suma de ${text} filas de los informes; cada una cita su lugar en ellos.`,
    balance:
      'El veredicto descansa en las filas tal como están impresas; si suman los totales impresos está en la página “¿Cuadra?”.',
  },
}
