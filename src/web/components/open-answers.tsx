/** A denial or doubt that the article of an allegation tells of too, while nobody has decided on it. */
import type { OpenAnswer } from '../../ledger/read/open-answers.js'
import { href, useSite } from '../site.js'

export function OpenAnswers({ open }: { open: readonly OpenAnswer[] }) {
  const site = useSite()
  const words = site.text.incident
  return (
    <>
      {open.map(({ id, type, speaker }) => (
        <p class="answer">
          <a href={href(site, `/claims/${id}`)}>{type === 'denial' ? words.openDenial(speaker) : words.openDoubt(speaker)}</a>{' '}
          <span class="quiet small">({words.openAnswer})</span>
        </p>
      ))}
    </>
  )
}
