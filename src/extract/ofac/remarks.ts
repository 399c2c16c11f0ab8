/**
 * The remarks of OFAC's list, part by part ("DOB 30 Apr 1963; nationality Iran; a.k.a. 'BNC'."): names, dates, nationalities and identifiers as
 * the list prints them. What is not recognised stays a note; nothing of a remark is dropped.
 */

export type Remark =
  | { kind: 'alias'; text: string; as: 'a.k.a.' | 'f.k.a.' | 'n.k.a.' }
  | { kind: 'birth'; text: string }
  | { kind: 'country'; text: string; as: 'nationality' | 'citizen' }
  | { kind: 'gender'; text: string }
  | { kind: 'identifier'; text: string; scheme: string }
  | { kind: 'linked'; text: string }
  | { kind: 'established'; text: string }
  | { kind: 'classification'; text: string }
  | { kind: 'note'; text: string }

/** What OFAC calls the numbers that it prints. A name of one of these, with what stands behind it, is an identifier. */
const schemes =
  /^((?:Diplomatic |Stateless Person |Personal )?Passport|National ID No\.|Personal ID Card|Tax ID No\.|Registration (?:ID|Number)|Identification Number|Cedula No\.|Cedula de (?:Ciudadania|Residencia)|D\.N\.I\.|C\.U\.R\.P\.|C\.U\.I\.[TP]?\.?|R\.F\.C\.|RFC|RUC #|RTN|NIT #|SSN|LE Number|Electoral Registry No\.|Credencial electoral|V\.A\.T\. Number|Business (?:Registration )?(?:Number|Registration Document #)|Company Number|Commercial Registry Number|Chamber of Commerce Number|Enterprise Number|Trade License No\.|License|Driver's License No\.|D-U-N-S Number|SWIFT\/BIC|BIK \(RU\)|Legal Entity Number|Unified Social Credit Code \(USCC\)|Economic Register Number \(CBLS\)|Government Gazette Number|Central Registration|Matricula Mercantil No|Folio Mercantil No\.|Public Registration Number|Registered Charity No\.|US FEIN|UK Company Number|Italian Fiscal Code|Numero de Identidad|Turkish Identification Number|Digital Currency Address - \S+|Phone Number|Telephone:?|Fax:?|Email Address|Website)\s+(.+)$/

export function readRemarks(remarks: string): Remark[] {
  return partsOf(remarks).map(readPart)
}

/** Parts are divided by semicolons outside quotation marks; the last ends in a full stop. */
function partsOf(remarks: string): string[] {
  const parts: string[] = []
  let from = 0
  for (const { index } of remarks.matchAll(/;\s+/g)) {
    // "a.k.a. 'X; Y'": the part has an opening mark and no closing one yet.
    const part = remarks.slice(from, index)
    if (/k\.a\. '[^']*$/.test(part)) continue
    parts.push(part)
    from = index
  }
  parts.push(remarks.slice(from))
  return parts.map((part) => part.replace(/^;?\s+|\s+$/g, '').replace(/([^.])\.$/, '$1')).filter((part) => part !== '')
}

function readPart(whole: string): Remark {
  // A list in one cell says "alt." before the second of a kind.
  const part = whole.replace(/^alt\.\s+/i, '')
  const alias = /^([afn])\.k\.a\.\s+'?(.*?)'?$/.exec(part)
  if (alias?.[2]) return { kind: 'alias', text: alias[2], as: `${alias[1]}.k.a.` as 'a.k.a.' }
  const simple: [RegExp, (text: string) => Remark][] = [
    [/^DOB\s+(.+)$/, (text) => ({ kind: 'birth', text })],
    [/^nationality\s+(.+)$/i, (text) => ({ kind: 'country', text, as: 'nationality' })],
    [/^citizen\s+(.+)$/i, (text) => ({ kind: 'country', text, as: 'citizen' })],
    [/^Gender\s+(.+)$/, (text) => ({ kind: 'gender', text })],
    [/^\(?Linked To:\s*(.+?)\)?$/, (text) => ({ kind: 'linked', text })],
    [/^Organization Established Date\s+(.+)$/, (text) => ({ kind: 'established', text })],
    [/^(?:Target Type|Organization Type:)\s+(.+)$/, (text) => ({ kind: 'classification', text })],
  ]
  for (const [pattern, make] of simple) {
    const text = pattern.exec(part)?.[1]
    if (text) return make(text)
  }
  const identifier = schemes.exec(part)
  if (identifier) return { kind: 'identifier', scheme: identifier[1]!.replace(/:$/, ''), text: identifier[2]! }
  return { kind: 'note', text: whole }
}

/** The programmes of an entry, as the list divides them: "SDGT] [IFSR" or "[SDGT] [IFSR]" is SDGT and IFSR. */
export const programsOf = (cell: string): string[] =>
  [...new Set(cell.split(/\]\s*\[/).map((tag) => tag.replace(/^\[|\]$/g, '').trim()))].filter((tag) => tag !== '')
