/** The commands of `bin/rastro`, in the order in which its help lists them. A command's module is loaded when it is called. */
import type { Command } from './command.js'

export interface Listed {
  name: string
  summary: string
  load(): Promise<{ command: Command }>
}

export const commands: readonly Listed[] = [
  { name: 'serve', summary: 'Show the ledger in a browser (npm start)', load: () => import('./serve.js') },
  { name: 'extract', summary: 'Read training reports and write their trainings', load: () => import('./extract.js') },
  {
    name: 'ingest',
    summary: 'Take reports, articles and spreadsheets into the ledger and keep the originals',
    load: () => import('./ingest.js'),
  },
  {
    name: 'fetch',
    summary: 'Download official volumes and keep them, so that pages can be shown',
    load: () => import('./fetch.js'),
  },
  {
    name: 'resolve',
    summary: 'Propose which unit each printed name means, and fill the review queue',
    load: () => import('./resolve.js'),
  },
  { name: 'chain', summary: "Show a unit's command chain, on a day or at any time", load: () => import('./chain.js') },
  {
    name: 'exposure',
    summary: 'List units that received training and are accused of something or listed, before or after',
    load: () => import('./exposure.js'),
  },
  {
    name: 'screen',
    summary: 'Hold a list of people or units against the ledger, and decide on what is found',
    load: () => import('./screen.js'),
  },
  {
    name: 'dossier',
    summary: 'Write what a screening found of a list, or of one subject, as a dossier that can be checked',
    load: () => import('./dossier.js'),
  },
  {
    name: 'export',
    summary: 'Write units, people and what is said of them as FollowTheMoney or CSV',
    load: () => import('./export.js'),
  },
  {
    name: 'verify',
    summary: 'Check the ledger against its own chain of digests, or a dossier',
    load: () => import('./verify.js'),
  },
  { name: 'undo', summary: 'Undo a changeset with another', load: () => import('./undo.js') },
  { name: 'expunge', summary: 'Remove rows and originals for good, leaving a tombstone', load: () => import('./expunge.js') },
  { name: 'data', summary: 'Build the bundled data from a folder of originals', load: () => import('./data.js') },
  { name: 'reconcile', summary: 'Compare the trainings with the printed totals', load: () => import('./reconcile.js') },
  { name: 'compare', summary: 'Compare pairs of names of units, people or organisations', load: () => import('./compare.js') },
  { name: 'match', summary: 'Find names among many others', load: () => import('./match.js') },
  {
    name: 'read',
    summary: 'Read articles and mark who is mentioned and what is claimed in them',
    load: () => import('./read.js'),
  },
  {
    name: 'check',
    summary: 'Check what an article claims against the record of trainings',
    load: () => import('./check.js'),
  },
]
