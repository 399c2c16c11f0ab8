/** English: the five articles that Rastro was made for. Our own words; what they claim is what they claim. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const cases = {
  title: 'Five articles, checked',
  kicker: 'What Rastro is for',
  lede: 'Five articles tell of U.S. training of security forces in Mexico and beyond: how many people, how many missions, how many millions, what is said to have become of some who received it, and who denies it. Here is each of their claims, in our words, with what the official record has to say to it, which is often that it cannot say, and why.',
  counts: {
    label: 'The articles in figures',
    claims: 'Claims',
    denials: 'Denials and doubts',
    asked: 'Put to the record',
    askedMeaning: 'the others are not about training that is counted',
    answered: 'Answered in full',
    answeredMeaning: 'for the rest the record names what is missing: years, a classified volume, blank columns',
  },
  numbers: 'The numbers, put to the record',
  numbersLede:
    'Each number that the reports could speak to, and what they hold of it. A part at hand is no answer: it is what can be seen today of what was asked for.',
  claimed: 'Claimed',
  held: 'In the record',
  part: 'the part at hand',
  noPart: 'no row in the part at hand',
  noRow: 'no row, with all that was asked for at hand',
  noFigure: 'no figure',
  none: 'The five articles come with the bundled data, which this ledger was started without.',
  home: 'Five articles on such training, claim by claim against the record',
  contradiction: 'Which cartel are those soldiers said to have joined?',
  contradictionLede:
    'Two articles say that Mexican soldiers went over to a cartel, and do not name the same one; one of the two says that the United States had trained them. A third says that the first Zetas had had U.S. training. None names a soldier. Nothing in the official record can settle it: the reports print courses and units, and nobody by name.',
  contradictionOf: (name: string) => `What articles say of ${name}`,
  becoming: 'in',
  byArticle: 'said by the article itself',
  toPage: (name: string) => `All that is said of them: ${name}`,
  answered: 'Answered in the same article',
  more: (claims: number, text: string) => `The article with its ${text} ${plural(claims, 'claim', 'claims')}`,
  notHere: 'The text is its publisher’s and is not here; whoever has it sees it marked.',
  own: 'Read an article of your own',
  ownLede:
    'Rastro reads any article on security forces in English or Spanish: who is mentioned, what is claimed, and what the record has to say to it.',
  paragraph: (number: string) => `paragraph ${number}`,
}
