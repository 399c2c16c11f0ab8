/** A doubt or a repair: what was seen and what was done about it. */
import type { Flag as FlagRecord } from '../../ledger/records.js'
import { useSite } from '../site.js'

export function Flags({ flags }: { flags: readonly FlagRecord[] }) {
  const { text } = useSite()
  if (flags.length === 0) return <p class="quiet">{text.training.noFlags}</p>
  return (
    <ul class="flags">
      {flags.map((flag) => (
        <li>
          <span class="badge doubt">{flag.code}</span> <span lang="en">{flag.note}</span>
        </li>
      ))}
    </ul>
  )
}
