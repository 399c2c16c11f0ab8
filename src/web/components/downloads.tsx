/** A listing's files: all of its rows, in each form that the API gives. */
import { useSite } from '../site.js'

/** `path` and `query` are of the API's listing; the state that the page shows goes with them. */
export function Downloads({ path, query: asked }: { path: string; query: URLSearchParams }) {
  const site = useSite()
  const query = new URLSearchParams(asked)
  if (site.asOf !== null) query.set('as_of', String(site.asOf))
  const written = query.toString().replaceAll('%2C', ',')
  return (
    <p class="downloads">
      {site.text.search.download}{' '}
      {(['csv', 'json', 'ndjson'] as const).map((kind) => (
        <>
          <a href={`${path}.${kind}${written ? `?${written}` : ''}`}>{kind.toUpperCase()}</a>{' '}
        </>
      ))}
    </p>
  )
}
