/**
 * Whom a claim speaks of, as far as its words say: entities that the ledger has under exactly these words, where they are one. Whoever accepts
 * the claim sees and changes it. Many countries have a 39th Battalion: one whose country is known is meant only where the claim's sentence names that
 * country, or the article does and the sentence names none.
 *
 * Who is not known is only made of the words where the claim is of nobody else (`subject`) and they name a unit or a body: what is said of a country
 * stands with the article and leads to the country. Perpetrators are never made of words: "soldiers" would accuse an entity that nobody named.
 */
import type { PoolClient } from 'pg'
import { countryCodes, findNamed } from '../extract/article/claims/actors.js'
import { ArticleReading } from '../ledger/articles.js'
import { type Claim, type ClaimRole, type ClaimTie, lineageParts } from '../ledger/claims.js'
import type { EntityKind } from '../ledger/entities.js'
import type { KeptClaim } from '../ledger/read/claims.js'
import { findEntities } from '../ledger/read/find-entity.js'
import { codeOfCountry } from '../ledger/vocabulary.js'
import { searchKey } from '../names/search-key.js'
import { areSomePeople, bare, isName, namesCountryOrProgramme, offeredForce } from './offered-names.js'

const forces = ['unit', 'class of units', 'body', 'organization'] as const satisfies EntityKind[]

/** What was looked up already for other claims of the same article, in the same state. */
export interface TiesKnown {
  article?: Promise<NamedInArticle>
  named: Map<string, Promise<NamedInLedger[]>>
}

/** Whom a claim would be said of; `known` is passed on where many claims of one article are asked for. */
export async function proposeTies(
  client: Pick<PoolClient, 'query'>,
  kept: Pick<KeptClaim, 'source'>,
  claim: Claim,
  known: TiesKnown = { named: new Map() },
): Promise<ClaimTie[]> {
  known.article ??= articleOf(client, kept.source)
  const { names, countries } = await known.article
  const sentence = countriesNamed(claim.sentence)
  const isSpokenOf = (country: string) => (sentence.size > 0 ? sentence : countries()).has(country)
  const namedSo = (name: string): Promise<NamedInLedger[]> => {
    const found = known.named.get(name) ?? namedInLedger(client, name)
    known.named.set(name, found)
    return found
  }
  const find = async (role: ClaimRole, words: string | null): Promise<ClaimTie | null> => {
    if (words === null) return null
    const lower = words.toLowerCase()
    const candidates = [bare(words), ...names.filter((name) => lower.includes(name.toLowerCase()))]
    for (const name of candidates) {
      // "the captain", "the navy": of whom the words do not say.
      if (!isName(name) || namesCountryOrProgramme(name)) continue
      const entity = onlyOne(await namedSo(name), isSpokenOf)
      if (entity) return { role, entity }
    }
    return null
  }
  const made = (...words: (string | null)[]): ClaimTie[] => {
    for (const one of words) {
      const within = one === null ? [] : names.filter((name) => one.includes(name))
      for (const name of [...within, ...(one === null ? [] : [one])]) {
        const offered = offeredForce(name)
        if (offered) return [{ role: 'subject', ...offered }]
      }
    }
    return []
  }
  /** Whoever changed sides is no force any longer: any name of a group will do. */
  const group = (...words: (string | null)[]): ClaimTie[] => {
    for (const one of words) {
      if (one === null) continue
      const offered = offeredForce(one)
      if (offered) return [{ role: 'subject', ...offered }]
      if (isName(bare(one)) && !namesCountryOrProgramme(one) && !areSomePeople(one))
        return [{ role: 'subject', kind: 'organization', name: bare(one) }]
    }
    return []
  }
  const listed = (...ties: (ClaimTie | null)[]): ClaimTie[] => ties.filter((tie) => tie !== null)
  switch (claim.type) {
    case 'quantity': {
      const known = (await find('subject', claim.recipient)) ?? (await find('subject', claim.counted))
      return known ? [known] : made(claim.recipient, claim.counted)
    }
    case 'status': {
      const known = await find('subject', claim.subject)
      return known ? [known] : made(claim.subject)
    }
    case 'event':
      return listed(await find('perpetrators', claim.perpetrators))
    case 'lineage': {
      const parts = await Promise.all(lineageParts.map((part) => find(part, claim[part])))
      const known = await find('subject', claim.members)
      const subject = known ? [known] : group(claim.members, claim.joined, claim.left)
      return [...subject, ...listed(...parts)]
    }
    default:
      return []
  }
}

interface NamedInArticle {
  /** Organisations, the longest first: within "members of the 102nd Battalion" the unit is one. */
  names: string[]
  /** Codes of the countries that its title or text names. */
  countries(): ReadonlySet<string>
}

async function articleOf(client: Pick<PoolClient, 'query'>, source: string): Promise<NamedInArticle> {
  const { rows } = await client.query<{ reading: string; text: string }>(
    `SELECT a.reading, concat_ws(E'\\n', s.title, a.text) AS text FROM ledger.article a JOIN ledger.source s ON s.id = a.source AND s.withdrawn IS NULL
      WHERE a.source = $1 AND a.withdrawn IS NULL`,
    [source],
  )
  if (!rows[0]) return { names: [], countries: () => new Set() }
  const { mentions } = ArticleReading.parse(JSON.parse(rows[0].reading))
  const names = new Set(mentions.filter(({ type }) => type === 'Organization').map(({ text }) => text))
  let countries: ReadonlySet<string> | undefined
  const { text } = rows[0]
  return {
    names: [...names].sort((a, b) => b.length - a.length),
    countries: () => {
      countries ??= countriesNamed(text)
      return countries
    },
  }
}

/** Codes of the countries whose names or adjectives stand in a text. */
const countriesNamed = (text: string): ReadonlySet<string> =>
  new Set(findNamed(text, 0, text.length).flatMap(({ printed, american }) => (american ? ['USA'] : countryCodes(printed))))

interface NamedInLedger {
  entity: string
  /** Codes; empty where nothing says its country. */
  countries: string[]
}

/** The entity that, where its country is known, is of one that is spoken of; none where there are several. */
function onlyOne(found: readonly NamedInLedger[], isSpokenOf: (country: string) => boolean): string | null {
  const meant = found.filter(({ countries }) => (countries.length > 0 ? countries.some(isSpokenOf) : found.length === 1))
  return meant.length === 1 ? meant[0]!.entity : null
}

async function namedInLedger(client: Pick<PoolClient, 'query'>, name: string): Promise<NamedInLedger[]> {
  const found = await entitiesNamed(client, name)
  if (found.length === 0) return []
  const { rows } = await client.query<{ entity: string; country: string }>(
    `SELECT entity, country FROM serving.unit WHERE entity = ANY($1) AND country IS NOT NULL
      UNION SELECT entity, value FROM ledger.statement WHERE entity = ANY($1) AND property = 'country' AND stance = 'asserts' AND withdrawn IS NULL AND value IS NOT NULL`,
    [found],
  )
  return found.map((entity) => ({
    entity,
    countries: rows.flatMap((row) => (row.entity === entity ? [codeOfCountry(row.country) ?? row.country] : [])),
  }))
}

/** Entities that have this id or name in a source, or that a printed name of the reports means. */
export async function entitiesNamed(
  client: Pick<PoolClient, 'query'>,
  name: string,
  kinds: readonly EntityKind[] = forces,
): Promise<string[]> {
  if (searchKey(name).length < 3) return []
  const found = new Set((await findEntities(client, null, name, kinds)).map(({ id }) => id))
  if (found.size === 0) {
    const { rows } = await client.query<{ entity: string }>(
      `SELECT DISTINCT m.entity FROM serving.name n JOIN serving.meaning m ON m.printed_name = n.id
        WHERE md5(n.search_key) = md5($1) AND n.search_key = $1 LIMIT 20`,
      [searchKey(name)],
    )
    for (const { entity } of rows) found.add(entity)
  }
  return [...found]
}
