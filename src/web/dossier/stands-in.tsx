/** Where something stands: enough to find it without us. */
import type { Child } from 'hono/jsx'
import type { Standing } from '../../ledger/read/matters.js'
import type { Place } from '../../ledger/records.js'
import { useSite } from '../site.js'
import type { DossierFacts } from './gather.js'

/** File, place in it, digest and address: enough to find it without us. */
export function StandsIn({ places, facts }: { places: readonly Standing[]; facts: DossierFacts }): Child {
  const { text } = useSite()
  const words = text.dossier
  const seen = new Set<string>()
  return (
    <span class="small">
      {places.map(({ source, sourceFile, place }) => {
        const found = facts.sources.get(source)
        const line = [found?.title, found?.fileName ?? sourceFile, place && placeOf(text, place)].filter(Boolean).join(', ')
        if (seen.has(`${source} ${line}`)) return null
        seen.add(`${source} ${line}`)
        const address = [found?.officialUrl, found?.archivedUrl].find((url) => /^https?:\/\//.test(url ?? ''))
        return (
          <>
            {words.standsIn} <span translate="no">{line}</span>
            {address ? (
              <>
                {' '}
                (<a href={address}>{address}</a>)
              </>
            ) : (
              ` (${words.noAddress})`
            )}
            {found && (
              <>
                , {words.sha256} <span class="digest">{found.sha256}</span>
              </>
            )}
            <br />
          </>
        )
      })}
    </span>
  )
}

function placeOf(text: ReturnType<typeof useSite>['text'], place: Place): string | null {
  const words = text.dossier
  if (place.start !== undefined && place.end !== undefined) return words.range(place.start, place.end)
  if (place.page !== null) return place.pageLabel === null ? words.pageOfFile(place.page) : words.page(place.pageLabel)
  if (place.row !== null) return text.entity.rowOf(place.row, place.column ?? null)
  return null
}
