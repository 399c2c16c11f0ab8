/** What errors name, in Spanish: things of the ledger, kinds of files, and why something was refused. What is not known here stays as it is. */

const things: Readonly<Record<string, string>> = {
  unit: 'la unidad',
  person: 'la persona',
  'unit or person': 'la unidad o la persona',
  'unit, person or incident': 'la unidad, la persona o el incidente denunciado',
  incident: 'el incidente denunciado',
  training: 'el adiestramiento',
  'printed total': 'el total impreso',
  'printed name': 'el nombre impreso',
  source: 'la fuente',
  country: 'el país',
  programme: 'el programa',
  'family of programmes': 'la familia de programas',
  page: 'la página',
  statement: 'la declaración',
  listing: 'la inclusión en una lista',
  claim: 'la afirmación de un artículo',
  article: 'el artículo',
  changeset: 'el cambio',
  entity: 'la entidad',
  subject: 'el sujeto',
  picture: 'la imagen',
  record: 'el asiento',
  property: 'la propiedad',
  dataset: 'el conjunto de datos',
  naming: 'el nombre en esa fila',
}

/** "unit \"x\"" with what it is called in Spanish. */
export function thing(what: string): string {
  const [, name = what, rest = ''] = /^([^"\d]*?)\s*(".*"|\d+)?$/.exec(what) ?? []
  const called = things[name.trim()] ?? name.trim()
  return rest === '' ? called : `${called} ${rest.startsWith('"') ? `“${rest.slice(1, -1)}”` : rest}`
}

const kinds: Readonly<Record<string, string>> = {
  'a PDF': 'un PDF',
  'an HTML page': 'una página HTML',
  'a binary file': 'un archivo binario',
  'an empty file': 'un archivo vacío',
  'a ZIP archive': 'un archivo ZIP',
  'plain text': 'texto sin formato',
  'a spreadsheet (.xlsx)': 'una hoja de cálculo (.xlsx)',
  'a spreadsheet (.ods)': 'una hoja de cálculo (.ods)',
  'a presentation (.pptx)': 'una presentación (.pptx)',
  'a presentation (.odp)': 'una presentación (.odp)',
  'an OpenDocument text (.odt)': 'un texto de OpenDocument (.odt)',
  'a book (.epub)': 'un libro (.epub)',
}

export const kindOfFile = (kind: string): string => kinds[kind] ?? kind

/** What a parameter takes, or why a form or a list is refused. */
const takes: readonly [RegExp, (...parts: string[]) => string][] = [
  [/^at most (\d+) characters$/, (most) => `a lo sumo ${most} caracteres`],
  [/^at most (\d+) values$/, (most) => `a lo sumo ${most} valores`],
  [/^(?:a number )?between (\S+) and (\S+)$/, (least, most) => `un número entre ${least} y ${most}`],
  [/^a whole number$/, () => 'un número entero'],
  [/^yes or no$/, () => '“yes” o “no”'],
  [/^true or false$/, () => '“true” o “false”'],
  [/^a day that there is$/, () => 'un día que exista'],
  [/^a day, a month or a year: (.*)$/, (examples) => `un día, un mes o un año: ${examples}`],
  [/^a fiscal year, (".*"), or a range, (".*")$/, (year, range) => `un año fiscal, ${year}, o un intervalo, ${range}`],
  [/^a report, (".*")$/, (example) => `un informe, ${example}`],
  [/^holds more than (\d+) words$/, (most) => `tiene más de ${most} palabras`],
  [/^holds more than (\d+) parameters$/, (most) => `tiene más de ${most} parámetros`],
  [/^dollars, with at most two decimals$/, () => 'dólares, con a lo sumo dos decimales'],
  [/^between (\S+) and (\S+), earlier year first$/, (first, last) => `entre ${first} y ${last}, primero el año anterior`],
  [/^is less than (\S+)$/, (least) => `es menor que ${least}`],
  [/^nothing is called "(.*)" here$/, (value) => `aquí nada se llama “${value}”`],
  [/^one of (.*)$/, (values) => `uno de estos valores: ${values}`],
  [/^letters, digits and hyphens only$/, () => 'solo letras, cifras y guiones'],
  [/^holds control characters$/, () => 'tiene caracteres de control'],
  [/^is not well-formed Unicode$/, () => 'no es Unicode bien formado'],
  [/^the code of a flag$/, () => 'el código de una marca'],
  [/^the id of a (?:printed name|unit|source)$/, () => 'un identificador'],
  [/^the number of a page$/, () => 'el número de una página'],
  [/^is too long$/, () => 'es demasiado largo'],
  [/^cannot be read$/, () => 'no se puede leer'],
  [/^is not one that a listing gave$/, () => 'no es uno que haya dado un listado'],
  [
    /^belongs to another question, or the ledger has changed since$/,
    () => 'es de otra consulta, o el registro cambió desde entonces',
  ],
  [/^it would have expired already, on (.*)$/, (day) => `ya habría vencido, el ${day}`],
  [/^neither a file nor a text was given$/, () => 'no se dio ni un archivo ni un texto'],
  [/^a file and a text were given, and one of them is enough$/, () => 'se dieron un archivo y un texto, y basta uno de los dos'],
  [/^it is no form$/, () => 'no es un formulario'],
  [/^it is longer than (\d+) bytes$/, (most) => `tiene más de ${most} bytes`],
]

/** Why something is refused, where it is said in one of the usual ways; else as it is. */
export function whyInSpanish(text: string): string {
  for (const [form, write] of takes) {
    const found = form.exec(text)
    if (found) return write(...found.slice(1))
  }
  return text
}

/** Why an entry by hand is refused. */
export function whyNoEntry(what: string): string {
  if (what === 'Nothing is related to itself') return 'nada se relaciona consigo mismo'
  if (what === 'What is to take its place says just the same') return 'lo que ha de sustituirla dice lo mismo'
  return what
}

/** Why a judgement is refused. */
export function whyNoJudgement(what: string): string {
  if (what === 'No name is chosen that would be another unit') return 'no se eligió ningún nombre que fuera de otra unidad'
  if (what === 'A unit is itself') return 'una unidad es ella misma'
  return what
}
