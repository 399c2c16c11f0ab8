/** The shape of a page that is text. */
export interface Prose {
  heading: string
  lede: string
  /** `link` leads to the rows that a section speaks of: a page and its parameters. */
  sections: {
    heading: string
    paragraphs: string[]
    points?: string[]
    link?: { text: string; path: string; query: Record<string, string> }
  }[]
}
