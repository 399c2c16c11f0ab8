/** Says which words the reports also write otherwise, and leads to the same question in all ways of writing; of such a question, what it asks for. */
import { listsOfWays, type OtherWays as Ways } from '../other-ways.js'
import { useSite } from '../site.js'

/** Ways that are named; the address has all of them. */
const mostNamed = 4

/** `rows` is what is found so; null where that was not counted. */
export function OtherWays({ ways, address, found }: { ways: Ways; address: string; found: string | null }) {
  const { text, format } = useSite()
  const words = text.search
  const named = ways.words.map(({ typed, others }) => {
    const few = others.slice(0, mostNamed).map((other) => `“${other}”`)
    const more = others.length - few.length
    return words.alsoWritten(format.list(more > 0 ? [...few, words.others(more)] : few), typed)
  })
  return (
    <p class="notice">
      {words.asTyped} {words.reportsWrite(named.join('; '))} <a href={address}>{words.inAnyWay}</a>
      {found === null ? '' : `: ${found}`}.
    </p>
  )
}

/** The words of a question that have others in their place; nothing where none has. */
export function EitherOf({ q }: { q: string }) {
  const { text } = useSite()
  const lists = listsOfWays(q)
  return lists.length === 0 ? null : <p class="quiet small">{text.search.eitherOf(lists.join('; '))}</p>
}
