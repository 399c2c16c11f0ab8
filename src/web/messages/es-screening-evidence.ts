/** Español: lo que pesa a favor o en contra de una posible coincidencia, y lo que se dice de ella. */
import type { screeningEvidence as english } from './en-screening-evidence.js'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const screeningEvidence: typeof english = {
  birthDates: {
    'same day': (given, known) => `misma fecha de nacimiento: ${given}${known === given ? '' : ` (${known})`}`,
    possible: (given, known) => `la fecha de nacimiento puede ser la misma: ${given} junto a ${known}`,
    'year apart': (given, known) =>
      `fechas de nacimiento con dos años de diferencia como máximo, o con día y mes invertidos: ${given} junto a ${known}`,
    differs: (given, known) => `otra fecha de nacimiento: ${given} junto a ${known}`,
  },
  birthPlaces: {
    same: (given) => `mismo lugar de nacimiento: ${given}`,
    part: (given, known) => `el lugar de nacimiento coincide en parte: ${given} junto a ${known}`,
    differs: (given, known) => `otro lugar de nacimiento: ${given} junto a ${known}`,
  },
  countries: {
    same: (given) => `mismo país: ${given}`,
    differs: (given, known) => `otro país: ${given} junto a ${known}`,
  },
  identifier: (given, known, scheme) =>
    `mismo identificador: ${given}${known === given ? '' : ` (${known})`}${scheme ? `, ${scheme}` : ''}`,
  postings: {
    same: (unit, given) => `con destino en ${unit}, que puede ser “${given}”`,
    above: (unit, given) => `con destino en ${unit}, por encima de “${given}”`,
    below: (unit, given) => `con destino en ${unit}, por debajo de “${given}”`,
  },
  as: (what) => `como ${what}`,
  dates: (first, last) =>
    first && last ? `citado de ${first} a ${last}` : first ? `citado desde ${first}` : last ? `citado hasta ${last}` : '',
  elsewhere: (units, given) => `con destino en otra parte, y no en “${given}”: ${units}`,
  andMore: (count) => `y ${count} más`,
  ranks: {
    same: (given) => `mismo grado: ${given}`,
    differs: (given, known) => `otro grado: ${given} junto a ${known}`,
  },
  commands: (unit) => `figura al mando de ${unit}`,
  bases: {
    'a source': () => 'una fuente le da este nombre',
    confirmed: (rows, text) =>
      `una persona confirmó que este nombre impreso la designa (${text} ${plural(rows, 'fila', 'filas')})`,
    proposed: (rows, text) =>
      `que este nombre impreso la designa lo propone una regla, nadie lo ha confirmado (${text} ${plural(rows, 'fila', 'filas')})`,
  },
  noSingleUnit: (kind) => `${kind}: lo que se sabe a este nivel no acusa a ninguna unidad en particular`,
  othersAlike: (count, text) =>
    `${text} ${plural(count, 'otra entidad', 'otras entidades')} del registro ${plural(count, 'coincide', 'coinciden')} casi tanto con el nombre`,
  alleged: (what, when) => `Se denuncia: ${what}${when ? ` (${when})` : ''}`,
  listed: (authority, list) => `En una lista de ${authority}: ${list}`,
  denied: (authority) => `Asistencia denegada, según informa ${authority}`,
  page: (page) => `página ${page}`,
  finding: (count, sessions, unit, order) =>
    `${sessions} ${plural(count, 'sesión', 'sesiones')} de adiestramiento de ${unit}: ${order}`,
  orders: {
    before: 'antes',
    during: 'al mismo tiempo',
    after: 'después',
    undatable: 'no se sabe qué ocurrió primero',
  },
}
