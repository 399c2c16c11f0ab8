/** Español: lo que programas ajenos muestran de lo nuestro, y lo que cambió en el registro. */
import type { whatChanged as english } from './en-interfaces.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const interfaces = {
  preview: {
    rows: (rows: number, writtenRows: string, sessions: number, writtenSessions: string, oneYear: boolean, years: string) =>
      `Figura en ${writtenRows} ${plural(rows, 'fila', 'filas')} de los informes (${oneYear ? 'año fiscal' : 'años fiscales'} ${years}): ${writtenSessions} ${plural(sessions, 'sesión de adiestramiento realizada', 'sesiones de adiestramiento realizadas')}.`,
    proposed: 'Qué nombres impresos la designan lo propuso una regla; ninguna persona lo ha confirmado.',
    alleged: (count: number, written: string) =>
      `Las fuentes le atribuyen ${written} ${plural(count, 'incidente', 'incidentes')}. Una denuncia no es una conclusión.`,
  },
}

export const whatChanged: typeof english = {
  title: 'Qué cambió',
  lede: 'Todos los cambios del registro, del más reciente al más antiguo: qué se añadió, se corrigió, se retiró o se suprimió, y qué se respondió. Para quien tomó datos de aquí y quiere saber si siguen en pie.',
  taken:
    'Quien tomó datos indica el estado que tiene (figura al pie de cada página y en cada archivo de la API) y recibe los asientos que ya no son lo que eran:',
  feeds: 'Como canal',
  ofChangeset: (id) => `Cambio ${id}`,
  when: 'Cuándo',
  what: 'Qué se hizo',
  changed: 'Qué cambió',
  by: 'Por',
  tool: 'Con',
  state: 'Estado resultante',
  undoes: (id) => `Deshace el cambio ${id}.`,
  undoneBy: (id) => `El cambio ${id} lo deshizo.`,
  count: (id) => `${id} cambios`,
  none: 'Todavía no se ha escrito nada en este registro.',
  nothingPublic: 'nada de lo que aquí se cuenta',
  older: 'Anteriores',
  newest: 'Los más recientes',
  kinds: {
    source: 'fuentes',
    training: 'adiestramientos',
    printed_total: 'totales impresos',
    naming: 'nombres en celdas',
    statement: 'declaraciones',
    designation: 'inclusiones en listas',
    publication: 'publicaciones citadas',
    judgement: 'juicios sobre qué designa cada nombre',
    article: 'textos de artículos',
    claim: 'afirmaciones de artículos',
    claim_check: 'verificaciones',
    coverage: 'indicaciones de lo que no se abarca',
    printed_name: 'nombres impresos',
    entity: 'unidades, personas e incidentes',
  },
  added: 'Altas',
  corrected: 'Correcciones',
  withdrawn: 'Bajas',
  done: {
    added: (count, written) => `${plural(count, 'se añadió', 'se añadieron')} ${written}`,
    corrected: (count, written) => `${plural(count, 'se corrigió', 'se corrigieron')} ${written}`,
    withdrawn: (count, written) => `${plural(count, 'se retiró', 'se retiraron')} ${written}`,
  },
  answers: (count, written) =>
    `${written} ${plural(count, 'desmentido, duda o respuesta', 'desmentidos, dudas y respuestas')} entre lo añadido`,
  expunged: (count, written) => `${written} ${plural(count, 'asiento suprimido', 'asientos suprimidos')}`,
  meanings:
    'Corregido: el asiento continúa con su identificador y otros datos. Retirado: su identificador termina; si otro ocupa su lugar, se lo nombra. Suprimido: desapareció de todos los estados.',
  withdrawnIds: 'Asientos retirados',
  successor: 'Qué ocupa su lugar',
  noSuccessor: 'nada lo ocupa',
  record: 'Asiento',
  kind: 'Clase',
  more: 'Solo se muestran los primeros.',
  expungedIds: 'Asientos suprimidos',
  expungedNote:
    'Desaparecieron de todos los estados del registro. Quien tenga alguno debe borrarlo también. No se dice por qué, ni qué decían.',
  otherVersions: (count, written) =>
    `${plural(count, 'Desapareció', 'Desaparecieron')} de todos los estados ${written} ${plural(count, 'versión más de una fila', 'versiones más de filas')}.`,
  answersGiven: 'Desmentidos, dudas y respuestas',
  stances: { asserts: 'respuesta', denies: 'desmentido', questions: 'duda' },
  address: 'Enlace permanente',
}
