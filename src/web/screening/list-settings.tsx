/** What can be done with a list as a whole: compared again, marked as seen; by its owner also kept, shared and deleted. Plain forms. */
import type { Child } from 'hono/jsx'
import { type ListSummary, purgeDays } from '../../screening/model.js'
import { href, useSite } from '../site.js'

export function ListSettings({ who, list, token }: { who: string; list: ListSummary; token: string }) {
  const site = useSite()
  const words = site.text.screening
  const form = (action: string, inside: Child) => (
    <form method="post" action={href(site, `/screening/${list.id}/${action}`)}>
      <input type="hidden" name="token" value={token} />
      {inside}
    </form>
  )
  const plain = (label: string) => (
    <button type="submit" class="plain">
      {label}
    </button>
  )
  return (
    <section aria-labelledby="settings" class="screening-settings no-print">
      <h2 id="settings">{words.settings}</h2>
      {list.run?.state === 'done' && form('rescreen', plain(words.rescreen))}
      {list.withNews > 0 && form('seen', plain(words.seen))}
      {list.owner === who && (
        <>
          {list.purgeAfter === null
            ? form(
                'keep',
                <>
                  <input type="hidden" name="kept" value="no" />
                  {plain(words.unkeep(purgeDays))}
                </>,
              )
            : form(
                'keep',
                <>
                  <input type="hidden" name="kept" value="yes" />
                  {plain(words.keep)}
                </>,
              )}
          {list.colleagues.map((colleague) =>
            form(
              'unshare',
              <>
                <input type="hidden" name="colleague" value={colleague} />
                {plain(words.unshare(colleague))}
              </>,
            ),
          )}
          {form(
            'share',
            <>
              <label>
                {words.colleague} <input type="text" name="colleague" required maxlength={200} autocomplete="off" />
              </label>{' '}
              {plain(words.share)}
            </>,
          )}
          <details>
            <summary>{words.remove}</summary>
            <p>{words.removeNote}</p>
            {form('remove', <button type="submit">{words.removeSure}</button>)}
          </details>
        </>
      )}
    </section>
  )
}
