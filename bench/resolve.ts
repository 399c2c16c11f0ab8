/**
 * How long resolving the bundled data's printed names takes, what it proposes, and how often the rule "known unit" is right on units whose
 * aliases are recorded, beside trigram similarity at a threshold that decides as many.
 *
 *   npm run bench -- resolve [--home FOLDER] [--rule-only]
 *
 * `--home` resolves in a ledger that is there already instead of loading a new one; `--rule-only` asks for no ledger.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { loadDataPackage } from '../src/exchange/data-package/load.js'
import { type Ledger, openLedger } from '../src/ledger/database/open.js'
import { KnownUnits } from '../src/resolve/known-units.js'
import { resolveNames } from '../src/resolve/resolve.js'
import {
  aliasesOf,
  materialFolder,
  materialIsThere,
  mexicanUnits,
  nigerianUnits,
  trigramSimilarity,
  trigrams,
  type UnitWithAliases,
} from './name-material.js'

const now = () => new Date()
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const percent = (part: number, of: number): string => (of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`)

export async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { home: { type: 'string' }, 'rule-only': { type: 'boolean' } } })
  if (materialIsThere()) {
    measureRule('Mexico', mexicanUnits(), 'MEX', true)
    measureRule('Nigeria', nigerianUnits(), 'NGA', false)
    measurePrinted(nigerianUnits())
  } else print('No ../shared/data/sfm: the rule "known unit" was not measured.')
  if (values['rule-only']) return 0
  const home = values.home ?? mkdtempSync(path.join(tmpdir(), 'rastro-bench-'))
  const ledger = await openLedger({ home })
  try {
    if (values.home === undefined) await measured('load of the bundled data', () => loadDataPackage(ledger, 'bench', { now }))
    await measureResolving(ledger)
  } finally {
    await ledger.close()
    if (values.home === undefined) rmSync(home, { recursive: true, force: true })
  }
  return 0
}

/**
 * Each alias is asked for with itself left out and all other names and aliases at hand. An ambiguous one (of several units) is asked for with
 * nothing left out: every decision is a wrong one.
 */
export function measureRule(label: string, units: readonly UnitWithAliases[], country: string, allDerivable: boolean) {
  const known = new KnownUnits(
    units.map(({ name, aliases }, id) => ({ id: String(id), country, names: [name, ...aliases] })),
    country,
  )
  const grams = units.flatMap(({ name, aliases }, unit) =>
    [name, ...aliases].map((text) => ({ unit, text, grams: trigrams(text) })),
  )
  const sum = { asked: 0, decided: 0, wrong: 0, heldOut: 0, heldOutWrong: 0 }
  const trigram: { score: number; right: boolean }[] = []
  for (const { alias, unit, group } of aliasesOf(units, country, allDerivable)) {
    sum.asked++
    const without = group === 'ambiguous' ? undefined : { id: String(unit), name: alias }
    const decided = known.decide(alias, without)
    const right = group !== 'ambiguous' && Number(decided?.id) === unit
    if (decided) {
      sum.decided++
      if (!right) sum.wrong++
      if (group === 'held out') {
        sum.heldOut++
        if (!right) sum.heldOutWrong++
      }
    }
    const own = trigrams(alias)
    let best = { score: 0, unit: -1, tie: false }
    for (const other of grams) {
      if (other.unit === unit && other.text === alias && group !== 'ambiguous') continue
      const score = trigramSimilarity(own, other.grams)
      if (score > best.score) best = { score, unit: other.unit, tie: false }
      else if (score === best.score && other.unit !== best.unit) best.tie = true
    }
    // Two units that are equally similar decide nothing, as with the rule.
    if (best.tie) continue
    trigram.push({ score: best.score, right: group !== 'ambiguous' && best.unit === unit })
  }
  trigram.sort((a, b) => b.score - a.score)
  const asMany = trigram.slice(0, sum.decided)
  print(
    `${label}: of ${sum.asked} aliases ${sum.decided} decided, ${percent(sum.decided - sum.wrong, sum.decided)} rightly (held out: ${sum.heldOut}, ${sum.heldOutWrong} wrong); the ${sum.decided} of highest trigram similarity: ${percent(asMany.filter(({ right }) => right).length, asMany.length)}`,
  )
  return sum
}

/** Names that the reports print for Nigeria, without labels: each decision is listed to be read. */
function measurePrinted(units: readonly UnitWithAliases[]): void {
  const file = `${materialFolder}/sfm/nigeria/dos_fmtrpt_nga_distinct_units_20191024.tsv`
  if (!existsSync(file)) return

  const known = new KnownUnits(
    units.map(({ name, aliases }, id) => ({ id: String(id), country: 'NGA', names: [name, ...aliases] })),
    'NGA',
  )
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.replace(/^"|"$/g, ''))
    .filter(Boolean)
  const decided = lines.flatMap((line) => {
    const unit = known.decide(line)
    return unit ? [`  ${line} → ${units[Number(unit.id)]!.name}`] : []
  })
  print(`Nigeria as the reports print it: ${decided.length} of ${lines.length} names decided`)
  for (const line of decided) print(line)
}

async function measureResolving(ledger: Ledger): Promise<void> {
  const resolved = await measured('proposals', () => resolveNames(ledger, { actor: 'bench' }, { now }))
  const waiting = await measured('review queue', () => resolved.fillQueue())
  const { names, alike, known, tooLittle, none } = resolved
  print(
    `${names.toLocaleString('en')} names: ${percent(alike + known, names)} proposed, ${percent(tooLittle, names)} say too little, ${percent(none, names)} name nothing; ${waiting.toLocaleString('en')} pairs wait`,
  )
  const again = await measured('again, with nothing new', () => resolveNames(ledger, { actor: 'bench', onlyNew: true }, { now }))
  if (again.committed.changeset !== null) print('Not idempotent: the second run left a changeset.')
  await measured('again, all of them', () => resolveNames(ledger, { actor: 'bench' }, { now }))
}

async function measured<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const used = process.cpuUsage(cpu)
  print(
    `${what}: ${((performance.now() - start) / 1000).toFixed(1)} s, ${((used.user + used.system) / 1e6).toFixed(1)} s of processor time of Node, its threads included`,
  )
  return result
}
