/** The benchmarks, by name. Each prints what it measured beside a named baseline of the same run, and the ratio. */

import { compileSparingly } from '../src/cli/compiling.js'

interface Bench {
  /** Measures, prints to standard output, and resolves to the exit status. */
  bench(args: string[]): Promise<number>
}

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  articles: () => import('./articles.js'),
  exposure: () => import('./exposure.js'),
  extract: () => import('./extract.js'),
  ingest: () => import('./ingest.js'),
  names: () => import('./names.js'),
  peer: () => import('./peer.js'),
  resolve: () => import('./resolve.js'),
  resum: () => import('./resum.js'),
  screen: () => import('./screen.js'),
  serve: () => import('./serve.js'),
}

export async function main([name, ...args]: string[]): Promise<number> {
  compileSparingly()
  const load = name === undefined ? undefined : benches[name]
  if (load) return (await load()).bench(args)
  process.stderr.write(`Usage: npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}.\n`)
  return 2
}
