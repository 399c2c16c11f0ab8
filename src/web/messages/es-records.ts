/** Español: páginas de filas, de archivos y de totales impresos. */
import type * as en from './en-records.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const training: typeof en.training = {
  kicker: (year, report) => `Una fila del informe ${report}, año fiscal ${year}`,
  noRecipient: 'No se nombra al receptor',
  noCourse: 'Sin título de curso',
  courseOver: 'Título del curso bajo otra línea impresa',
  proposed: 'propuesto',
  proposedNotice: 'Esta fila es un plan impreso un año antes. Ninguna suma la incluye.',
  withdrawn: (changeset, at) => `Esta fila fue retirada por el cambio ${changeset} el ${at}.`,
  reading: 'Lo impreso y lo leído',
  field: 'Campo',
  asPrinted: 'Impreso',
  onlyRead: 'conservado solo como se leyó',
  asRead: 'Leído',
  same: 'igual que lo impreso',
  noCode: 'sin código ISO',
  header: (header) => `columna “${header}”`,
  zeroCost: '(no es lo mismo que gratuito)',
  severalNames: (count) => `${count} nombres, véase abajo`,
  namings: 'Nombres en esta fila',
  noNamings: 'La fila no nombra a nadie.',
  role: 'Papel',
  count: 'De la cantidad',
  flags: 'Dudas y reparaciones',
  noFlags: 'Ninguna.',
  evidence: 'En la página',
  rowImage: 'La fila como la imprime el original; sus palabras están en la tabla de arriba.',
  cite: 'Cita',
  balance: 'En qué suma cuenta',
  totals: 'Totales impresos en los que cuenta esta fila',
  equalRows: (count) =>
    plural(
      count,
      'Otra fila de este archivo imprime lo mismo. Los totales cuentan ambas: las filas iguales no son duplicados.',
      `Otras ${count} filas de este archivo imprimen lo mismo. Los totales las cuentan todas: las filas iguales no son duplicados.`,
    ),
  countedAs: (place, file) =>
    `Esta página está en dos archivos del informe. La fila se imprimió una vez y cuenta una vez: en las sumas y listas figura como la fila de ${place} de ${file}.`,
  copyOf: (place, file) =>
    `Esta página está en dos archivos del informe. La fila cuenta una vez, tal como está aquí; la otra copia está en ${place} de ${file}.`,
  otherCopy: 'Ver la otra copia',
  history: 'Historia de esta fila',
  written: (changeset, at, actor) => `Escrita por el cambio ${changeset} el ${at}; autor: ${actor}.`,
}

export const sources: typeof en.sources = {
  heading: (count) => `${count} fuentes`,
  note: 'Cada archivo tal como se publicó. Los originales no son parte de este programa: cada fuente dice dónde obtenerlo y cómo comprobarlo.',
  caption: 'Informes de adiestramiento',
  balancedOf: (balanced, totals) => `${balanced} de ${totals}`,
  othersCaption: 'Artículos, listas, hojas de cálculo y notas',
  titleOf: 'Título',
  kind: 'Clase',
  kinds: {
    'training report': 'informe de adiestramiento',
    article: 'artículo',
    list: 'lista oficial',
    spreadsheet: 'hoja de cálculo',
    note: 'nota',
    reply: 'respuesta',
  },
  noPublisher: 'no se sabe quién la publicó',
  pages: 'Páginas',
  report: (report) => `Informe ${report}`,
  publisher: 'Publicado por',
  file: 'Archivo',
  bytes: 'bytes',
  address: 'Dirección oficial',
  noAddress: 'no se conoce ninguna',
  archived: 'Archivado en',
  licence: 'Licencia',
  holds: 'En el registro',
  said: (statements, entities) => `${statements} declaraciones sobre ${entities} unidades, personas e incidentes`,
  publications: (count) => `${count} publicaciones`,
  rows: (count) => `${count} filas`,
  countedElsewhere: (count, file) =>
    plural(
      count,
      `Otra fila está en este archivo y se cuenta en ${file}, que tiene la misma página.`,
      `Otras ${count} filas están en este archivo y se cuentan en ${file}, que tiene la misma página.`,
    ),
  reconciliation: '¿Cuadra?',
  allRead: 'Se leyó todo lo que hay en sus tablas.',
  unread: (count, printed) =>
    plural(
      count,
      'Un lugar de sus tablas no se pudo leer. Ninguna suma lo cuenta.',
      `${printed} lugares de sus tablas no se pudieron leer. Ninguna suma los cuenta.`,
    ),
  unreadCaption: 'Lo que no se pudo leer',
  unreadWords: 'Lo que dice',
  unreadReason: 'Por qué no se leyó',
  unreadReasons: {
    'These lines follow no row.': 'Estas líneas no siguen a ninguna fila.',
    'These lines stand between two rows and belong to neither.': 'Estas líneas están entre dos filas y no son de ninguna.',
    'These lines stand below the last row and belong to none.': 'Estas líneas están bajo la última fila y no son de ninguna.',
    'The file ends before the row does.': 'El archivo termina antes que la fila.',
    'No heading above the row names its country and programme.': 'Ningún encabezado sobre la fila nombra su país y su programa.',
    'No heading names its programme.': 'Ningún encabezado nombra su programa.',
    'The row has more cells than title, number and cost.': 'La fila tiene más celdas que título, número y costo.',
    'Neither a heading nor the rest of a title.': 'No es un encabezado ni el resto de un título.',
    'No row follows that this could be the title of.': 'No sigue ninguna fila de la que esto pudiera ser el título.',
  },
  off: 'Totales que no son iguales a la suma de sus filas',
  balanced: (count, text) => plural(count, 'Un total que cuadra', `${text} totales que cuadran`),
  countriesCaption: 'Países en esta fuente',
  page: (page) => `Página ${page}`,
  pagesHeading: (count) => `${count} páginas`,
  pageHolds: (trainings, totals) =>
    `${trainings} ${plural(trainings, 'fila', 'filas')}, ${totals} ${plural(totals, 'total', 'totales')}`,
}

export const balance: typeof en.balance = {
  rows: (count) => `Las ${count} filas que suma`,
  total: 'Total impreso',
  printedTotals: 'Totales impresos',
  printedSessions: 'Sesiones impresas',
  computedSessions: 'Sesiones calculadas',
  printedCost: 'Costo impreso',
  computedCost: 'Costo calculado',
  status: 'Estado',
  headings: {
    balanced: 'Cuadran',
    'report error': 'Error del propio informe',
    'open doubt': 'Duda abierta',
    unexplained: 'Sin explicar',
  },
  finding: 'El hallazgo, con cifras (en inglés)',
  reasons: {
    rounded: 'Un dólar de diferencia con sus filas, impresas en dólares enteros: el total se redondeó después de sumar.',
    'rounded-programmes': 'Un dólar menos que sus filas y que los totales de sus programas: cada uno se redondeó por su cuenta.',
    'carries-rounding': 'Arrastra el dólar en que el total de uno de sus programas difiere de sus filas.',
    'line-overprinted':
      'La línea de totales se imprimió encima de un adiestramiento, cuyo título, cantidad y costo se perdieron. El total lo cuenta.',
    'carries-overprinted': 'Cuenta un adiestramiento de uno de sus programas sobre el que se imprimió una línea de totales.',
    'country-not-its-programme': 'El total del país difiere del de su único programa.',
    'file-begins-midway':
      'No es error del informe: el archivo empieza en medio del programa, y las filas anteriores están en un archivo que no se tiene.',
  },
  statuses: {
    balanced: 'cuadra',
    'report error': 'error del propio informe',
    'open doubt': 'duda abierta',
    unexplained: 'sin explicar',
  },
  sentence: (balanced, totals, share) =>
    `${balanced} de ${totals} totales impresos (${share}) son iguales a la suma de sus filas.`,
  errors: (count) => plural(count, 'Uno es error del propio informe.', `${count} son errores de los propios informes.`),
  doubts: (count) => plural(count, 'Uno está en duda.', `${count} están en duda.`),
  unexplained: (count) => plural(count, 'Uno está sin explicar.', `${count} están sin explicar.`),
  noTotals: 'Los informes no imprimen ningún total con este alcance.',
  more: 'Cada total, con su lugar',
}

export const reconciliation: typeof en.reconciliation = {
  heading: '¿Cuadra?',
  lede: 'Los informes imprimen totales por programa, año fiscal y país. Cada uno se recalcula a partir de las filas, que se leyeron sin mirar ningún total.',
  ofReport: (report) => `Informe ${report}`,
  byReport: 'Por informe',
  byProgram: 'Por programa',
  byProgramIn: (report) => `Por programa, informe ${report}`,
  allPrograms: 'todos los programas',
  allReports: 'Todos los informes',
  level: 'Nivel',
  levels: { country: 'país', fiscal_year: 'año fiscal', program: 'programa' },
  errors: 'Errores de los propios informes',
  errorsNote:
    'Leídos en la imagen de la página, sumados de nuevo con una herramienta independiente y coherentes con los demás totales: el informe se equivoca.',
  doubts: 'Dudas abiertas',
  doubtsNote: 'Ni cuadran ni está probado que sea error del informe.',
  unexplained: 'Sin explicar',
  unexplainedNote:
    'No cuadran y nadie ha dicho por qué: se leyó mal una página, el informe se equivoca o una de sus filas fue suprimida de este registro.',
  none: 'Ninguno.',
}
