/** `npm run bench -- NAME`: installs and builds what is missing, then runs a benchmark of bench/. */
import { prepare, SetupError } from './prepare.mjs'

try {
  await prepare({ development: true })
  const { main } = await import('../dist/bench/main.js')
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
