/** Where a reviewer puts a unit right: splits names off it, or says of another unit that it is the same. Plain forms. */
import type { UnitDetail } from '../../ledger/read/units.js'
import { NoteField, VerdictButtons } from '../components/judging-fields.js'
import { Page } from '../components/page.js'
import { Printed } from '../components/table.js'
import { href, useSite } from '../site.js'

export function UnitJudgingPage({ detail, token }: { detail: UnitDetail; token: string | null }) {
  const site = useSite()
  const { text, format } = site
  const words = text.unitJudging
  const { unit, names } = detail
  return (
    <Page title={words.title(unit.name)} unlisted breadcrumb={[{ text: unit.name, path: `/units/${unit.id}` }]}>
      <h1>{words.title(unit.name)}</h1>
      <p>{words.lede}</p>
      {token === null && <p class="notice">{text.queue.nobody}</p>}
      {token !== null && (
        <>
          <h2>{words.split}</h2>
          <form method="post" action={href(site, '/queue/split')}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="entity" value={unit.id} />
            <fieldset>
              <legend>{words.splitWhich}</legend>
              {names.map((name) => (
                <p>
                  <label>
                    <input type="checkbox" name="names" value={name.id} /> <Printed text={name.text} />{' '}
                    <span class="quiet">{text.queue.rows(name.rows, format.number(name.rows))}</span>
                  </label>
                </p>
              ))}
            </fieldset>
            <NoteField />
            <button type="submit">{words.split}</button>
          </form>
          <h2>{words.merge}</h2>
          <form method="post" action={href(site, '/queue/judge')}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="subject_kind" value="entity" />
            <input type="hidden" name="subject" value={unit.id} />
            <p>
              <label>
                {words.other} <input type="text" name="entity" required pattern="[\w\-]{1,80}" autocomplete="off" />
              </label>
            </p>
            <NoteField />
            <VerdictButtons same={text.queue.verdicts.same} different={text.queue.verdicts.different} />
          </form>
        </>
      )}
    </Page>
  )
}
