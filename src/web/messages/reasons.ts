/** Why two names are compared as they are, in the reader's language. The grammar of names gives its reasons in English, in few forms. */
import type { Language } from './format.js'

const kinds: Record<string, string> = {
  number: 'número',
  letter: 'letra',
  echelon: 'escalón',
  arm: 'arma',
  branch: 'fuerza',
  name: 'nombre',
  country: 'país',
}

/** A reason of another form stays as it is. */
export function reasonIn(language: Language, reason: string): string {
  if (language === 'en') return reason
  const forms: [RegExp, (...parts: string[]) => string][] = [
    [/^same (\w+): (.*)$/, (kind, what) => `igual ${kinds[kind!] ?? kind}: ${what}`],
    [/^(\w+) differs: (.*) and (.*)$/, (kind, one, other) => `distinto ${kinds[kind!] ?? kind}: ${one} y ${other}`],
    [/^names differ: (.*) and (.*)$/, (one, other) => `nombres distintos: ${one} y ${other}`],
    [
      /^(\w+) only in the (first|second): (.*)$/,
      (kind, side, what) => `${kinds[kind!] ?? kind} solo en el ${side === 'first' ? 'primero' : 'segundo'}: ${what}`,
    ],
    [/^one of the names names no unit$/, () => 'uno de los nombres no nombra ninguna unidad'],
  ]
  for (const [form, write] of forms) {
    const found = form.exec(reason)
    if (found) return write(...found.slice(1))
  }
  return reason
}
