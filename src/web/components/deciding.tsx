/** The forms by which an analyst decides on a claim: accept or reject in one step, correct on the claim's own page, take back. */
import type { ClaimTie } from '../../ledger/claims.js'
import type { ArticleView, ShownClaim } from '../article-view.js'
import { countryInWords } from '../countries.js'
import { href, type Site, useSite } from '../site.js'
import { CountryLinks } from './country-links.js'

export function Deciding({ shown, view, token }: { shown: ShownClaim; view: Pick<ArticleView, 'entities'>; token: string }) {
  const site = useSite()
  const words = site.text.article.desk
  const { kept, ties, claim } = shown
  const { decision } = kept
  const hidden = (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="claim" value={kept.id} />
    </>
  )
  if (decision !== null)
    return (
      <form method="post" action={href(site, '/claims/undo')} class="desk no-print">
        {hidden}
        <input type="hidden" name="changeset" value={String(decision.changeset)} />
        <button type="submit" class="plain" data-key={words.keys.undo} data-undo="">
          {words.undo}
        </button>{' '}
        <a href={href(site, `/claims/${kept.id}#correct`)}>{words.correct}</a>
      </form>
    )
  const about = ties === null ? null : aboutWhom(site, ties, view.entities, claim.type)
  return (
    <form method="post" action={href(site, '/claims/decide')} class="desk no-print">
      {hidden}
      <input type="hidden" name="seen" value="" />
      {about && (
        <p class="small quiet">
          {about} {about === words.aboutArticle && <CountryLinks claim={claim} />}
        </p>
      )}
      <p>
        <button type="submit" name="verdict" value="accepted" data-key={words.keys.accept}>
          {words.accept} <kbd>{words.keys.accept}</kbd>
        </button>{' '}
        <button type="submit" name="verdict" value="rejected" data-key={words.keys.reject} class="plain">
          {words.reject} <kbd>{words.keys.reject}</kbd>
        </button>{' '}
        <a href={href(site, `/claims/${kept.id}#correct`)} data-key={words.keys.correct} data-correct="">
          {words.correct} <kbd>{words.keys.correct}</kbd>
        </a>
      </p>
    </form>
  )
}

/** "Will stand on the page of …", of the first whom it would be about; a unit with its country, as many have a battalion of that number. */
function aboutWhom(
  { text, format, language }: Pick<Site, 'text' | 'format' | 'language'>,
  ties: readonly ClaimTie[],
  entities: ArticleView['entities'],
  type: string,
): string | null {
  const words = text.article.desk
  const called = (id: string): string => {
    const entity = entities.get(id)
    return entity ? `${entity.name ?? id}${entity.country ? ` (${countryInWords(entity.country, language)})` : ''}` : id
  }
  if (type === 'event') {
    const accused = ties.flatMap((tie) => ('entity' in tie ? [called(tie.entity)] : []))
    return accused.length > 0 ? words.aboutIncidentOf(format.list(accused)) : words.aboutIncident
  }
  if (type === 'denial' || type === 'doubt') return null
  const subject = ties.find(({ role }) => role === 'subject')
  if (subject === undefined) return type === 'lineage' ? words.aboutNobody : words.aboutArticle
  return 'entity' in subject ? words.about(called(subject.entity)) : words.aboutNew(subject.name)
}
