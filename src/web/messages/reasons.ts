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
    [/^other spelling: (.*) and (.*)$/, (one, other) => `otra grafía: ${one} y ${other}`],
    [/^somewhat alike: (.*) and (.*)$/, (one, other) => `con cierto parecido: ${one} y ${other}`],
    [/^same meaning: (.*) and (.*)$/, (one, other) => `el mismo significado: ${one} y ${other}`],
    [/^abbreviation: (.*) and (.*)$/, (one, other) => `abreviatura: ${one} y ${other}`],
    [/^used for each other: (.*) and (.*)$/, (one, other) => `se usan uno por otro: ${one} y ${other}`],
    [/^first letters: (.*) and (.*)$/, (one, other) => `primeras letras: ${one} y ${other}`],
    [/^familiar form: (.*) and (.*)$/, (one, other) => `forma familiar: ${one} y ${other}`],
    [/^parted differently: (.*) and (.*)$/, (one, other) => `separados de otro modo: ${one} y ${other}`],
    [/^legal form differs: (.*) and (.*)$/, (one, other) => `otra forma jurídica: ${one} y ${other}`],
    [/^only in the (first|second): (.*)$/, (side, what) => `solo en el ${side === 'first' ? 'primero' : 'segundo'}: ${what}`],
    [/^initial stands for a name \((\d+)\)$/, (count) => `una inicial está por un nombre (${count})`],
    [/^identifier (.*) is the same$/, (identifier) => `mismo identificador: ${identifier}`],
    [
      /^(\w+) only in the (first|second): (.*)$/,
      (kind, side, what) => `${kinds[kind!] ?? kind} solo en el ${side === 'first' ? 'primero' : 'segundo'}: ${what}`,
    ],
    [/^one of the names names no unit$/, () => 'uno de los nombres no nombra ninguna unidad'],
    [/^same letters, parted differently$/, () => 'las mismas letras, separadas de otro modo'],
    [/^same words$/, () => 'las mismas palabras'],
    [/^initials differ$/, () => 'iniciales distintas'],
    [/^other order of words$/, () => 'otro orden de palabras'],
    [/^read from another script$/, () => 'leído de otro alfabeto'],
    [/^first letters of the words$/, () => 'primeras letras de las palabras'],
    [/^date of birth agrees$/, () => 'la fecha de nacimiento coincide'],
    [/^date of birth differs$/, () => 'otra fecha de nacimiento'],
  ]
  for (const [form, write] of forms) {
    const found = form.exec(reason)
    if (found) return write(...found.slice(1))
  }
  return reason
}
