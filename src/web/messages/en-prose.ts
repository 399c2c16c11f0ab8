/** English: the pages that are text. */
import type { Prose } from './prose.js'

export const method: Prose = {
  heading: 'How this ledger is made',
  lede: 'Every figure here is a sum of rows, every row is one line of a table in an official report, and every line is cited by its page, or by its row in the file where the report was published as a web page (1999–2000 and 2006–2007).',
  sections: [
    {
      heading: 'The reports',
      paragraphs: [
        'The State and Defense Departments report each year to Congress on foreign military training (“Foreign Military Training and DoD Engagement Activities of Interest”, Volume I, section IV). Each row of its tables gives a course, the number of students or activities, and, depending on the year, the trained unit, the training unit, the place, the cost and the dates.',
        'The files are read as they were published. Each is identified by its SHA-256. No original is changed, and what a page prints is kept beside what was read of it.',
      ],
    },
    {
      heading: 'The check',
      paragraphs: [
        'The reports print totals: by programme, fiscal year and country. The extraction never looks at them. Afterwards each total is recomputed from its rows and compared, in whole cents.',
        'Where a total is off, either a page was misread, or the report is wrong. A report’s own error is listed with both figures and its page, after reading the page image and re-adding the rows with an independent tool. What is neither is listed as an open doubt.',
      ],
    },
    {
      heading: 'Rows that speak of a cancellation',
      paragraphs: [
        'Some rows say themselves that the training was cancelled and still print a quantity and a cost. The printed totals count them, so every sum here does, too; the training may not have taken place. Each carries the flag CANCELLED, and its quotation says so.',
      ],
      link: { text: 'The rows that speak of a cancellation', path: '/search', query: { flag: 'CANCELLED' } },
    },
    {
      heading: 'What is read, and what is proposed',
      paragraphs: [
        'Countries and programmes are matched with published tables: a form that the tables do not know stays unmatched. Programmes are renamed every few years; a crosswalk with its sources says which are compared, and charts mark the break.',
        'Splitting a cell into names, and saying what kind of recipient a name is, is done by rules. It is a proposal, marked as one, and the cell as printed stands beside it. Two names that read alike are not treated as the same unit.',
      ],
    },
    {
      heading: 'Nothing is overwritten',
      paragraphs: [
        'The ledger is only added to. Each change has an actor, a time, a reason and a digest over all that was before it. A permalink carries the first digits of a digest over all that the ledger held, so that it shows the same figures however much is added later, and in every ledger that holds the same; one that does not says so.',
        'Service numbers and names of private persons that the reports print are masked here.',
      ],
    },
    {
      heading: 'How to get it',
      paragraphs: [
        'Every listing can be taken as CSV, JSON or NDJSON, complete, from the link above its rows; the API answers the same questions. The package of the facts ships with the program, one file a fiscal year.',
      ],
    },
  ],
}

export const wording: Prose = {
  heading: 'About the wording',
  lede: 'The words here are chosen so that a sentence can be taken over without saying more than the record does.',
  sections: [
    {
      heading: 'Training sessions, not people',
      paragraphs: [
        'The column headed “Qty”, “Students” or “# Students/Activities” is called training sessions, as the State Department does. One soldier who attends three courses adds three. No number of individuals can be had from these sums.',
      ],
    },
    {
      heading: 'Recipient and delivery unit',
      paragraphs: [
        'The recipient unit is who was trained as the row prints it; the delivery unit is who trained. A recipient need not be a security force: media, universities, ministries, U.S. institutions and individuals are in the tables too. Only what is classed as a security force is called a unit trained.',
        'Many rows name a ministry or a service and no unit. Such a row may or may not include a given unit, and accuses none.',
      ],
    },
    {
      heading: 'Delivered and proposed',
      paragraphs: [
        'The reports of 1999 to 2001 list the next year’s plan as well. Plans can be searched, but no sum includes them.',
      ],
    },
    {
      heading: 'Blank, zero and gap',
      paragraphs: [
        'A blank cell is not zero. A printed cost of $0 is not free: who paid is not in the row. A year without a file is a gap and drawn hatched. “No row” means that the reports held list none; it does not show that there was no training.',
      ],
    },
    {
      heading: 'Equal rows',
      paragraphs: [
        'The reports print some rows hundreds of times, and the printed totals count each. Equal rows are not taken for duplicates.',
      ],
    },
    {
      heading: 'Being named',
      paragraphs: [
        'That a unit or an institution was trained says nothing about what it did. Whoever is named and finds an error can have it corrected; the correction is a new change, and the older state remains marked as such.',
      ],
    },
  ],
}
