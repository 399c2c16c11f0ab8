/** English: what stands beside the image of a page, or in its place. */
export const evidence = {
  page: (label: string | null, page: number) =>
    label && label !== String(page) ? `Page ${label} (page ${page} of the file)` : `Page ${page} of the file`,
  imageOfRow: (page: string) => `${page} of the original, with this row marked.`,
  imageOfPage: (page: string) => `${page} of the original.`,
  withheld: 'Words that are withheld as personal data are covered.',
  wholePage: 'The whole page, larger',
  noOriginal:
    'The original is not in this archive. The drawing shows where the rows stand on the page and the words as they were read; it is not a picture of the page.',
  removed: 'The original was removed, since something that stands in it was expunged. It is not kept again.',
  noPages: 'The original is a web page and has no pages. These are the rows of its table around this one, as they were read.',
  outline: (page: string) => `${page}, in outline: where its rows stand, with the words as read`,
  tableCaption: (row: number) => `Rows around table row ${row} of the file, as read`,
  rowNumber: 'Table row',
  cells: 'Cells, from left to right',
  total: 'printed total',
  thisRow: 'this row',
  howToGet: 'How to get the original',
  official: 'Official address',
  archived: 'Archived at',
  noAddress: 'No official address is known for this file. Whoever has it can take it in:',
  command: 'It is downloaded, checked and kept by',
  digest: 'It is the file with this SHA-256',
  choosePage: 'Choose a page above to see it.',
  cardHeading: 'Rastro · the record of U.S. training of foreign security forces',
  cardAsPrinted: 'As the source prints it:',
  cardLetters: 'Letters that this picture cannot show stand as frames; the permalink has the text as it is.',
}
