/**
 * What differs between the layouts in PDF, all of it: everything else reads them alike.
 *
 * | layout | reports   | what makes it                                                                          |
 * |--------|-----------|----------------------------------------------------------------------------------------|
 * | B      | 2000–2001 | two columns a page; title, number, cost; country and programme in one heading          |
 * | C      | 2001–2006 | eight columns, cells begin on the row's first line; country and programme in one heading |
 * | E      | 2007–2021 | cells centred on the row, right under their header cells; country has its own heading   |
 */
export interface LayoutTraits {
  /** Tables side by side on one page, read top to bottom, then left to right. */
  columnsPerPage: 1 | 2
  /** Where the lines of a wrapped cell stand: from the row's first line down, or around the row's middle. */
  cells: 'top' | 'centred'
  /** Whether cells begin where their header cells begin; else the rows themselves show the columns. */
  underHeader: boolean
  /** Whether a table goes on without a new header row after a heading: then the heading opens it. */
  headingOpensTable: boolean
  /** Whether the country stands in a heading of its own, larger than the text. */
  countryHeading: boolean
  /** Whether the region stands in every programme heading or on every page; else only at the head of a page column. */
  regionInHeading: boolean
}

export const layouts: Record<'B' | 'C' | 'E', LayoutTraits> = {
  B: {
    columnsPerPage: 2,
    cells: 'top',
    underHeader: false,
    headingOpensTable: true,
    countryHeading: false,
    regionInHeading: false,
  },
  C: {
    columnsPerPage: 1,
    cells: 'top',
    underHeader: false,
    headingOpensTable: true,
    countryHeading: false,
    regionInHeading: true,
  },
  E: {
    columnsPerPage: 1,
    cells: 'centred',
    underHeader: true,
    headingOpensTable: false,
    countryHeading: true,
    regionInHeading: true,
  },
}
