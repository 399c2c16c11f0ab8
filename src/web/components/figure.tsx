/** A picture that was drawn on the server, never without the data table that says the same. */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { useSite } from '../site.js'

export interface FigureProps {
  title: string
  note?: string
  /** SVG from src/web/charts: our own markup, escaped there. */
  picture: string
  legend?: Child
  /** The data table, where it does not stand below several pictures at once. */
  children?: Child
  /** A long table is folded away behind its summary. */
  folded?: boolean
}

export function Figure({ title, note, picture, legend, children, folded = false }: FigureProps) {
  const { text } = useSite()
  return (
    <>
      <figure>
        <figcaption>
          <strong>{title}</strong>
          {note && <span>{note}</span>}
        </figcaption>
        {legend}
        {raw(picture)}
      </figure>
      {folded && children ? (
        <details class="data">
          <summary>{text.figures.table(title)}</summary>
          {children}
        </details>
      ) : (
        children
      )}
    </>
  )
}

/** A key of colours; each says by words what it is. */
export function Legend({ of }: { of: { text: string; mark: string }[] }) {
  return (
    <ul class="legend">
      {of.map((entry) => (
        <li>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            {entry.mark === 'gap' ? (
              <path d="M0 10L10 0M-2 4L4 -2M6 12L12 6" class="hatch-line" />
            ) : (
              <rect width="10" height="10" class={entry.mark} />
            )}
          </svg>
          {entry.text}
        </li>
      ))}
    </ul>
  )
}
