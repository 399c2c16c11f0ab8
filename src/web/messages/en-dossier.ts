/** English: the dossier of a screening. It is read without the ledger at hand, so that each part says what it is. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const dossier = {
  kicker: 'Screening dossier',
  ofSubject: (name: string) => `Dossier: ${name}`,
  ofList: (title: string) => `Dossier: ${title}`,
  /** Stands in every dossier, before anything else. */
  reads:
    'This dossier says what the ledger holds beside the subjects of a list. A possible match is not a finding. Nothing here says that an alleged incident happened, that a source can be believed, or that training led to anything; those are determinations of officials. That nothing is found clears nobody.',
  privacy: 'It holds a private list. Whoever has this file can read all of it.',
  made: 'Made',
  by: 'By',
  list: 'List',
  run: 'Compared with the ledger',
  runOf: (number: number, when: string) => `${when} (comparison ${number} of this list)`,
  state: 'State of the ledger',
  change: (changeset: number, at: string) => `change ${changeset}, ${at}`,
  digest: 'Digest of that state',
  tool: 'Tool',
  check: 'To check it',
  checkBag:
    'bin/rastro verify, with the folder or zip file that this page came in; any other program that reads BagIt (RFC 8493) will do.',
  checkAlone: 'This page stands alone. The zip file of the same dossier holds it with the digest of every file.',
  counts: (subjects: number, text: string, look: string) =>
    `${text} ${plural(subjects, 'subject', 'subjects')}, ${look} of them with a possible match to look at.`,
  contents: 'Subjects with a possible match',
  without: 'Subjects without a possible match',
  withoutNote: (sentence: string) => `No match in the ledger ${sentence}`,
  subject: (position: number) => `Subject ${position}`,
  given: 'As the list gives it',
  hit: (rank: number) => `Possible match ${rank}`,
  otherHits: 'Others, somewhat alike or of the subject',
  evidence: 'Evidence',
  evidenceNote: 'Each row and page as it was read, with its file, the digest of the file, and where the file is published.',
  standsIn: 'Stands in',
  names: 'Where the name stands',
  postings: 'Postings that sources give',
  matters: 'What is alleged or listed',
  findings: 'Training beside it',
  rows: (shown: number, of: number) =>
    shown === of ? `${of} ${plural(of, 'row', 'rows')} of training` : `${shown} of ${of} rows of training`,
  asRead: 'As read',
  range: (start: number, end: number) => `characters ${start} to ${end} of the text`,
  row: (row: number) => `row ${row}`,
  page: (page: string) => `page ${page}`,
  pageOfFile: (page: number) => `page ${page} of the file`,
  image: (name: string) => `${name}, with the row marked`,
  outline: (name: string) =>
    `${name}: the original is not archived here. Its outline, with the words as read; address and digest stand with the row.`,
  fewer: (shown: number, of: number) =>
    `Images of ${shown} of ${of} pages are in this dossier; of the others it gives place, words and address.`,
  file: 'File',
  sha256: 'SHA-256 of the file',
  official: 'Official address',
  archived: 'Archived copy',
  noAddress: 'no address is known',
  covers: 'What the ledger covers',
  coverIntro: (day: string) => `As of ${day} the ledger holds:`,
  notCovered: 'What it does not cover',
  notCoveredNote:
    'Incidents and lists that nobody took into it; reports and regions that are not held; what is classified or exempted by law; rows that name only a ministry or a service, which may or may not include a given unit.',
  decisions: 'Decisions',
  noDecision: 'No decision is recorded.',
  flags: 'Cells with a doubt',
  shownOf: (shown: number, of: number) => `${shown} of ${of} are shown.`,
}
