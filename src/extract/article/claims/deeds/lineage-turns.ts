/** The words that tell a lineage, and how each is read: who left, joined, formed, led or was trained. */
import type { Clauses, Phrase } from '../grammar/clauses.js'
import {
  acronym,
  aForce,
  aUnit,
  counted,
  describedBy,
  forceIn,
  isKnownForce,
  ofForces,
  only,
  ranked,
  says,
  someOfThem,
  sponsors,
  subjectOf,
  unitOf,
  veterans,
} from './lineage-members.js'

/** Parts of a lineage by places of words; what is null stays so. */
export interface Told {
  members: Phrase | null
  joined?: Phrase | null
  left?: Phrase | null
  trainedBy?: Phrase | null
  /** Where more than the words that were looked for tells how: "deserted and formed". */
  relation?: string
  /** The first of its verbs, where there are two. */
  first?: number
  /** Who formed a force and who trained it are told apart. */
  formed?: true
}

export interface Turn {
  relation: RegExp
  read(clause: Clauses, relation: Phrase): Told | null
}

const joins =
  'joined|join|ended up with|signed up with|formed|founded|created|established|set up|became|went to work for|switched (?:sides )?to|se (?:unió|unieron|sumó|sumaron|pasó|pasaron|enroló|enrolaron|incorporó|incorporaron) al?|form(?:ó|aron)|fund(?:ó|aron)|cre(?:ó|aron)|integraron|entr(?:ó|aron) al?|(?:unir|sumar|incorporar|integrar)se al?|ingresar al?|formar|fundar|raised(?= (?:an?|his|her|their) )|(?:terminaron|acabaron) (?:adiestrando|entrenando|en las filas de|trabajando para)|ended up (?:training|working for)'
const leaves =
  /^(?:defected|deserted|left|broke|split|mutinied|quit|desertaron|desertó|abandonaron|abandonó|dejaron|dejó|salieron|salió|slipped|fled|escaped|resigned|retired|huyeron|huyó|renunciaron|renunció)$/i
const nucleus =
  '(?:(?:in|en) \\d{4} )?(?:(?:in|en) )?(?:the |a |el |la )?(?:backbone|core|base|nucleus|founders?|founding members|foundation|members|leaders|armed wing|enforcers|columna vertebral|n[uú]cleo|brazo armado)'
/** Goes over to somebody else, in one verb. */
const goesOver =
  '(?:defected|deserted|switched|went over) to(?! (?:join|form|fight|set up|found|create)(?!\\p{L}))|joined(?! (?:the )?(?:army|navy|police|military|force|air force))|(?:turned up|ended up|reappeared|resurfaced) (?:in the ranks of|in|with|among)|surrendered to|went to work for|se unieron al?|se unió al?|se pasaron al?|se pasó al?|se sumaron al?|se sumó al?|desertaron a|acabaron en|terminaron en las filas de|(?:se )?integraron al?|pasaron a las filas de|(?:engros|nutri)(?:aron|eron|ó) las filas de|(?:swelled|filled) the ranks of|trabaja(?:n|ron) para'
const coup = String.raw`(?:the|an?|el|un|la|una|this|that)?\s?(?:[\p{L}.-]+\s|\d{4}\s){0,3}(?:coup|mutiny|putsch|uprising|revolt|takeover|rebellion|alzamiento|cuartelazo|insurgency|massacre|golpe|asonada|matanza|masacre|sublevaci[oó]n)`
const word = (source: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${source})(?!\p{L})`, 'giu')

/** Somebody learnt somewhere: verbs behind which the school or the trainer's name stands. */
const schooling = [
  'graduated (?:from|at)',
  'trained at(?= (?:the )?\\p{Lu})',
  '(?:studied|learn(?:ed|t))(?: \\p{Ll}+){0,3} at(?= (?:the |an? )?\\p{Lu})',
  "(?:attended|completed|took) (?:an? |the |two |several |one of the )?(?:[\\p{L}’'-]+ ){0,5}?(?:courses?|training|classes) (?:at|in|with|by|from|of)",
  'attended',
  '(?:completed|took part in|participated in|passed through|went through)(?= (?:an? |the )?(?:[\\p{L}.-]+\\s){1,5}(?:courses?|training|programs?|programmes?|exercises?|academy|academies|schools?)(?!\\p{L}))',
  'spent (?:\\p{L}+ ){0,3}(?:weeks|months|years|a year) at(?= (?:the )?\\p{Lu})',
  '(?:was|were|is|are) (?:an? )?(?:alumn\\p{L}+|graduates?) of',
  'estudi(?:ó|aron|ado) en',
  'curs(?:ó|aron|ado) (?:estudios )?en',
  '(?:se gradu(?:ó|aron)|se había graduado) (?:en|de)',
  'egres(?:ó|aron)(?: en \\d{4})? de',
  '(?:tom(?:ó|aron|ado)|asisti(?:ó|eron|do)(?: a)?|recibi(?:ó|eron|do)|particip(?:ó|aron|ado) en) (?:en \\d{4} )?(?:un |varios |dos |los )?(?:cursos?|entrenamiento|capacitación)(?: \\p{Ll}+)? (?:en|de|dad[oa]s? por|impartid[oa]s? por|a cargo de)',
  'asisti(?:ó|eron|do) al?',
].join('|')

export const turns: readonly Turn[] = [
  {
    // "specially trained members of X defected and formed Y"
    relation: word(joins),
    read(clause, relation) {
      let before = relation.from - 1
      while (clause.is(before, 'adverb')) before--
      if (!clause.is(before, 'and') && !/^(?:to|para)$/i.test(clause.word(before))) return null
      let leave = before
      while (leave >= 0 && !leaves.test(clause.word(leave)) && !clause.isMark(leave, ';:.')) leave--
      if (!leaves.test(clause.word(leave))) return null
      let what = leave + 1
      while (/^(?:away|off|from|out|of|del?)$/i.test(clause.word(what))) what++
      const members = subjectOf(clause, leave)
      // "Villagers fled and formed": of no force.
      const isFlight = /^(?:slipped|fled|escaped|resigned|retired|hu|renunci)/i.test(clause.word(leave))
      if (isFlight && !says(clause, members, ofForces) && !says(clause, members, ranked)) return null
      const isWhither = clause.is(what, 'in', 'to') || /^(?:abroad|into|across|with|over|after)$/i.test(clause.word(what))
      const left = what < before && !isWhither ? clause.phraseFrom(what) : null
      return {
        members,
        left: left && { from: left.from, to: Math.min(left.to, before) },
        joined: clause.phraseFrom(relation.to),
        relation: `${clause.word(leave)} and ${clause.print(relation)}`,
        first: leave,
      }
    },
  },
  {
    // "The 4th Battalion was created in 2003 out of the former 17th Brigade", "grew out of"
    relation: word(
      '(?:formed|created|raised|carved|built|cread[oa]|formad[oa]|surgid[oa]) (?:(?:in|en) \\d{4} )?(?:out of|from|a partir de)|gr(?:ew|own) out of|emerged from|(?:split|splintered) (?:off )?from|broke away from|naci(?:ó|eron) de|se (?:escindi|desprendi)(?:ó|eron) de|surgi[oó] de',
    ),
    read(clause, relation) {
      const grew = /^(?:grew|grown|emerged|split|splintered|broke|naci|se|surgi)/i.test(clause.word(relation.from))
      const members = aUnit(clause, grew ? subjectOf(clause, relation.from) : describedBy(clause, relation.from))
      return members && { members, left: clause.phraseFrom(relation.to), formed: true }
    },
  },
  {
    // "A formed the backbone of B", "train some members of the army, that then became the core of"
    relation: word(
      `(?:became|become|formed|form|turned into|make up|made up|constituted|provided|supplied|were|se convirtió|se convirtieron|formaron|formó) ${nucleus}(?= (?:of|del?) )`,
    ),
    read: (clause, relation) => ({ members: subjectOf(clause, relation.from), joined: clause.phraseFrom(relation.to + 1) }),
  },
  {
    // "the original members of the Zetas were US-trained Mexican Special Forces"
    relation: word(
      '(?:(?:original|founding|first|early|core) (?:members|leaders|founders)|founders|core|nucleus|backbone)(?= (?:of|de) )',
    ),
    read(clause, relation) {
      const joined = clause.phraseFrom(relation.to + 1)
      const verb = joined?.to ?? 0
      const isOf =
        joined && (clause.is(verb, 'be', 'have') || (/^came$/i.test(clause.word(verb)) && /^from$/i.test(clause.word(verb + 1))))
      if (!isOf) return null
      let from = verb + 1
      while (clause.is(from, 'be') || /^from$/i.test(clause.word(from))) from++
      const members = clause.phraseFrom(from)
      return members && { members, joined, left: members }
    },
  },
  {
    // "an American-trained officer who led the coup", "Captain Example, who …, overthrew the government", "seized power"
    relation: word(
      `(?:leads?|led|staged|carried out|launched|headed|mounted|encabez[oóa]|lider[oóa]|dio)(?=\\s${coup}(?!\\p{L}))|overthrew|ousted|toppled|deposed|seized power|derroc(?:[oó]|aron)|depus(?:o|ieron)`,
    ),
    read(clause, relation) {
      if (/^by$/i.test(clause.word(relation.to))) return null
      return {
        members: subjectOf(clause, relation.from),
        joined: /power$/i.test(clause.print(relation)) ? null : clause.phraseFrom(relation.to),
      }
    },
  },
  {
    // "a coup led by Captain Example"
    relation: word('(?:led|staged|headed|carried out|encabezad[oa]|liderad[oa]) (?:by|por)'),
    read(clause, relation) {
      const joined = only(clause, describedBy(clause, relation.from), new RegExp(coup, 'iu'))
      return joined && { members: clause.phraseFrom(relation.to, true), joined }
    },
  },
  {
    // "Several of its graduates turned up in the ranks of the Zetas", "una docena de desertores de X se unieron a Y"
    relation: word(goesOver),
    read(clause, relation) {
      const members = only(clause, subjectOf(clause, relation.from), ofForces)
      return members && { members, joined: clause.phraseFrom(relation.to) }
    },
  },
  {
    // "Los fundadores eran desertores de un cuerpo de élite"
    relation: word(
      '(?:was|were|been|is|are|eran?|fue|fueron|son|es) (?:an? |un |una )?(?:all |mostly |mainly |former |todos )*(?:deserters?|defectors?|ex-?\\p{L}+|veterans|former (?:members|soldiers|officers|commandos)|desertor(?:es)?|exintegrantes?|exmiembros?|veteranos)(?= (?:of|from|del?) )',
    ),
    read(clause, relation) {
      const members = subjectOf(clause, relation.from)
      return members && { members, left: clause.phraseFrom(relation.to + 1) }
    },
  },
  {
    // "Former soldiers were recruited by the cartel": into whose ranks.
    relation: word('(?:recruited|hired|reclutad[oa]s?|contratad[oa]s?) (?:by|por)'),
    read(clause, relation) {
      const described = describedBy(clause, relation.from)
      const joined = clause.phraseFrom(relation.to, true)
      const members = only(clause, described, new RegExp(`${veterans.source}|kaibil`, 'iu'))
      return members && joined && !says(clause, joined, ofForces) ? { members, joined } : null
    },
  },
  {
    // "was one of the founders of a gang"
    relation: word(
      '(?:one|two|three|some|several|uno|una|dos|tres|varios|parte) (?:of|de) (?:the|los|las|sus|its) (?:founders|fundadores|leaders|jefes|líderes|cabecillas)(?= (?:of|del?) )',
    ),
    read(clause, relation) {
      if (!clause.is(relation.from - 1, 'be') && !/^became$/i.test(clause.word(relation.from - 1))) return null
      return { members: subjectOf(clause, relation.from), joined: clause.phraseFrom(relation.to + 1) }
    },
  },
  {
    // "the 4th Example Brigade, formed by veterans of the Guard"
    relation: word(
      '(?:formed|founded|created|raised|set up|made up|composed|comprised|formad[oa]|compuest[oa]|conformad[oa]|fundad[oa]|cread[oa]|integrad[oa]) (?:mainly |mostly |largely |en su mayoría |principalmente )?(?:by|of|por|de|con)',
    ),
    read(clause, relation) {
      const described = describedBy(clause, relation.from)
      const joined = described && clause.isName(described.to - 1) ? described : only(clause, described, aForce)
      const members = only(clause, clause.phraseFrom(relation.to, true), veterans)
      return joined && members && { members, joined, formed: true, relation: clause.word(relation.from) }
    },
  },
  {
    // "Some of them had been trained at Fort Bragg", "the 15th Battalion, which was trained by": no number of people, which is counted elsewhere.
    relation: word(
      '(?:been|was|were|fue|fueron|sido) (?:\\p{L}+ )?(?:trained|entrenad[oa]s?|adiestrad[oa]s?|capacitad[oa]s?|formad[oa]s?(?= (?:en|por) ))|(?:got|received) (?:U\\.?S\\.?|American|British|French|Israeli) (?:military )?(?:training|instruction|schooling)',
    ),
    read(clause, relation) {
      const members = unitOf(clause, subjectOf(clause, relation.from))
      if (members === null || counted(clause, members) ? !says(clause, members, someOfThem) : !isKnownForce(clause, members))
        return null
      // "were trained to kill": by nobody.
      if (clause.is(relation.to, 'to')) return null
      const given = /^(?:got|received)$/i.test(clause.word(relation.from))
        ? { from: relation.from + 1, to: relation.from + 2 }
        : null
      return { members, trainedBy: given }
    },
  },
  {
    // "la unidad Tigres, creada en 2013 y adiestrada por fuerzas especiales,", "three former soldiers trained at Fort Example"
    relation: word(
      '(?:formad[oa]s? (?=en )|(?:trained|adiestrad[oa]s?|entrenad[oa]s?|capacitad[oa]s?) (?:(?:in part|partly|mainly|largely|jointly|en parte) )?)(?:by|at|in|por|en)(?= )',
    ),
    read(clause, relation) {
      if (clause.verbStart(relation.from).passive) return null
      const described = describedBy(clause, relation.from)
      let name = relation.to
      while (clause.is(name, 'a')) name++
      const isForce = /(?:by|por)$/i.test(clause.print(relation)) && only(clause, described, aForce, acronym) !== null
      if (!isForce && !(clause.isName(name) && only(clause, described, ofForces, ranked))) return null
      // "Six agents of the unit Tigres, trained by": the unit.
      // "Dos exoficiales de la Guardia, entrenados en": the ending says that it is the two.
      const isOfMany = /[oa]s$/i.test(clause.word(relation.from))
      const members =
        described && counted(clause, described) && !isOfMany
          ? (forceIn(clause, described) ?? (isForce ? null : described))
          : described
      let trainedBy = clause.phraseFrom(relation.to, true)
      // "trained at Fort Example and a former lieutenant who": the fort.
      for (let at = name; trainedBy && at < trainedBy.to; at++)
        if (clause.is(at, 'and') && clause.is(at + 1, 'a')) trainedBy = { from: trainedBy.from, to: at }
      const goesOn =
        trainedBy && (clause.isFinite(trainedBy.to) || clause.isMark(trainedBy.to, ',') || clause.is(trainedBy.to, 'and'))
      // "Soldiers trained in the north.": they trained, and nobody was trained. "Units trained by Americans" at large: no more than a topic.
      const isSaidOf = isForce || goesOn
      return members && isSaidOf ? { members, trainedBy, relation: clause.word(relation.from) } : null
    },
  },
  {
    // "the regiment, which American instructors trained from 2009 to 2013", "American advisers trained the battalion"
    relation: word(
      '(?:has |have |had )?help(?:s|ed) (?:to )?train|trained|taught|instructed|drilled|mentored|form(?:ó|aron)(?= al? )|entren(?:ó|aron)|adiestr(?:ó|aron)|capacit(?:ó|aron)',
    ),
    read(clause, relation) {
      const { from, passive } = clause.verbStart(relation.from)
      const by = passive || clause.is(relation.to, 'by') ? null : clause.subjectBefore(from)
      if (by === null || by === 'shared' || clause.is(by.from, 'pronoun')) return null
      const isRelative = clause.is(by.from - 1, 'who') && !clause.is(by.from - 1, 'by')
      const members = isRelative
        ? clause.antecedent(by.from - 1)
        : clause.phraseFrom(/^al?$/i.test(clause.word(relation.to)) ? relation.to + 1 : relation.to)
      const isOne =
        members !== null &&
        (says(clause, members, aForce) ||
          (says(clause, members, ofForces) && /^(?:the|los|las)$/i.test(clause.word(members.from)))) &&
        (clause.is(members.from, 'a', 'name') || /^al$/i.test(clause.word(relation.to))) &&
        !counted(clause, members)
      // "formaron a la guardia": taught, by those who teach.
      if (/^form/i.test(clause.word(relation.from)) && !says(clause, by, sponsors)) return null
      return isOne && !says(clause, by, aForce) ? { members, trainedBy: by } : null
    },
  },
  {
    // "Colonel Example, who led the battalion, graduated from the School of the Americas"
    relation: word(schooling),
    read(clause, relation) {
      const members = subjectOf(clause, relation.from)
      let from = relation.to
      while (clause.is(from, 'a')) from++
      // "alumni of a course run by Special Operations Command"
      const course = /^(?:courses?|programm?e?s?|cursos?)$/i.test(clause.word(from)) ? clause.phraseFrom(relation.to) : null
      const giver = course && clause.agentAfter(course.to)
      if (giver && clause.isName(giver.from)) from = giver.from
      const school =
        (clause.isName(from) || says(clause, clause.phraseFrom(from, true), sponsors)) &&
        !/\d/.test(members ? clause.word(members.from) : '')
          ? clause.phraseFrom(from, true)
          : null
      const isSomebody =
        members !== null &&
        (clause.isName(members.from) ||
          clause.isName(members.to - 1) ||
          clause.isNumber(members.from) ||
          /^(?:he|she)$/i.test(clause.print(members)) ||
          says(clause, members, ranked) ||
          says(clause, members, someOfThem) ||
          says(clause, members, ofForces))
      return school && isSomebody ? { members, trainedBy: { from: giver?.from ?? relation.to, to: school.to } } : null
    },
  },
  {
    // "The captain, a 1985 graduate of Fort Benning,", "egresado de la Escuela de las Américas"
    relation: word('(?:graduates?|alumn\\p{L}+) of|egresad[oa]s? de|graduad[oa]s? (?:en|de)|exalumn[oa]s? de'),
    read(clause, relation) {
      let opens = relation.from
      while (opens > relation.from - 5 && (clause.is(opens - 1, 'a', 'adverb') || clause.isNumber(opens - 1))) opens--
      const members = clause.isMark(opens - 1, ',') ? clause.phraseBefore(opens - 1) : null
      let from = relation.to
      while (clause.is(from, 'a')) from++
      const school = clause.isName(from) ? clause.phraseFrom(from, true) : null
      return members && school ? { members, trainedBy: { from: relation.to, to: school.to } } : null
    },
  },
  {
    // "the Rangers, a successor to the dissolved brigade,", "La brigada, heredera del batallón,"
    relation: word('successors? (?:to|of)|heirs? (?:to|of)|sucesor[a]? del?|hereder[oa] del?'),
    read(clause, relation) {
      const opens = clause.is(relation.from - 1, 'a') ? relation.from - 1 : relation.from
      const members = clause.isMark(opens - 1, ',')
        ? clause.phraseBefore(opens - 1)
        : clause.is(opens - 1, 'be')
          ? subjectOf(clause, opens)
          : null
      const left = aUnit(clause, clause.phraseFrom(relation.to, true))
      return aUnit(clause, members) && left && { members, left, formed: true }
    },
  },
  {
    // "Twelve of the hijackers had served in the disbanded Coastal Commando"
    relation: word(
      '(?:had (?:once |previously |formerly |all )?|formerly |once |previously )served (?:in|with)|hab(?:ía|ían) servido en|sirvi(?:ó|eron) antes en',
    ),
    read(clause, relation) {
      const members = subjectOf(clause, relation.from)
      const left = aUnit(clause, clause.phraseFrom(relation.to, true))
      return members && left && { members, left, formed: true }
    },
  },
  {
    // "The unit was set up by the CIA", "la unidad, creada por la embajada": who formed it.
    relation: word(
      '(?:set up|created|founded|formed|raised|established|cread[oa]|fundad[oa]|formad[oa])(?: (?:in|en) (?:\\p{L}+ )?\\d{4})? (?:by|por)',
    ),
    read(clause, relation) {
      const joined = aUnit(clause, describedBy(clause, relation.from))
      const members = joined && clause.phraseFrom(relation.to, true)
      let name = members?.from ?? 0
      while (clause.is(name, 'a')) name++
      const isKnown = members !== null && (clause.isName(name) || says(clause, members, sponsors))
      return isKnown ? { members, joined, formed: true, relation: clause.print(relation).replace(/\s(?:by|por)$/iu, '') } : null
    },
  },
  {
    // "The unit was disbanded and replaced by the 5th Battalion"
    relation: word(
      '(?:replaced by|absorbed (?:in)?to|absorbed by|merged into|folded into|renamed(?: as)?|reemplazad[oa]s? por|sustituid[oa]s? por|absorbid[oa]s? por|rebautizad[oa]s? como|fusionad[oa]s? con)(?= (?:the |a |la |el |un |una )?(?:\\p{Lu}|\\d))',
    ),
    read(clause, relation) {
      const members = aUnit(clause, describedBy(clause, relation.from))
      return members && { members, joined: clause.phraseFrom(relation.to, true) }
    },
  },
]
