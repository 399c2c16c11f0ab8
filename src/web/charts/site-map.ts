/** The sites of a unit on the outline of its country, as SVG. The shapes are Natural Earth's: borders are theirs, not a statement of ours. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type GeoPermissibleObjects, geoBounds, geoMercator, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { alpha3ByNumeric } from '../countries.js'
import { escapeText } from './escape-text.js'

export interface Site {
  name: string
  /** Degrees. */
  latitude: number
  longitude: number
}

export interface SiteMap {
  title: string
  description: string
  /** ISO 3166-1 alpha-3; null where it is not known: then the sites stand among whatever is around them. */
  country: string | null
  sites: readonly Site[]
}

const width = 420
const height = 300
const margin = 24

let shapes: { code: string | null; shape: GeoPermissibleObjects }[] | undefined
function countries() {
  if (shapes) return shapes
  const topology = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8'),
  ) as Topology<{ countries: GeometryCollection<{ name: string }> }>
  const codes = alpha3ByNumeric()
  shapes = feature(topology, topology.objects.countries).features.map((shape) => ({
    code: shape.id === undefined ? null : (codes.get(String(shape.id)) ?? null),
    shape,
  }))
  return shapes
}

export function siteMap({ title, description, country, sites }: SiteMap): string {
  const points: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: sites.map(({ longitude, latitude }) => [longitude, latitude]),
  }
  const own = countries().find(({ code }) => code !== null && code === country)
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ]
  const [[west, south], [east, north]] = geoBounds(points)
  // A single site has no extent: four degrees around it.
  const around: GeoPermissibleObjects = {
    type: 'MultiPoint',
    coordinates: [
      [west - 2, south - 2],
      [east + 2, north + 2],
    ],
  }
  const shown = own
    ? { type: 'FeatureCollection', features: [own.shape, { type: 'Feature', properties: null, geometry: points }] }
    : around
  const projection = geoMercator().fitExtent(extent, shown as never)
  projection.clipExtent([
    [0, 0],
    [width, height],
  ])
  const path = geoPath(projection).digits(1)
  const others = countries()
    .filter((each) => each !== own)
    .map(({ shape }) => path(shape) ?? '')
    .join('')
  const dots = sites.flatMap(({ name, latitude, longitude }) => {
    const at = projection([longitude, latitude])
    if (!at) return []
    const [x, y] = at.map((value) => Math.round(value * 10) / 10) as [number, number]
    const left = x > width * 0.7
    return `<circle class="site" cx="${x}" cy="${y}" r="4"/><text x="${left ? x - 7 : x + 7}" y="${y + 4}" text-anchor="${left ? 'end' : 'start'}">${escapeText(name)}</text>`
  })
  return `<svg class="chart site-map" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="site-map-title" aria-describedby="site-map-description"><title id="site-map-title">${escapeText(title)}</title><desc id="site-map-description">${escapeText(description)}</desc><path class="site-around" d="${others}"/>${own ? `<path class="site-country" d="${path(own.shape) ?? ''}"/>` : ''}${dots.join('')}</svg>`
}
