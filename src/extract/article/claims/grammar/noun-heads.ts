/** The nouns that phrases are of, and who among them can do something: a mutiny by troops fires at nobody, its troops do. */

import { Circumstances } from './circumstances.js'
import type { Phrase } from './sentence-words.js'

/** Nouns for somebody that no list has: "commander", "comandante", "government". */
const somebody =
  /(?:ers?|ors?|ores|ists?|istas?|ians?|ants?|antes?|entes?|men|man|boss|chiefs?|^(?:heads?|generals?|colonels?|corporals?|admirals?|officials?|presidents?|groups?|gangs?|cartels?|movement|government|institutions?|agencies|authorities|junta|regime|corps|wing|agency|directorate|bureau|service|faction|mob|column|jefes?|alcaldes?|generales|coronel(?:es)?|cabos?|capit[aá]n(?:es)?|oficial(?:es)?|sargentos?|grupos?|bandas?|gobierno|régimen|cuerpo|cártel|división|pelotón|comandos?|escuadrón))$/iu
const nobody =
  /^(?:orders?|murders?|numbers?|letters?|papers?|borders?|rivers?|cent(?:er|re)s?|sectors?|chambers?|matters?|(?:head)?quarters|terror|horror|transfers?|power|corners?|winter|october|summer|error(?:es)?|terror|sector(?:es)?|frente|ambiente|incidentes?|antecedentes?|expedientes?|restaurants?|grants?|warrants?)$/iu

export class NounHeads extends Circumstances {
  /** The noun that a phrase is of: "commander" of "The unit's commander in the north". */
  headOf({ from, to }: Phrase): number {
    let head = from
    // "troops pursuing the men"
    const isParticiple = (at: number) => /^\p{Ll}+ing$/u.test(this.word(at)) && this.is(at - 1, 'people') && this.is(at + 1, 'a')
    while (head + 1 < to && !this.is(head + 1, 'of', 'in', 'about', 'by') && !isParticiple(head + 1)) head++
    return head
  }

  /** "the soldiers", "five of them", "Boko Haram", "a commander"; not "a mutiny". */
  protected isSomebody(head: number): boolean {
    if (this.is(head, 'people', 'a', 'number', 'nobody') || this.isNumber(head) || this.isProper(head)) return true
    const word = this.word(head)
    return !this.is(head, 'thing', 'crime', 'deed', 'place', 'case') && somebody.test(word) && !nobody.test(word)
  }

  /** Of "a mutiny by troops of the division", "the camp of the rebels": the first who can do something; the whole where nobody else is named. */
  somebodyIn(phrase: Phrase): Phrase {
    for (let from = phrase.from; from < phrase.to; ) {
      const head = this.headOf({ from, to: phrase.to })
      if (this.isSomebody(head)) return { from, to: phrase.to }
      from = head + 2
      while (from < phrase.to && this.is(from, 'of', 'in', 'about', 'by')) from++
    }
    return phrase
  }
}
