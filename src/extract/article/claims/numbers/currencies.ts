/** Which money a number is of, by the sign before it or the name behind it. */

/** Pesos are of the country that the sentence speaks of, then of the one that the article speaks of most; Mexico's where neither says. Rupees likewise, and India's. */
const pesos: readonly [RegExp, string][] = [
  [/colombia/gi, 'COP'],
  [/argentin/gi, 'ARS'],
  [/chile/gi, 'CLP'],
  [/filipin|philippin/gi, 'PHP'],
  [/urugua/gi, 'UYU'],
  [/m[eé]xic/gi, 'MXN'],
]
const pesosOf = (sentence: string, text: string): string => mostNamed(pesos, sentence, text) ?? 'MXN'

/** Of the countries that have such money the one that the sentence, or else the article, names most. */
function mostNamed(money: readonly [RegExp, string][], sentence: string, text: string): string | null {
  for (const words of [sentence, text.slice(0, 20_000)]) {
    const [most] = money
      .map(([pattern, code]) => ({ code, times: words.match(pattern)?.length ?? 0 }))
      .sort((a, b) => b.times - a.times)
    if (most!.times > 0) return most!.code
  }
  return null
}

const rupees: readonly [RegExp, string][] = [
  [/pakistan/gi, 'PKR'],
  [/nepal/gi, 'NPR'],
  [/sri lanka/gi, 'LKR'],
  [/india/gi, 'INR'],
]
const rupeesOf = (sentence: string, text: string): string => mostNamed(rupees, sentence, text) ?? 'INR'

const currencies: readonly [RegExp, string][] = [
  [/^(?:dollars?|d[oó]lares)/i, 'USD'],
  [/^euros?/i, 'EUR'],
  [/^naira/i, 'NGN'],
  [/^pounds/i, 'GBP'],
  [/^guaran[ií]es/i, 'PYG'],
  [/^quetzales/i, 'GTQ'],
  [/^lempiras/i, 'HNL'],
  [/^c[oó]rdobas/i, 'NIO'],
  [/^bol[ií]vares/i, 'VES'],
  [/^reales|^reais/i, 'BRL'],
  [/^soles/i, 'PEN'],
  [/^CFA/i, 'XAF'],
  [/^balboas/i, 'PAB'],
  [/^bolivianos/i, 'BOB'],
  [/^colones/i, 'CRC'],
  [/^gourdes/i, 'HTG'],
  [/^cedis/i, 'GHS'],
  [/^rand/i, 'ZAR'],
  [/^birr/i, 'ETB'],
  [/^taka/i, 'BDT'],
  [/^yen/i, 'JPY'],
  [/^hryvnias?/i, 'UAH'],
  [/^Swiss francs/i, 'CHF'],
]
const currencyNames = String.raw`(?:U\.?S\.? )?(?<name>dollars?|d[oó]lares|pesos|rupees|rupias|euros|pounds(?! of)|naira|guaran[ií]es|quetzales|lempiras|c[oó]rdobas|bol[ií]vares|reales|reais|soles(?! de)|CFA francs?|Swiss francs|balboas|bolivianos|colones|gourdes|cedis|rand(?=\s|[,.;])|birr|taka|yen(?!\p{L})|hryvnias?)(?!\p{L})`
/** A currency's name right behind a number. */
export const currencyAfter = new RegExp(String.raw`^\s(?:de )?${currencyNames}`, 'iu')

/** ISO 4217; null where the number is no money. `after`: what stands behind it. */
export function currencyOf(sign: string | undefined, after: string, sentence: string, text: string): string | null {
  if (sign) {
    if (/€/.test(sign)) return 'EUR'
    if (/£/.test(sign)) return 'GBP'
    if (/₦|^N$/.test(sign)) return 'NGN'
    if (/^(?:Rs|₹)/i.test(sign)) return rupeesOf(sentence, text)
    if (/MX/.test(sign)) return 'MXN'
    if (/^C\$/.test(sign)) return 'CAD'
    if (/^A\$/.test(sign)) return 'AUD'
    // "$5 millones de pesos" and "$80 pesos": the sign is the peso's own.
    if (sign === '$' && /^(?:\smill(?:ón|ones))?\s(?:de )?pesos(?!\p{L})/iu.test(after)) return pesosOf(sentence, text)
    return 'USD'
  }
  const name = currencyAfter.exec(after)?.groups?.name
  if (!name) return null
  if (/^pesos/i.test(name)) return pesosOf(sentence, text)
  if (/^rup/i.test(name)) return rupeesOf(sentence, text)
  return currencies.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
