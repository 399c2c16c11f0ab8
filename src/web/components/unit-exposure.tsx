/**
 * A unit's training beside what is alleged or listed: findings in words, one time line, and the table that says the same. Give it what
 * `exposuresOfUnit` read in the page's own snapshot.
 */
import type { CoverageReport } from '../../analysis/coverage.js'
import type { Exposure } from '../../analysis/exposure.js'
import type { UnitExposures } from '../../analysis/exposure-ledger.js'
import { assistanceDates, matterSpan } from '../../analysis/exposure-order.js'
import type { Assistance } from '../../ledger/read/assistance.js'
import { wasEnded } from '../../ledger/read/listing-matters.js'
import type { Matter } from '../../ledger/read/matters.js'
import { exposureLine, type Mark } from '../charts/exposure-line.js'
import { type Names, nameIn, violationWords, whenInWords } from '../exposure-words.js'
import { href, type Site, useSite } from '../site.js'
import { noSum } from '../sums.js'
import { DoesNotCover } from './coverage.js'
import { Figure } from './figure.js'
import { Finding, Places } from './finding.js'
import { TableFrame } from './table.js'
import { TableHead } from './table-head.js'

export interface UnitExposureProps {
  read: UnitExposures
  name: string
  coverage: CoverageReport
}

/** Findings shown on the unit's own page; the listing has them all. */
const mostFindings = 10
/** With more spans of days than this, training is drawn and listed by fiscal year. */
const mostSpans = 60

export function UnitExposure({ read, name, coverage }: UnitExposureProps) {
  const site = useSite()
  const { text, format } = site
  const words = text.exposure
  const { exposures, names, unit, assistance, matters } = read
  return (
    <section id="exposure" aria-labelledby="exposure-heading">
      <h2 id="exposure-heading">{words.section}</h2>
      {exposures.length === 0 && <p class="notice">{words.noneOfUnit}</p>}
      {exposures.length + matters.length > 0 && <p class="quiet small">{words.notJudged}</p>}
      {exposures.length + assistance.length + matters.length > 0 && (
        <TimeLine exposures={exposures} matters={matters} names={names} name={name} assistance={assistance} />
      )}
      {exposures.length > 0 && (
        <>
          {exposures.slice(0, mostFindings).map((finding) => (
            <Finding finding={finding} names={names} />
          ))}
          <p>
            <a href={href(site, '/exposures', { unit })}>{words.found(exposures.length, format.number(exposures.length))}</a>
          </p>
        </>
      )}
      <p class="quiet small">{words.limits}</p>
      <DoesNotCover sum={noSum} coverage={coverage} about={words.section} />
    </section>
  )
}

interface Shown {
  mark: Mark
  what: string
  whose: string
  path: string | null
  matter: Matter | null
  /** The row that it is of, where it is of one alone. */
  training: string | null
}

function TimeLine({
  exposures,
  matters,
  names,
  name,
  assistance,
}: {
  exposures: readonly Exposure[]
  matters: readonly Matter[]
  names: Names
  name: string
  assistance: readonly Assistance[]
}) {
  const site = useSite()
  const words = site.text.exposure
  const trainings = trainingsShown(site, name, assistance)
  const { dated, undated } = mattersShown(site, exposures, matters, names)
  const title = words.timeline(name)
  const picture = exposureLine({
    title,
    description: words.timelineDescription(trainings.length, dated.length),
    above: trainings.map(({ mark }) => mark),
    below: dated.map(({ mark }) => mark),
  })
  const rows = [...trainings, ...dated].sort((a, b) => (a.mark.from < b.mark.from ? -1 : a.mark.from > b.mark.from ? 1 : 0))
  return (
    <Figure title={title} picture={picture}>
      <TableFrame label={words.timelineTable}>
        <table class="records">
          <caption class="visually-hidden">{words.timelineTable}</caption>
          <TableHead
            columns={[{ words: words.when }, { words: words.what }, { words: words.whoseColumn }, { words: words.stands }]}
          />
          <tbody>
            {[...rows, ...undated].map(({ mark, what, whose, path, matter, training }) => (
              <tr>
                <td class="wide">{mark.from === '' ? <span class="none">{words.undated}</span> : whenOf(site, mark, matter)}</td>
                <th scope="row" class="wide" translate="no">
                  {what}
                </th>
                <td class="wide" data-label={words.whoseColumn}>
                  <span translate="no">{whose}</span>
                  {path !== null && (
                    <span class="line small quiet">
                      {path} – {words.notItself}
                    </span>
                  )}
                </td>
                <td class="small wide">
                  {matter ? (
                    <Places places={matter.places} />
                  ) : training === null ? (
                    words.training
                  ) : (
                    <a href={href(site, `/trainings/${training}`)}>
                      {words.training}
                      <span class="visually-hidden">: {what}</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </Figure>
  )
}

/** A listing's own words where it has any: that it was only seen on a day must not read as its date. */
const whenOf = (site: Site, { from, to }: Mark, matter: Matter | null): string =>
  (matter && whenInWords(site, matter)) ?? (from === to ? from : `${from} – ${to}`)

/** One mark a span of days, with what was received in it. */
function trainingsShown({ text, format }: Site, name: string, assistance: readonly Assistance[]): Shown[] {
  const words = text.exposure
  const bySpan = (byYear: boolean) => {
    const groups = new Map<string, { from: string; to: string; rows: Assistance[] }>()
    for (const row of assistance) {
      const { from, to } = assistanceDates(byYear ? { ...row, startDate: null, endDate: null } : row)
      const group = groups.get(`${from} ${to}`)
      if (group) group.rows.push(row)
      else groups.set(`${from} ${to}`, { from, to, rows: [row] })
    }
    return [...groups.values()]
  }
  const spans = bySpan(false)
  return (spans.length > mostSpans ? bySpan(true) : spans).map(({ from, to, rows }) => {
    const sessions = rows.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)
    const titles = [...new Set(rows.map(({ course }) => course ?? words.courseUnknown))]
    const further = titles.length - 3
    const courses = [...titles.slice(0, 3), ...(further > 0 ? [words.furtherCourses(further, format.number(further))] : [])]
    const what = `${words.sessions(sessions, format.number(sessions))}: ${courses.join(', ')}`
    return {
      mark: { from, to, label: `${from} – ${to}: ${what}`, apart: false, open: false },
      what,
      whose: name,
      path: null,
      matter: null,
      training: rows.length === 1 ? rows[0]!.training : null,
    }
  })
}

/** Each matter once, however many findings it has; those of the unit itself also where nothing was received. */
function mattersShown(
  site: Site,
  exposures: readonly Exposure[],
  own: readonly Matter[],
  names: Names,
): { dated: Shown[]; undated: Shown[] } {
  const words = site.text.exposure
  const first = new Map<string, Pick<Exposure, 'matter'> & { path: Pick<Exposure['path'], 'kind'> }>()
  const direct = own.map((matter) => ({ matter, path: { kind: 'direct' as const } }))
  for (const one of [...exposures, ...direct]) {
    const key = `${one.matter.id} ${one.matter.subject}`
    if (!first.has(key)) first.set(key, one)
  }
  const shown = [...first.values()].map(({ matter, path }): Shown => {
    const span = matterSpan(matter)
    const what = `${words.kinds[matter.kind]}: ${violationWords(site, matter)}`
    const whose = nameIn(names, matter.subject)
    const apart = path.kind !== 'direct'
    return {
      mark: {
        from: span?.from ?? '',
        to: span?.to ?? '',
        label: `${whenInWords(site, matter) ?? words.undated}: ${what}, ${whose}`,
        apart,
        // A listing goes on until it is known to have ended; a denial is of its year alone.
        open: matter.kind === 'designation' && matter.listed !== null && !wasEnded(matter),
      },
      what,
      whose,
      path: apart ? words.paths[path.kind] : null,
      matter,
      training: null,
    }
  })
  return { dated: shown.filter(({ mark }) => mark.from !== ''), undated: shown.filter(({ mark }) => mark.from === '') }
}
