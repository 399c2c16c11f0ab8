/** The review queue: two that may be one unit, side by side with their evidence, and what a reviewer can say of them. */

import type { EvidenceRow, Pair, PairSide } from '../../ledger/read/queue.js'
import { Page } from '../components/page.js'
import { Printed } from '../components/table.js'
import { countryInWords } from '../countries.js'
import { scriptOf } from '../islands/script.js'
import { reasonIn } from '../messages/reasons.js'
import { href, useSite } from '../site.js'

export interface QueuePageProps {
  /** How many pairs wait, of this country where one was asked for. */
  waiting: number
  pair: Pair | null
  country: string | null
  /** Something was skipped before this pair. */
  skipped: boolean
  /** The changeset of the decision that was just made. */
  done: number | null
  /** Null where nobody may judge. */
  token: string | null
}

const pairName = ({ subject, entity }: Pick<Pair, 'subject' | 'entity'>) => `${subject}.${entity}`

export function QueuePage({ waiting, pair, country, skipped, done, token }: QueuePageProps) {
  const site = useSite()
  const { text, format } = site
  const script = scriptOf('review-queue')
  const of: Record<string, string> = country === null ? {} : { country }
  return (
    <Page title={text.queue.title} unlisted>
      <h1>{text.queue.title}</h1>
      <p>{text.queue.lede}</p>
      <div
        id="queue"
        data-token={token ?? ''}
        data-address={href(site, '/queue')}
        data-country={country ?? ''}
        data-failed={text.queue.failed}
      >
        <p class="queue-state">
          <span id="queue-waiting">{text.queue.waiting(waiting, format.number(waiting))}</span>
          {country !== null && (
            <>
              {' '}
              · {countryInWords(country, site.language)} · <a href={href(site, '/queue')}>{text.queue.allCountries}</a>
            </>
          )}
        </p>
        {/* Told to a screen reader when it changes. */}
        <output id="queue-done" class="quiet" data-recorded={text.queue.recorded}>
          {done !== null && text.queue.recordedAs(done)}
        </output>
        {done !== null && token !== null && (
          <form method="post" action={href(site, '/queue/undo')} class="queue-undo">
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="changeset" value={String(done)} />
            <input type="hidden" name="country" value={country ?? ''} />
            <button type="submit">{text.queue.undo}</button>
          </form>
        )}
        {pair ? (
          <PairSection pair={pair} country={country} token={token} />
        ) : (
          <section id="pair" class="prose">
            <p class="lede">{skipped ? text.queue.end : text.queue.empty}</p>
            {skipped && (
              <p>
                <a href={href(site, '/queue', of)}>{text.queue.again}</a>
              </p>
            )}
          </section>
        )}
      </div>
      {script && token !== null && <script type="module" src={script.path} />}
    </Page>
  )
}

function PairSection({ pair, country, token }: { pair: Pair; country: string | null; token: string | null }) {
  const site = useSite()
  const { text, format } = site
  const next = { ...(country === null ? {} : { country }), after: pairName(pair) }
  return (
    <section id="pair" class="queue-pair" data-pair={pairName(pair)} aria-label={text.queue.pair}>
      {pair.allegations > 0 && <p class="notice">{text.queue.allegations(pair.allegations, format.number(pair.allegations))}</p>}
      <p class="queue-reasons">
        <strong>{text.queue.score(format.number(Math.round(pair.score * 100)))}</strong>{' '}
        {pair.reasons.map((reason) => reasonIn(site.language, reason)).join(' · ')}
      </p>
      <div class="queue-sides">
        <Side side={pair.left} label={text.queue.left} country={pair.country} />
        <Side side={pair.right} label={text.queue.right} country={pair.country} />
      </div>
      {token === null ? (
        <p class="notice">{text.queue.nobody}</p>
      ) : (
        <form method="post" action={href(site, '/queue/judge')} class="queue-form">
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="subject_kind" value={pair.subjectKind} />
          <input type="hidden" name="subject" value={pair.subject} />
          <input type="hidden" name="entity" value={pair.entity} />
          <input type="hidden" name="country" value={country ?? ''} />
          <p class="queue-buttons">
            {(['same', 'different', 'unsure'] as const).map((verdict) => (
              <button type="submit" name="verdict" value={verdict} data-key={text.queue.keys[verdict]}>
                {text.queue.verdicts[verdict]} <kbd>{text.queue.keys[verdict]}</kbd>
              </button>
            ))}
            <a href={href(site, '/queue', next)} data-key={text.queue.keys.skip} data-skip="">
              {text.queue.skip} <kbd>{text.queue.keys.skip}</kbd>
            </a>
            <span class="queue-undo-key quiet" data-key={text.queue.keys.undo} data-undo="" hidden>
              {text.queue.undo} <kbd>{text.queue.keys.undo}</kbd>
            </span>
          </p>
          <p>
            <label>
              {text.queue.note} <input type="text" name="note" maxlength={2000} autocomplete="off" />
            </label>
          </p>
        </form>
      )}
    </section>
  )
}

function Side({ side, label, country }: { side: PairSide; label: string; country: string | null }) {
  const site = useSite()
  const { text, format } = site
  const { unit } = side
  const name = unit?.name ?? side.names[0]!.text
  const first = unit?.firstYear ?? side.names[0]?.firstYear ?? null
  const last = unit?.lastYear ?? side.names[0]?.lastYear ?? null
  return (
    <article aria-label={label}>
      <h2>
        <a href={href(site, unit ? `/units/${unit.id}` : `/names/${side.names[0]!.id}`)}>
          <Printed text={name} />
        </a>
      </h2>
      <p>
        {unit ? <span class="badge">{text.queue.kinds[unit.kind]}</span> : <span class="badge">{text.fields.printedName}</span>}{' '}
        {unit?.proposed && <span class="badge doubt">{text.queue.proposed}</span>}{' '}
        {country !== null && <span>{countryInWords(country, site.language)}</span>}
      </p>
      <p>
        {text.queue.hangs(side.rows, format.number(side.rows), format.dollars(side.cents))}
        {first !== null && ` · ${first === last ? first : `${first}–${last}`}`}
      </p>
      {side.described.length > 0 && (
        <>
          <h3>{text.queue.described}</h3>
          <ul>
            {side.described.map((value) => (
              <li>
                <Printed text={value} />
              </li>
            ))}
          </ul>
        </>
      )}
      {side.names.length > 0 && (
        <>
          <h3>{text.queue.names}</h3>
          <ul>
            {side.names.map((one) => (
              <li>
                <a href={href(site, `/names/${one.id}`)}>
                  <Printed text={one.text} />
                </a>{' '}
                <span class="quiet">{text.queue.rows(one.rows, format.number(one.rows))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {side.places.length > 0 && (
        <p>
          {text.queue.places} <Printed text={side.places.join(' · ')} />
        </p>
      )}
      {side.sample.length > 0 && (
        <>
          <h3>{text.queue.sample}</h3>
          <ul>
            {side.sample.map((row) => (
              <li>
                <Row row={row} />
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

function Row({ row }: { row: EvidenceRow }) {
  const site = useSite()
  return (
    <a href={href(site, `/trainings/${row.training}`)}>
      {row.startDate ?? row.fiscalYear}:{' '}
      <Printed text={[row.courseTitle, row.recipientUnit].filter(Boolean).join(' · ') || '–'} />
    </a>
  )
}
