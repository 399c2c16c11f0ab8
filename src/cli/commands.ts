/** The commands of `bin/rastro`, in the order in which its help lists them. A command's module is loaded when it is called. */
import type { Command } from './command.js'

export interface Listed {
  name: string
  summary: string
  load(): Promise<{ command: Command }>
}

export const commands: readonly Listed[] = [
  { name: 'extract', summary: 'Read training reports and write their trainings', load: () => import('./extract.js') },
  { name: 'ingest', summary: 'Take reports into the ledger and keep the originals', load: () => import('./ingest.js') },
]
