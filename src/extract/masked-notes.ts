/**
 * Masks personal data where the notes of flags, and the words of totals and of unread places, quote a cell: what is withheld in the cell must
 * not stand beside it.
 */
import type { Flag, PrintedTotal, UnreadPlace } from '../ledger/records.js'
import { findPersonalData, maskPersonalData, withheld } from '../names/personal-data.js'
import { readRepairNote, repairNote } from './fmtr/replaced-letters.js'

/** The flags of a row whose cells, as printed, are these. A note that quotes nothing personal is left as it is. */
export function maskNotes(flags: readonly Flag[], cells: readonly (string | null)[]): Flag[] {
  const personal = cells
    .flatMap((cell) =>
      cell === null ? [] : findPersonalData(cell).map(({ start, end, kind }) => ({ text: cell.slice(start, end), kind })),
    )
    .sort((one, other) => other.text.length - one.text.length)
  return flags.map(({ code, note }) => ({ code, note: masked(code, note) }))

  function masked(code: string, note: string): string {
    const repair = code === 'REPAIRED_TEXT' ? readRepairNote(note) : null
    // The repaired reading of a name is another text than the name.
    if (repair) return repairNote(maskPersonalData(repair.printed).text, maskPersonalData(repair.repaired).text)
    let text = note
    for (const { text: found, kind } of personal) text = text.replaceAll(found, withheld[kind])
    // What stands in no cell that was kept is masked where it is quoted.
    return text.replace(/"([^"]+)"/g, (_, quoted: string) => `"${maskPersonalData(quoted).text}"`)
  }
}

/** A total whose line carries words of a training that it was written over. */
export function maskTotal(total: PrintedTotal): PrintedTotal {
  return {
    ...total,
    printed: maskPersonalData(total.printed).text,
    flags: total.flags.map(({ code, note }) => ({ code, note: maskPersonalData(note).text })),
  }
}

export const maskUnread = (unread: UnreadPlace): UnreadPlace => ({ ...unread, text: maskPersonalData(unread.text).text })
