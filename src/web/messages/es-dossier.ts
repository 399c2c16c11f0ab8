/** Español: el expediente de un cotejo. Se lee sin el registro a mano, así que cada parte dice qué es. */
import type { dossier as english } from './en-dossier.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const dossier: typeof english = {
  kicker: 'Expediente de cotejo',
  ofSubject: (name) => `Expediente: ${name}`,
  ofList: (title) => `Expediente: ${title}`,
  reads:
    'Este expediente dice qué contiene el registro junto a los sujetos de una lista. Una posible coincidencia no es una constatación. Nada aquí afirma que un incidente denunciado ocurriera, que se pueda creer a una fuente o que el adiestramiento llevara a algo; eso lo determinan las autoridades. Que no se halle nada no exonera a nadie.',
  privacy: 'Contiene una lista privada. Quien tenga este archivo puede leerlo todo.',
  made: 'Elaborado',
  by: 'Por',
  list: 'Lista',
  run: 'Cotejada con el registro',
  runOf: (number, when) => `${when} (cotejo ${number} de esta lista)`,
  state: 'Estado del registro',
  change: (changeset, at) => `cambio ${changeset}, ${at}`,
  digest: 'Huella de ese estado',
  tool: 'Programa',
  check: 'Para comprobarlo',
  checkBag:
    'bin/rastro verify, con la carpeta o el archivo zip del que procede esta página; sirve cualquier otro programa que lea BagIt (RFC 8493).',
  checkAlone: 'Esta página va sola. El archivo zip del mismo expediente la contiene con la huella de cada archivo.',
  counts: (subjects, text, look) =>
    `${text} ${plural(subjects, 'sujeto', 'sujetos')}; ${look} con una posible coincidencia por revisar.`,
  contents: 'Sujetos con una posible coincidencia',
  without: 'Sujetos sin posible coincidencia',
  withoutNote: (sentence) => `Sin coincidencia en el registro ${sentence}`,
  subject: (position) => `Sujeto ${position}`,
  given: 'Como lo da la lista',
  hit: (rank) => `Posible coincidencia ${rank}`,
  otherHits: 'Otras, con cierto parecido o del sujeto',
  evidence: 'Pruebas',
  evidenceNote: 'Cada fila y página tal como se leyó, con su archivo, la huella del archivo y el lugar donde está publicado.',
  standsIn: 'Figura en',
  names: 'Dónde figura el nombre',
  postings: 'Destinos que dan las fuentes',
  matters: 'Lo que se denuncia o figura en listas',
  findings: 'Adiestramiento al lado',
  rows: (shown, of) =>
    shown === of ? `${of} ${plural(of, 'fila', 'filas')} de adiestramiento` : `${shown} de ${of} filas de adiestramiento`,
  asRead: 'Tal como se leyó',
  range: (start, end) => `caracteres ${start} a ${end} del texto`,
  row: (row) => `fila ${row}`,
  page: (page) => `página ${page}`,
  pageOfFile: (page) => `página ${page} del archivo`,
  image: (name) => `${name}, con la fila marcada`,
  outline: (name) =>
    `${name}: el original no está archivado aquí. Su contorno, con las palabras leídas; la dirección y la huella están junto a la fila.`,
  fewer: (shown, of) =>
    `En este expediente hay imágenes de ${shown} de ${of} páginas; de las demás da el lugar, las palabras y la dirección.`,
  file: 'Archivo',
  sha256: 'SHA-256 del archivo',
  official: 'Dirección oficial',
  archived: 'Copia archivada',
  noAddress: 'no se conoce ninguna dirección',
  covers: 'Lo que abarca el registro',
  coverIntro: (day) => `Al ${day} el registro contiene:`,
  notCovered: 'Lo que no abarca',
  notCoveredNote:
    'Incidentes y listas que nadie le incorporó; informes y regiones que no se tienen; lo clasificado o exento por ley; filas que solo nombran un ministerio o una fuerza, y que pueden incluir o no a una unidad dada.',
  decisions: 'Decisiones',
  noDecision: 'No hay ninguna decisión registrada.',
  flags: 'Celdas con una duda',
  shownOf: (shown, of) => `Se muestran ${shown} de ${of}.`,
}
