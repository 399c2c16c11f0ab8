/** Español: la cola de revisión. Lo propuesto nunca se da por decidido. */
import type {
  queue as english,
  unitJudging as englishJudging,
  unitList as englishList,
  namingJudging as englishNaming,
} from './en-queue.js'

export const queue: typeof english = {
  title: 'Cola de revisión',
  lede: 'Dos nombres o unidades que pueden ser una sola. Decide una persona; toda decisión queda en el registro de auditoría y puede deshacerse. Primero van los pares de los que se denuncia algo o que figuran en una lista; después, aquellos de los que dependen más filas y dólares.',
  waiting: (count: number, text: string) => `${text} ${count === 1 ? 'par espera' : 'pares esperan'}`,
  allCountries: 'todos los países',
  recorded: 'Registrado',
  recordedAs: (changeset: number) => `Registrado como cambio ${changeset}.`,
  failed: 'No se pudo registrar. Vuelva a cargar la página.',
  undo: 'Deshacer',
  pair: 'Par por decidir',
  left: 'Primero',
  right: 'Segundo',
  score: (percent: string) => `Se parecen ${percent} de 100:`,
  verdicts: { same: 'La misma', different: 'Distintas', unsure: 'No es seguro' },
  skip: 'Omitir',
  keys: { same: 'm', different: 'd', unsure: 'n', skip: 'o', undo: 'z' },
  note: 'Nota (opcional)',
  nobody: 'Las decisiones se toman en la máquina que guarda el registro.',
  kinds: {
    unit: 'unidad',
    'class of units': 'clase de unidades',
    body: 'ministerio, fuerza o rama',
    organization: 'organización',
  },
  proposed: 'propuesta',
  hangs: (rows: number, text: string, dollars: string) =>
    rows === 0 ? 'ninguna fila de los informes la nombra' : `${text} ${rows === 1 ? 'fila' : 'filas'}, ${dollars}`,
  allegations: (count: number, text: string) =>
    `${text} ${count === 1 ? 'denuncia o inclusión en una lista recae' : 'denuncias o inclusiones en listas recaen'} sobre uno de los dos: de la respuesta depende que el adiestramiento se ponga a su lado.`,
  rows: (rows: number, text: string) => `${text} ${rows === 1 ? 'fila' : 'filas'}`,
  described: 'Nombres que le dan las fuentes',
  names: 'Nombres impresos',
  places: 'Lugares:',
  sample: 'Algunas de sus filas',
  empty: 'No espera ningún par.',
  end: 'No queda ningún par detrás de los omitidos.',
  again: 'Empezar de nuevo con los omitidos',
}

export const unitList: typeof englishList = {
  found: 'Unidades que nombran estas palabras',
  note: 'Qué nombres impresos designan a qué unidad se propone por su redacción, hasta que una persona lo decide.',
  unit: 'Unidad',
  kind: 'Tipo',
  names: (text: string) => `${text} nombres impresos`,
  anyOf: 'sus filas pueden designar a cualquiera de sus miembros',
  all: (text: string) => `${text} unidades en total, como datos`,
}

export const unitJudging: typeof englishJudging = {
  title: (name: string) => `Corregir: ${name}`,
  lede: 'Lo que aquí se decide pesa más que toda propuesta, queda en el registro de auditoría y puede deshacerse.',
  link: 'Corregir qué nombres designan a esta unidad',
  split: 'Separar nombres',
  splitWhich: 'Nombres que designan a otra unidad',
  merge: 'Otra unidad es la misma, o no lo es',
  other: 'Identificador de la otra unidad, la última parte de su dirección',
}

export const namingJudging: typeof englishNaming = {
  title: 'Qué designa un nombre en esta fila',
  lede: 'Dos unidades pueden imprimirse igual, y una fila decir por su curso, su lugar o sus fechas cuál es. Lo que aquí se decide vale solo para esta fila, pesa más que lo decidido sobre el nombre, queda en el registro de auditoría y puede deshacerse.',
  link: 'Corregir qué designan los nombres en esta sola fila',
  row: 'La fila',
  back: 'Volver a la fila',
  name: 'todas las filas con este nombre',
  meansHere: 'En esta fila se entiende que designa a',
  meansAsElsewhere: 'Como en toda fila con este nombre, se entiende que designa a',
  meansNot: 'En esta fila no designa, según una persona, a',
  meansNothing: 'No se ha decidido a qué unidad designa.',
  elsewhere: 'En otras filas el nombre designa a',
  judged: (verdict, reviewer) => `${reviewer} decidió: ${verdict.toLowerCase()},`,
  undo: (changeset) => `Deshacer (cambio ${changeset})`,
  which: 'La unidad',
  asElsewhere: 'como en otras filas',
  another: 'otra:',
  other: 'Identificador o nombre de otra unidad',
  otherHint: 'su identificador, la última parte de su dirección, o el nombre que una fuente le da',
  same: 'En esta fila la designa',
  different: 'En esta fila no la designa',
}
