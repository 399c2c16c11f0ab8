/** Lineages: who left what, joined or formed what, had been trained by whom, led a coup. Each part is a claim of its own. */
import type { LineageClaim } from './claim.js'
import { type Common, clean, name, type Pattern, phrase, stop } from './phrases.js'

const joins = `(?:joined|join|formed|founded|created|established|set up|became|went to work for|switched (?:sides )?to|se unieron a|formaron|fundaron|crearon|integraron|se pasaron a)`
const leaves = `(?:defected|deserted|left|broke away|broke off|split|mutinied|quit|desertaron|abandonaron|dejaron)`
const nucleus = `(?:the |a |el |la )?(?:backbone|core|nucleus|founders?|founding members|foundation|members|leaders|armed wing|enforcers|columna vertebral|n[uú]cleo|brazo armado)`

/** "became the backbone of", "formed the armed wing of" */
const core = new RegExp(
  String.raw`\s(?:became|become|formed|form|turned into|make up|made up|constituted|provided|were|se convirtieron en|formaron)\s${nucleus}\s(?:of|del?)\s`,
  'iu',
)
export const lineages: readonly Pattern<Omit<LineageClaim, Common | 'type' | 'start' | 'end'>>[] = [
  {
    trigger: new RegExp(String.raw`\s${leaves}(?!\p{L})[^.;:]{0,70}\s(?:and|to|y|para)\s(?:then\s|later\s)?${joins}\s`, 'iu'),
    // "specially trained members of X defected and formed Y"
    pattern: new RegExp(
      String.raw`(?<members>${name})\s(?:later\s|then\s)?(?<leave>${leaves})(?<what>\s${phrase}{0,60}?)?(?:,)?\s(?:and|to|y|para)\s(?:then\s|later\s)?(?<join>${joins})\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members?.split(/——|\b(?:until|when|after|before|where)\s/).at(-1)),
      left: clean(g.what) ?? ofPart(g.members),
      relation: `${g.leave} and ${g.join}`.trim(),
      joined: clean(g.joined),
      trained_by: null,
    }),
  },
  {
    trigger: core,
    // "train some members of the army, that then became the backbone of the cartel"
    pattern: new RegExp(
      String.raw`(?<trained>train(?:ed|ing)?|entren\w+|adiestr\w+)\s(?<members>${name}),?\s(?:that|who|which|que|quienes)\s(?:later\s|then\s|eventually\s|went on to\s)?(?<join>(?:became|become|formed|form|turned into|constituted|se convirtieron en|formaron)\s${nucleus})\s(?:of|de|del)\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: ofPart(g.members),
      relation: clean(g.join)!,
      joined: clean(g.joined),
      trained_by: null,
    }),
  },
  {
    trigger: /members|leaders|founders|core|nucleus|backbone/i,
    // "the original members of the Zetas were US-trained Mexican Special Forces"
    pattern: new RegExp(
      String.raw`(?<role>(?:original|founding|first|early|core) (?:members|leaders|founders)|founders|core|nucleus|backbone)\s(?:of|de)\s(?<joined>${name})\s(?:were|was|are|is|had been|came from)\s(?<members>(?:all |mostly |former |ex-)?${name})(?=[,.;:]|\s(?:whose|who|which|that|and)\b|$)`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: clean(g.members?.replace(/\p{Lu}[\p{L}.]*-trained\s/u, '')),
      relation: clean(g.role)!,
      joined: clean(g.joined),
      trained_by: trainer(g.members),
    }),
  },
  {
    trigger: core,
    // "A formed the backbone of B"
    pattern: new RegExp(
      String.raw`(?<members>${name})\s(?:later\s|then\s)?(?<join>(?:became|formed|form|make up|made up|constituted|provided|were|se convirtieron en|formaron)\s${nucleus})\s(?:of|de|del)\s(?<joined>${name})${stop}`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: ofPart(g.members),
      relation: clean(g.join)!,
      joined: clean(g.joined),
      trained_by: null,
    }),
  },
  {
    trigger: /coup|mutiny|rebellion|uprising|golpe|insurgency|massacre/i,
    // "an American-trained Malian officer who led the coup", "the captain who led the coup was trained in U.S. academies"
    pattern: new RegExp(
      String.raw`(?<members>(?:an?|the|some|several|un|el)\s${phrase}{2,60}?)\s(?:who|that|que)\s(?<lead>led|staged|carried out|launched|headed|mounted|encabez[oó]|lider[oó]|dio)\s(?<joined>(?:the|a|an|el|un|this|that)?\s?(?:\p{L}+\s){0,3}(?:coup(?: d['’][eé]tat)?|mutiny|rebellion|uprising|golpe(?: de [Ee]stado)?|insurgency|massacre))`,
      'giu',
    ),
    read: (g) => ({
      members: clean(g.members),
      left: null,
      relation: g.lead!,
      joined: clean(g.joined),
      trained_by: trainer(g.members),
    }),
  },
]

/** "members of the Mexican military's elite forces": what they are members of. */
function ofPart(members: string | undefined): string | null {
  const match =
    /\b(?:members|soldiers|officers|some|several|part|elements|units|deserters|integrantes|miembros)\s(?:of|from|de|del)\s(.+)$/iu.exec(
      members ?? '',
    )
  return match ? clean(match[1]) : null
}

/** "US-trained", "trained in U.S. academies", "had been trained by the United States". */
export function trainer(words: string | undefined): string | null {
  const compound = /(?<![\p{L}])(\p{Lu}[\p{L}.]*)-trained\b/u.exec(words ?? '')
  if (compound) return compound[1]!
  const passive =
    /\b(?:trained|schooled|instructed|entrenad\w+|adiestrad\w+|capacitad\w+)\s(?:by|in|at|por|en)\s((?:the |la |el |las |los )?(?:U\.S\.|\p{Lu})[^,.;:)]{1,50}?)(?=[,.;:)]|\.$|\s(?:and|who|which|that|in|to|until)\b|$)/u.exec(
      `${words ?? ''}`,
    )
  if (passive) return passive[1]!.replace(/^the /, '').trim()
  const active =
    /(?<![\p{L}])((?:U\.S\.|US|American|United States|British|French|Israeli|Russian)(?:\s(?:special|operations?|operators|forces?|military|army|marines|troops|soldiers|trainers|instructors|government|commandos|advisers))*)\s(?:[\p{Ll}]+\s|\p{Lu}\p{Ll}+\s){0,9}?(?:train|trained|instructed)\s/u.exec(
      words ?? '',
    )
  return active ? active[1]!.trim() : null
}
