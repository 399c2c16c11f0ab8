/** Español: preguntar por filas: filtros, orden, y lo que se dice cuando ninguna responde. */
import type * as en from './en-search.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const facets: typeof en.facets = {
  country: 'País',
  year: 'Año fiscal',
  program: 'Programa',
  family: 'Familia de programas',
  agency: 'Agencia',
  class: 'Clase de receptor',
  report: 'Informe',
  status: 'Estado',
  flag: 'Marca (código)',
}

export const sorts: typeof en.sorts = {
  relevance: 'mejor coincidencia',
  year: 'año más antiguo',
  '-year': 'año más reciente',
  date: 'fecha más antigua',
  '-date': 'fecha más reciente',
  quantity: 'menos sesiones',
  '-quantity': 'más sesiones',
  cost: 'menor costo',
  '-cost': 'mayor costo',
  country: 'país',
}

export const search: typeof en.search = {
  label: 'Buscar unidades, cursos, lugares',
  button: 'Buscar',
  suggestions: 'Sugerencias',
  suggested: (count) =>
    count === 0
      ? 'Ninguna sugerencia.'
      : `${plural(count, 'Una sugerencia', `${count} sugerencias`)}; las flechas arriba y abajo las recorren.`,
  suggestedNames: 'Nombres impresos',
  suggestedSessions: (count, text) => `${text} ${plural(count, 'sesión', 'sesiones')} de adiestramiento`,
  suggestedNoRow: 'ninguna fila en los informes que se tienen',
  suggestedFamily: (codes, more) => `juntos: ${codes}${more ? ' …' : ''}`,
  example: 'batallón infantería 39',
  hint: 'Nombres de unidades tal como se imprimen, cursos, unidades que imparten, lugares, programas, países. No importan los acentos, el orden ni la forma de escribir 1.º; “comillas” para una frase, un asterisco* para el comienzo de una palabra, batallon|bn para cualquiera de dos.',
  title: 'Todos los adiestramientos',
  titleFor: (words) => `Adiestramientos que coinciden con “${words}”`,
  words: 'Palabras',
  applied: 'Filtros aplicados',
  remove: 'Quitar:',
  narrow: 'Acotar',
  onlyCancelled: 'Solo filas que hablan de una cancelación',
  moreFilters: 'Más filtros',
  apply: 'Aplicar',
  atLeast: 'al menos',
  atMost: 'como máximo',
  more: (count) => `${count} más`,
  sortBy: 'Ordenar por',
  download: 'Todas las filas:',
  pages: 'Páginas',
  firstPage: 'Primera página',
  nextPage: (limit) => `Siguientes ${limit} filas`,
  namesFound: 'Nombres impresos que coinciden',
  rowsFound: (count, text) => plural(count, 'Una fila', `${text} filas`),
  proposedNotSummed: 'Las filas propuestas se enumeran, pero ninguna suma de esta página las incluye: un plan no es una entrega.',
  noRowNames: (words) => `Ninguna fila de los informes disponibles nombra “${words}” de esta manera.`,
  noRows: 'Ninguna fila de los informes disponibles coincide con estos filtros.',
  asTyped: 'Se buscaron las palabras tal como están escritas.',
  alsoWritten: (others, typed) => `${others} por “${typed}”`,
  others: (count) => plural(count, 'otra forma', `otras ${count} formas`),
  reportsWrite: (ways) => `Los informes escriben también ${ways}.`,
  inAnyWay: 'En cualquiera de estas formas',
  namedByWords: 'Las palabras se buscaron en las filas. También nombran lo que puede pedirse con filtros:',
  countryMeant: 'Puede referirse a un país:',
  noSuchRow: 'ninguna fila',
  countryPage: (country) => `Página del país: ${country}`,
  yearsNotHeld: (years, oneYear) =>
    `No hay informe ${oneYear ? 'del año fiscal' : 'de los años fiscales'} ${years}: que no se halle ninguna fila no dice nada de lo que ocurrió.`,
  siblings: (others) =>
    `Los informes imprimen filas de la misma familia de programas también bajo ${others}; no están en esta lista.`,
  wholeFamily: 'La familia completa',
  eitherOf: (lists) => `Cualquiera de: ${lists}.`,
  or: 'o',
  spelled: 'Busque en su lugar palabras que los informes escriben casi igual:',
  wordsApart: 'Cada palabra por separado, con los mismos filtros:',
  inNoRow: 'en ninguna fila',
  absence:
    'Eso no demuestra que no hubo adiestramiento: muchas filas nombran solo un ministerio o una fuerza, faltan algunos años y algunos programas son clasificados.',
  tryThis: [
    'Quite un filtro o busque con menos palabras.',
    'Pruebe solo el número de la unidad, u otra grafía; no importan los acentos ni el orden.',
    'Mire la página del país: la mayoría de sus sesiones puede nombrar solo un ministerio o una fuerza.',
  ],
  tryCoverage: 'Vea lo que el registro no abarca.',
}
