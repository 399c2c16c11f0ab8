/**
 * What is printed behind a post and is of its name: the arm, branch, state or seat that tells it from others of its kind ("Corps Commander Artillery",
 * "Deputy Chief of Staff G1", "Military Secretary (Army)", "Commissioner of Police, Kwara State").
 */

const of = (post: string) => new RegExp(`(?:${post})$`, 'i')

/** Which posts, and what may follow them; all that fit are taken, in this order. */
const tails: readonly [post: RegExp, tail: RegExp][] = [
  // "Commander of Supply and Transport of the Division", "Commander for Yobe State": of a field or of the troops in a state, not of a unit.
  [
    of('(?:^| )command(?:er|ant)'),
    / of \p{Lu}\p{L}+ and \p{Lu}\p{L}+(?= of|,)| for \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? [Ss]tate(?!\p{L})/uy,
  ],
  [
    of('commissioner of police'),
    /(?:,? (?:in[ -]charge(?: of)?|for|of))?,? (?:\p{Lu}[\p{L}-]+ ){1,3}[Ss]tate(?![\p{L}]| (?:Police )?Command)| in[ -]charge(?: of)? \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?/uy,
  ],
  // Where an adviser is sent is of the post's name: "Defence Adviser New York".
  [of('defence adviser'), / \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?(?=,|\.|;| is| as)/uy],
  [
    of('corps commander'),
    / (?:Artillery|Infantry|Engineers|Signals|Armou?r|Ordnance|Supply and Transport|Military Police|Intelligence|Medical|Finance|Education)(?!\p{L})/uy,
  ],
  [of('chief of staff'), / (?:Operations|Administration|Intelligence|Plans|Logistics|Training)(?= (?:at|of|in)|,|$)/uy],
  [of('chief of staff'), /,? [GJ]-?\d(?![\p{L}\p{N}])/uy],
  [
    of('director[- ]general'),
    /,? (?:Military Training|Military Operations|Military Intelligence|Public Relations|Operations|Administration|Training|Logistics|Intelligence|Personnel|Standards|Investigations?)(?: and \p{Lu}\p{L}+)?(?=,|\.|$)/uy,
  ],
  [of('staff officer (?:grade )?\\d'), / \p{Lu}\p{Ll}+(?=,| \(|$)/uy],
]

/** "Director of Military Operations 4": one of several of a field. */
const numbered = / \d{1,2}(?=[,.;)]|$| at | in )/y
/** "Military Secretary (Army)", "Deputy Commissioner of Police (Operations)": whose there are several of. */
const branch = / \((?:army|navy|air force|operations|administration|logistics|training|finance|investigations?|intelligence)\)/iy

/** Where the post ends that is printed without its tail up to `end`; `field` where a field of its own ends it ("Director of Operations"). */
export function withTail(text: string, printed: string, end: number, field: boolean): number {
  let reached = end
  const take = (tail: RegExp) => {
    tail.lastIndex = reached
    if (tail.test(text)) reached = tail.lastIndex
  }
  if (field) take(numbered)
  else for (const [post, tail] of tails) if (post.test(printed)) take(tail)
  take(branch)
  return reached
}
