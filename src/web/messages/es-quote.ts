/** Español: frases que se pueden publicar. "Sesiones de adiestramiento", nunca personas; lo que una fila enumera, nunca lo que ocurrió. */
import type { quote as english, SumSentence, TrainingSentence } from './en-quote.js'

/** Una proporción al principio de una frase: ningún periódico imprime "<1%". */
export const shareOf = (share: string) =>
  /^[<>]/.test(share) ? share.replace(/^</, 'Menos del ').replace(/^>/, 'Más del ') : `El ${share}`

const sessions = (count: number, text: string) => `${text} ${count === 1 ? 'sesión' : 'sesiones'} de adiestramiento`

export const quote: typeof english = {
  this: 'Citar este dato',
  short: 'citar',
  rowLabel: (row) => `Citar esta fila: ${row}`,
  caveat: 'Salvedad',
  place: 'Lugar en la fuente',
  balance: '¿Cuadra?',
  permalink: 'Enlace permanente',
  card: 'Como imagen (PNG)',
  rows: 'Las filas detrás de esta cifra',
  training: ({
    report,
    planned,
    sessions: count,
    sessionsText,
    course,
    recipient,
    country,
    countryInSentence,
    program,
    fiscalYear,
    cost,
    overprinted,
  }: TrainingSentence) =>
    [
      `El informe de adiestramiento militar extranjero del Gobierno de Estados Unidos correspondiente a ${report} enumera`,
      planned ? ', como plan,' : '',
      overprinted
        ? ' un adiestramiento cuyas sesiones y costo no se pueden leer'
        : count === null
          ? ' un adiestramiento sin número de sesiones'
          : ` ${sessions(count, sessionsText)}`,
      course ? ` en “${course}”` : '',
      recipient
        ? ` para “${recipient}” (${country})`
        : ` para ${countryInSentence}, sin nombrar a quien ${count === null || overprinted ? 'lo' : 'las'} recibió,`,
      ` en el año fiscal ${fiscalYear}, bajo “${program}”`,
      overprinted ? '' : cost ? `, con un costo impreso de ${cost}` : ', sin costo impreso',
      '.',
    ].join(''),
  sum: ({ sessions: count, sessionsText, rows, rowsText, scope, years, oneYear, cost }: SumSentence) =>
    rows === 0
      ? `Los informes de adiestramiento militar extranjero del Gobierno de Estados Unidos que están en este registro no enumeran ninguna fila${scope ? ` para ${scope}` : ''}.`
      : [
          `Los informes de adiestramiento militar extranjero del Gobierno de Estados Unidos que están en este registro enumeran ${sessions(count, sessionsText)}`,
          scope ? ` para ${scope}` : '',
          `${scope.includes(',') ? ',' : ''} ${oneYear ? 'en el año fiscal' : 'en los años fiscales'} ${years}`,
          ` (${rowsText} ${rows === 1 ? 'fila' : 'filas'}`,
          cost ? `, con costos impresos de ${cost})` : ', sin ningún costo)',
          '.',
        ].join(''),
  plans: (rows: number, rowsText: string, scope: string, years: string, oneYear: boolean) =>
    `Los informes de adiestramiento militar extranjero del Gobierno de Estados Unidos que están en este registro enumeran ${rowsText} ${rows === 1 ? 'fila' : 'filas'} de planes${scope ? ` para ${scope}` : ''} ${oneYear ? 'en el año fiscal' : 'en los años fiscales'} ${years}, impresas con un año de anticipación.`,
  sessionsCaveat:
    'Se cuentan sesiones de adiestramiento, no personas: quien asistió a tres cursos cuenta tres veces, y no se conoce el número de individuos.',
  plannedCaveat: 'Es el plan impreso un año antes; no dice que el adiestramiento se haya realizado.',
  cancelledCaveat: 'La propia fila dice que se canceló, y aun así cuenta en los totales impresos.',
  noRecipientCaveat: 'La fila no nombra a quien lo recibió.',
  serviceCaveat:
    'La fila nombra un ministerio, una fuerza o un lugar y ninguna unidad: de ella no se desprende qué unidad participó.',
  classCaveat: 'El nombre designa varias unidades de una misma clase: de la fila no se desprende cuál de ellas participó.',
  notForceCaveat: (recipientClass: string) =>
    `Por su nombre impreso, Rastro propone clasificar a quien lo recibió como “${recipientClass}”: no debe llamarse unidad de una fuerza de seguridad.`,
  doubtfulCaveat: 'La lectura de esta fila es dudosa: compárela con la página antes de publicarla.',
  maskedCaveat: 'Donde se lee “withheld”, el informe imprime datos personales, que Rastro omite.',
  overprintedCaveat:
    'El informe imprime una línea de totales sobre esta fila, de modo que su título, sus sesiones y su costo no se pueden leer; los totales los cuentan.',
  noCostCaveat: 'No hay costo impreso; eso no significa que haya sido gratuito.',
  zeroCostCaveat: 'El costo impreso es US$0; eso no significa que haya sido gratuito.',
  shortenedCaveat: 'La celda impresa es más larga que lo citado aquí.',
  noTotals: 'El informe no imprime ningún total en el que cuente esta fila.',
  rowBalances: (totals: number) =>
    totals === 1
      ? 'La fila cuenta en un total impreso, que es igual a la suma de sus filas.'
      : `La fila cuenta en ${totals} totales impresos; cada uno es igual a la suma de sus filas.`,
  rowOff: (totals: number, off: number, errors: number) =>
    `De ${totals} totales impresos en los que cuenta la fila, ${off} no ${off === 1 ? 'es igual a la suma de sus filas' : 'son iguales a la suma de sus filas'} (${
      errors === off ? 'error del propio informe' : 'en duda'
    }).`,
  sumWithoutCost: (count: string, share: string) =>
    `${count} de las sesiones (${share}) no llevan costo, lo que no significa que fueran gratuitas.`,
  sumWithoutUnit: (share: string) =>
    `${shareOf(share)} de las sesiones no imprime receptor, y otras nombran solo un ministerio o una fuerza.`,
  sumWithoutUnitAlone: (share: string) => `${shareOf(share)} de las sesiones no imprime receptor.`,
  sumWithoutAnyUnit: 'Ninguna de estas filas imprime receptor.',
  sumMissing: (years: string, oneYear: boolean) =>
    `Faltan informes o partes de ellos ${oneYear ? 'del año fiscal' : 'de los años fiscales'} ${years}: un vacío no es cero.`,
  siblings: (others) => `La misma familia de programas tiene filas también bajo ${others}, que no se incluyen aquí.`,
  sumGaps: (gaps: string) => `Otros vacíos: ${gaps}.`,
  emptyCaveat: 'Que no haya ninguna fila no demuestra que no hubo adiestramiento.',
  deliveredOnly: 'Los planes no forman parte de la suma.',
  plansOnly: 'Los planes no se suman, y no dicen que el adiestramiento se haya realizado.',
  total: (report, country, printed, said, rows, rowsText, summed) =>
    `El informe de adiestramiento militar extranjero del Gobierno de Estados Unidos ${report} imprime el total “${printed}”${country ? ` de ${country}` : ''}: ${said}. ${rows === 1 ? 'La fila que abarca, tal como la lee este registro, tiene' : `Las ${rowsText} filas que abarca, tal como las lee este registro, suman`} ${summed}.`,
  totalFigures: (sessions, sessionsText, cost) =>
    [sessions === null ? null : `${sessionsText} ${sessions === 1 ? 'sesión' : 'sesiones'} de adiestramiento`, cost]
      .filter((one) => one !== null)
      .join(' y ') || 'ninguna cifra',
  totalBalance: (status, reason) => `Este total: ${status}.${reason && ` ${reason}`}`,
  sumPlace: (rows: string, reports: string, count: number) =>
    `Suma de ${rows} filas${reports ? ` ${count === 1 ? 'del informe' : 'de los informes'} ${reports}` : ''}; cada fila cita su lugar allí.`,
  plansPlace: (rows: string, reports: string, count: number) =>
    `${rows} filas ${count === 1 ? 'del informe' : 'de los informes'} ${reports}; cada fila cita su lugar allí.`,
  noPlace: 'Ninguna fila de los informes de este registro.',
  sumBalance: (balanced: string, totals: string, errors: number, doubts: number, unexplained: number) =>
    [
      `${balanced} de los ${totals} totales que estos informes imprimen son iguales a la suma de sus filas`,
      errors > 0 ? `; ${errors} ${errors === 1 ? 'es error' : 'son errores'} de los propios informes` : '',
      doubts > 0 ? `; ${doubts} ${doubts === 1 ? 'está' : 'están'} en duda` : '',
      unexplained > 0 ? `; ${unexplained} ${unexplained === 1 ? 'está' : 'están'} sin explicar` : '',
      '.',
    ].join(''),
  sumNoTotals: 'Los informes no imprimen ningún total con este mismo alcance.',
  scopes: {
    program: (program: string) => `bajo ${program}`,
    family: (family: string) =>
      `bajo los programas que se comparan como “${family}” (que entonces pudieron llamarse de otro modo)`,
    unit: (unit: string) => `con una unidad impresa que imparte y coincide con “${unit}”`,
    words: (words: string) => `con las palabras “${words}”`,
    recipientClass: (recipientClass: string) => `con receptores clasificados como ${recipientClass}`,
    name: (name: string) => `con el nombre impreso “${name}”`,
    entity: (name: string, proposed: boolean) =>
      `con nombres impresos que se toman por “${name}”${proposed ? ' (propuesto por una regla, no confirmado por nadie)' : ''}`,
    years: (years: string, oneYear: boolean) => `${oneYear ? 'año fiscal' : 'años fiscales'} ${years}`,
    agency: (agencies: string) => `con la agencia leída como ${agencies}`,
    flag: (codes: string) => `en filas que Rastro marca como ${codes}`,
    sessionsAtLeast: (bound: number, text: string) => `en filas de al menos ${sessions(bound, text)}`,
    sessionsAtMost: (bound: number, text: string) => `en filas de a lo sumo ${sessions(bound, text)}`,
    costAtLeast: (bound: string) => `en filas con un costo impreso de al menos ${bound}`,
    costAtMost: (bound: string) => `en filas con un costo impreso de a lo sumo ${bound}`,
    report: (reports: string, count: number) => `solo en ${count === 1 ? 'el informe' : 'los informes'} ${reports}`,
    file: (file: string) => `solo en el archivo “${file}”`,
    everything: 'todos los países',
    /** After "no row for". */
    nothing: 'ningún país',
  },
}
