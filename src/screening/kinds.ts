/** Whether a subject is a person, a unit or an organisation: said by the list, else told from what the list gives besides; null where neither tells. */
import { readUnitName } from '../names/unit-name.js'
import { headingKey } from './headings.js'
import type { Mapping, Subject, SubjectKind } from './model.js'

const kindWords: readonly (readonly [SubjectKind, RegExp])[] = [
  [
    'person',
    /^(?:p|persons?|people|individuals?|human|natural person|nominee|student|trainee|officer|persona(?: natural| fisica)?|individuo|personne(?: physique)?|pessoa(?: fisica)?)$/,
  ],
  [
    'unit',
    /^(?:u|units?|military unit|police unit|security force|unidad(?: militar| policial)?|unite(?: militaire)?|unidade(?: militar)?)$/,
  ],
  [
    'organization',
    /^(?:o|org|organi[sz]ations?|company|legal entity|entity|public body|agency|ngo|organizacion|organizacao|empresa|entidad|entidade|entite|societe)$/,
  ],
]

export function readKind(printed: string): SubjectKind | null {
  const key = headingKey(printed)
  return kindWords.find(([, pattern]) => pattern.test(key))?.[0] ?? null
}

/** Headings of names that say whose they are. */
const ofPersons =
  /\b(?:given|first|family|last|surname|sur|nominee|student|trainee|candidate|candidato|postulante|individual|person|persona|personne|pessoa|apellidos?|prenoms?|sobrenome)\b/

/** What a list without a column of kinds tells: who has a rank, a date of birth or a unit is a person. */
export function kindOfSubject(
  mapping: Mapping,
  columns: readonly string[],
  { name, unit, rank, birth }: Pick<Subject, 'name' | 'unit' | 'rank' | 'birth'>,
): SubjectKind | null {
  if (unit !== null || rank !== null || birth !== null) return 'person'
  if ((mapping.name ?? []).some((index) => ofPersons.test(headingKey(columns[index] ?? '')))) return 'person'
  // "3rd Infantry Battalion" is nobody's name.
  const kinds = new Set(readUnitName(name, null).terms.map((term) => term.kind))
  return kinds.has('echelon') && (kinds.has('number') || kinds.has('arm')) ? 'unit' : null
}
