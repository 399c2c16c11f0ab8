/**
 * Training sessions by country on a map of the world, as SVG. Countries too small to be seen are drawn as dots; countries of which
 * the ledger has no row are hatched, never in the colour of a small number.
 *
 * The shapes are Natural Earth's (public domain, package world-atlas): borders are theirs, not a statement of ours.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type GeoPermissibleObjects, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { alpha3ByNumeric } from '../countries.js'
import { escapeText } from './escape-text.js'

export interface MapEntry {
  /** ISO 3166-1 alpha-3. */
  code: string
  name: string
  value: number
  href: string
  /** "Mexico: 12,345 training sessions". */
  label: string
}

export interface WorldMap {
  title: string
  description: string
  entries: readonly MapEntry[]
  /** Ascending lower bounds of the colour classes 1 to 5. */
  thresholds: readonly number[]
  noRow: string
}

interface Shapes {
  width: number
  height: number
  land: { code: string | null; path: string; area: number }[]
  /** Where a dot stands for a country, on the drawing. */
  dots: Map<string, [number, number]>
}

const width = 960
/** A scale to measure the drawing by before it is known; any would do. */
const unfitted = 150
/** Square pixels below which a country's shape cannot be seen or hit. */
const leastArea = 14

/** Places that even the finer atlas leaves out: longitude, latitude of the capital. */
const missingFromAtlas: Record<string, [number, number]> = {
  TUV: [179.2, -8.52],
}

/** Shapes without an ISO number in the atlas, with whom the reports count them. */
const unnumbered: Record<string, string> = {
  Kosovo: 'XKX',
  'N. Cyprus': 'CYP',
  Somaliland: 'SOM',
}

let shapes: Shapes | undefined

function worldShapes(): Shapes {
  if (shapes) return shapes
  const coarse = countriesOf('world-atlas/countries-110m.json')
  const fine = countriesOf('world-atlas/countries-50m.json')
  const drawn = coarse.filter((country) => country.code !== 'ATA').map(({ code, shape }) => ({ code, shape: shape() }))
  // As `fitWidth` would do it, whose bounds are those of the drawing, too: walking along all coasts is most of the work.
  const projection = geoEqualEarth().scale(unfitted).translate([0, 0])
  const all = {
    type: 'FeatureCollection',
    features: drawn.map((country) => country.shape),
  }
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(all as never)
  const scale = width / (right - left)
  projection.scale(unfitted * scale).translate([-scale * left, -scale * top])
  const path = geoPath(projection).digits(1)
  const land = drawn.map((country) => ({
    code: country.code,
    path: path(country.shape) ?? '',
    area: path.area(country.shape),
  }))
  const seen = new Set(land.filter((country) => country.area >= leastArea).map((country) => country.code))
  const dots = new Map<string, [number, number]>()
  const put = (code: string, at: [number, number]) => {
    const point = projection(at)
    if (point && !seen.has(code)) dots.set(code, [round(point[0]), round(point[1])])
  }
  for (const country of fine) if (country.code && !seen.has(country.code)) put(country.code, geoCentroid(country.shape()))
  for (const [code, at] of Object.entries(missingFromAtlas)) put(code, at)
  shapes = { width, height: Math.ceil(scale * (bottom - top)), land, dots }
  return shapes
}

function countriesOf(file: string): { code: string | null; shape: () => GeoPermissibleObjects }[] {
  const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>
  }>
  const codes = alpha3ByNumeric()
  return topology.objects.countries.geometries.map((country) => ({
    code:
      (country.id !== undefined
        ? codes.get(String(country.id))
        : unnumbered[(country.properties as { name?: string }).name ?? '']) ?? null,
    // Few shapes of the finer atlas are drawn.
    shape: () => feature(topology, country),
  }))
}

const round = (value: number) => Math.round(value * 10) / 10

/** Draws the shapes, which takes some tenths of a second, before anyone asks for a map. */
export function prepareMap(): void {
  worldShapes()
}

/** The countries that a map can show; others stand in the table only. */
export function isOnMap(code: string): boolean {
  const { land, dots } = worldShapes()
  return dots.has(code) || land.some((country) => country.code === code)
}

/**
 * Lower bounds of five colour classes: round numbers near the fifths of the values, because a few countries hold most sessions.
 */
export function classThresholds(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const bounds = [1]
  for (const share of [0.2, 0.45, 0.7, 0.9]) {
    const value = sorted[Math.floor(share * sorted.length)] ?? 0
    const size = 10 ** Math.floor(Math.log10(Math.max(1, value)))
    const nice = ([1, 2, 5, 10].map((step) => step * size).find((bound) => bound >= value * 0.75) ?? size) as number
    if (nice > (bounds.at(-1) ?? 0)) bounds.push(nice)
  }
  return bounds
}

export function mapClass(value: number, thresholds: readonly number[]): number {
  let found = 0
  thresholds.forEach((bound, index) => {
    if (value >= bound) found = index + 1
  })
  return found
}

export function worldMap(map: WorldMap): string {
  const { land, dots, height } = worldShapes()
  const entries = new Map(map.entries.map((entry) => [entry.code, entry]))
  const blank: string[] = []
  const filled: string[] = []
  for (const country of land) {
    const entry = country.code ? entries.get(country.code) : undefined
    if (!entry) blank.push(country.path)
    else filled.push(link(entry, `<path class="map-${mapClass(entry.value, map.thresholds)}" d="${country.path}"/>`))
  }
  const marked = [...dots].flatMap(([code, [x, y]]) => {
    const entry = entries.get(code)
    return entry ? [link(entry, `<circle class="map-${mapClass(entry.value, map.thresholds)}" cx="${x}" cy="${y}" r="4"/>`)] : []
  })
  return `<svg class="chart map" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="map-title" aria-describedby="map-description"><title id="map-title">${escapeText(map.title)}</title><desc id="map-description">${escapeText(map.description)}</desc><defs><pattern id="map-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--paper)"/><line x1="0" x2="0" y1="0" y2="5" stroke="var(--rule)" stroke-width="1.6"/></pattern></defs><path fill="url(#map-hatch)" stroke="var(--rule)" d="${blank.join('')}"/>${filled.join('')}${marked.join('')}</svg>`
}

/** Reachable by mouse; the table below is what the keyboard reads, so that nobody has to tab through 180 shapes. */
const link = (entry: MapEntry, shape: string) =>
  `<a href="${escapeText(entry.href)}" tabindex="-1" aria-label="${escapeText(entry.label)}"><title>${escapeText(entry.label)}</title>${shape}</a>`
