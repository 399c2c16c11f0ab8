/**
 * Lineages: who left what, joined or formed what, had been trained by whom, led a coup. The words that tell which are few and fixed; whom they are of, the clause
 * tells (clauses.ts). Each part is a claim of its own.
 */
import type { Span } from '../sentences.js'
import type { LineageClaim } from './claim.js'
import { type Clauses, clausesOf, type Phrase } from './clauses.js'
import { timesToldIn } from './event-times.js'
import { type Common, clean } from './phrases.js'
import { type Gate, gateOf, type Signs } from './signs.js'

export interface FoundLineage extends Omit<LineageClaim, Common | 'type'> {
  /** Where a time is its own: see event-times.ts. */
  timed: readonly Span[]
  /** The words that tell it. */
  deed: Span
}

/** Parts of a lineage by places of words; what is null stays so. */
interface Told {
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

interface Turn {
  relation: RegExp
  read(clause: Clauses, relation: Phrase): Told | null
}

const joins =
  'joined|join|ended up with|signed up with|formed|founded|created|established|set up|became|went to work for|switched (?:sides )?to|se (?:unió|unieron|sumó|sumaron|pasó|pasaron|enroló|enrolaron|incorporó|incorporaron) al?|form(?:ó|aron)|fund(?:ó|aron)|cre(?:ó|aron)|integraron|entr(?:ó|aron) al?|(?:unir|sumar|incorporar|integrar)se al?|ingresar al?|formar|fundar|(?:terminaron|acabaron) (?:adiestrando|entrenando|en las filas de|trabajando para)|ended up (?:training|working for)'
const leaves =
  /^(?:defected|deserted|left|broke|split|mutinied|quit|desertaron|desertó|abandonaron|abandonó|dejaron|dejó|salieron|salió|slipped|fled|escaped|resigned|retired|huyeron|huyó|renunciaron|renunció)$/i
const nucleus =
  '(?:(?:in|en) \\d{4} )?(?:(?:in|en) )?(?:the |a |el |la )?(?:backbone|core|base|nucleus|founders?|founding members|foundation|members|leaders|armed wing|enforcers|columna vertebral|n[uú]cleo|brazo armado)'
/** Goes over to somebody else, in one verb. */
const goesOver =
  '(?:defected|deserted|switched|went over) to(?! (?:join|form|fight|set up|found|create)(?!\\p{L}))|joined(?! (?:the )?(?:army|navy|police|military|force|air force))|(?:turned up|ended up|reappeared|resurfaced) (?:in the ranks of|in|with|among)|surrendered to|went to work for|se unieron al?|se unió al?|se pasaron al?|se pasó al?|se sumaron al?|se sumó al?|desertaron a|acabaron en|terminaron en las filas de|(?:se )?integraron al?|pasaron a las filas de|(?:engros|nutri)(?:aron|eron|ó) las filas de|(?:swelled|filled) the ranks of|trabaja(?:n|ron) para'
const coup = String.raw`(?:the|an?|el|un|la|una|this|that)?\s?(?:[\p{L}.-]+\s|\d{4}\s){0,3}(?:coup|mutiny|putsch|uprising|revolt|takeover|rebellion|alzamiento|cuartelazo|insurgency|massacre|golpe|asonada|matanza|masacre|sublevaci[oó]n)`
const word = (source: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${source})(?!\p{L})`, 'giu')

/** Who was in a force: others who join something are of no interest here. */
const ofForces =
  /(?<!\p{L})(?:soldiers?|troops|officers?|lieutenants|captains|sergeants|majors|colonels|generals|tenientes|capitanes|sargentos|mayores|coroneles|generales|commandos|units?|graduates|alumni|deserters|defectors|police(?:men)?|marines|rangers|corps|battalions?|brigades?|regiment|squad|pilots|recruits|trainees|ex-?\p{L}{5,}|former (?:soldiers|officers|police|members)|soldados|militares|exmilitares|exsoldados|oficiales|polic[ií]as|desertores|egresados|kaibiles|elementos|efectivos|agentes|marinos|comandos|batall[oó]n|guardia|guards?|bodyguards|escoltas|mutineers|gendarmes|integrantes)(?!\p{L})/iu
const aForce =
  /(?<!\p{L})(?:battalion|brigade|regiment|division|company|squadron|unit|squad|team|force|group|guard|gang|militia|cartel|column|batall[oó]n|brigada|regimiento|divisi[oó]n|unidad|grupo|cuerpo|guardia|fuerza|comando|columna|banda|milicia|cártel)(?!\p{L})/iu
/** "BIR", whatever it is. */
const acronym = /\p{Lu}{2,}/u
const sponsors = /(?<!\p{L})(?:advisers|advisors|instructors|trainers|asesores|instructores|entrenadores|embajada)(?!\p{L})/iu
/** A force, "BIR", or "the Panthers". */
const aUnit = (clause: Clauses, part: Phrase | null): Phrase | null =>
  only(clause, part, aForce, acronym) ?? (part && clause.isName(part.to - 1) && clause.is(part.from, 'a') ? part : null)
const someOfThem =
  /^(?:some|several|many|most|two|three|four|five|a few|varios|algunos|muchos|dos|tres)\s(?:of|de)\s(?:them|its|their|these|those|the|ellos|sus|los)(?!\p{L})/iu
const veterans =
  /(?<!\p{L})(?:veterans|deserters|members|soldiers|officers|commandos|men|defectors|former\s\p{Ll}+|ex-?\p{L}{5,}|veteranos|desertores|miembros|soldados|oficiales|integrantes)(?!\p{L})/iu

/** Whom the verb group at `at` is of. */
function subjectOf(clause: Clauses, at: number): Phrase | null {
  const { from } = clause.verbStart(at)
  return /^(?:to|para|a)$/i.test(clause.word(at - 1)) ? clause.subjectOfAim(at - 1) : clause.subjectOf(from)
}

/** Of a participle: whom it is said of, over "was", or right before it: "the 4th Brigade, formed by veterans". */
function describedBy(clause: Clauses, at: number): Phrase | null {
  const { from, passive } = clause.verbStart(at)
  if (passive) return subjectOf(clause, at)
  // "Trained by U.S. Navy SEALs, the unit has been accused": of whom stands behind the comma.
  if (from === 0) {
    let comma = at
    while (comma < clause.length && !clause.isMark(comma)) comma++
    return clause.isMark(comma, ',') ? clause.phraseFrom(comma + 1) : null
  }
  // "la unidad Tigres, creada en 2013 y adiestrada por", "formed by veterans, trained by advisers": of the same.
  let begins = from
  for (let before = from - 1; before > 0 && from - before < 24; before--) {
    if (clause.isMark(before, ';:.—“”"')) break
    if (clause.isMark(before, ',') && clause.is(before + 1, 'ed', 'participle', 'who')) begins = before
  }
  if (clause.isMark(begins, ',')) return clause.phraseBefore(begins)
  return clause.isMark(from - 1, ',')
    ? clause.phraseBefore(from - 1)
    : clause.is(from - 1, 'and')
      ? clause.firstSubject(from)
      : clause.phraseBefore(from, true)
}

const says = (clause: Clauses, part: Phrase | null | undefined, pattern: RegExp): boolean =>
  part != null && pattern.test(clause.print(part))
/** Who or what one of the patterns says, or nobody. */
const only = (clause: Clauses, part: Phrase | null, ...patterns: readonly RegExp[]): Phrase | null =>
  patterns.some((pattern) => says(clause, part, pattern)) ? part : null
const counted = (clause: Clauses, part: Phrase | null): boolean =>
  part !== null && (clause.isNumber(part.from) || /\d[.,]\d{3}/.test(clause.print(part)))

/** A force, "the soldiers", "Colonel Example": not soldiers or people at large. */
const isKnownForce = (clause: Clauses, members: Phrase): boolean =>
  says(clause, members, someOfThem) ||
  says(clause, members, aForce) ||
  (says(clause, members, ofForces) && clause.is(members.from, 'a')) ||
  (says(clause, members, ranked) &&
    (clause.is(members.from, 'a') || (clause.isName(members.from) && clause.isName(members.to - 1))))
/** "Col. Example", "el teniente Ejemplo". */
const ranked =
  /^(?:the |an? |el |la |una? )?(?:retired |ret\. |then-|rebel |army |deputy |former )?(?:chief of staff|lieutenant|captain|sergeant|major|colonel|general|corporal|admiral|commander|brigadier|lt|capt|sgt|maj|col|gen|cpl|brig|adm|cmdr|teniente|capitán|sargento|mayor|coronel|cabo|almirante|comandante|tte|cap|cnel|gral)(?!\p{L})/iu

/** "Six agents of the unit Tigres": the unit. */
function forceIn(clause: Clauses, { from, to }: Phrase): Phrase | null {
  for (let at = from + 1; at < to; at++)
    if (clause.is(at, 'of') && says(clause, { from: at + 1, to }, aForce) && !clause.isNumber(at + 1)) return { from: at + 1, to }
  return null
}

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
  'egres(?:ó|aron) de',
  '(?:tom(?:ó|aron|ado)|asisti(?:ó|eron|do)(?: a)?|recibi(?:ó|eron|do)|particip(?:ó|aron|ado) en) (?:en \\d{4} )?(?:un |varios |dos |los )?(?:cursos?|entrenamiento|capacitación)(?: \\p{Ll}+)? (?:en|de|dad[oa]s? por|impartid[oa]s? por|a cargo de)',
  'asisti(?:ó|eron|do) al?',
].join('|')

const turns: readonly Turn[] = [
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
      const left = what < before && !clause.is(what, 'in') ? clause.phraseFrom(what) : null
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
      const members = only(clause, grew ? subjectOf(clause, relation.from) : describedBy(clause, relation.from), aForce)
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
      const subject = subjectOf(clause, relation.from)
      // "the unit, whose officers were trained by": the unit's.
      const members = subject && clause.is(subject.from, 'whose') ? clause.antecedent(subject.from) : subject
      // "a unit whose instructors were trained in Panama": who teaches it is not it.
      if (subject && members !== subject && says(clause, subject, sponsors)) return null
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
      const school =
        clause.isName(from) && !/\d/.test(members ? clause.word(members.from) : '') ? clause.phraseFrom(from, true) : null
      const isSomebody =
        members !== null &&
        (clause.isName(members.from) ||
          clause.isName(members.to - 1) ||
          clause.isNumber(members.from) ||
          /^(?:he|she)$/i.test(clause.print(members)) ||
          says(clause, members, ranked) ||
          says(clause, members, someOfThem) ||
          says(clause, members, ofForces))
      return school && isSomebody ? { members, trainedBy: { from: relation.to, to: school.to } } : null
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
const gated: readonly (Turn & { gate: Gate })[] = turns.map((turn) => ({ ...turn, gate: gateOf(turn.relation) }))

/** Lineages of a sentence, in order of what they turn on. */
export function findLineages(sentence: string, signs: Signs): FoundLineage[] {
  let clause: Clauses | null = null
  const found: (FoundLineage & { told: Phrase })[] = []
  for (const { relation, gate, read } of gated) {
    if (!signs.mayMatch(gate)) continue
    for (const { 0: printed, index } of sentence.matchAll(relation)) {
      clause ??= clausesOf(sentence)
      const at = clause.wordsOf(index, index + printed.length)
      if (found.some(({ told }) => told.from < at.to && at.from < told.to) || isNegated(clause, at)) continue
      const parts = read(clause, at)
      if (!parts?.members) continue
      const one = asFound(clause, at, parts, sentence)
      // "Officers trained in the United States led the coup": told with what they led.
      const isTold = found.some(
        ({ trained_by, members }) =>
          trained_by === one.trained_by && members !== one.members && members?.startsWith(one.members ?? '') && !one.joined,
      )
      if (!isTold) found.push({ ...one, told: at })
    }
  }
  return found.map(({ told: _told, ...one }) => one)
}

/** "has never joined", "was not trained". */
function isNegated(clause: Clauses, { from, to }: Phrase): boolean {
  for (let at = from; at < to; at++) if (clause.is(at, 'not')) return true
  return clause.verbStart(from).negated
}

function asFound(clause: Clauses, at: Phrase, told: Told, sentence: string): FoundLineage {
  const print = (part: Phrase | null | undefined): string | null => (part ? clean(clause.print(part)) : null)
  const members = print(told.members)
  const all = [at, told.members, told.joined, told.left, told.trainedBy].filter((part) => part != null)
  const deed = { from: told.first ?? at.from, to: at.to }
  const whom = told.joined ?? told.trainedBy ?? told.left ?? null
  return {
    start: Math.min(...all.map(({ from }) => clause.start(from))),
    end: Math.max(...all.map(({ to }) => clause.end(to))),
    timed: timesToldIn(clause, { action: deed, by: told.members, whom }),
    deed: { start: clause.start(deed.from), end: clause.end(deed.to) },
    members,
    left: leftBy(clause, told, members, sentence),
    relation: told.relation ?? clean(clause.print(at))!,
    joined: print(told.joined),
    trained_by:
      print(told.trainedBy)?.replace(/^the /, '') ??
      trainer(told.members && told.members.from < at.from ? clause.print({ from: told.members.from, to: at.from }) : undefined) ??
      (told.formed ? null : trainer(sentence)),
  }
}

/** What members left: as told, what they are members of, or whom the sentence says were trained: "trained army units … until several of those units defected". */
function leftBy(clause: Clauses, { left, joined, formed }: Told, members: string | null, sentence: string): string | null {
  const printed = (left ? clean(clause.print(left)) : null) ?? (joined || formed ? ofPart(members ?? undefined) : null)
  if (printed === null) return null
  const meant = /^(?:those|these|them|the same|dichas|esas)(?!\p{L})/iu.test(printed)
    ? trainedBefore.exec(sentence)?.[1]
    : undefined
  return clean(meant) ?? clean(printed.replace(/\p{Lu}[\p{L}.]*-trained\s/u, ''))
}
const trainedBefore =
  /\b(?:train(?:ed|ing)?|armed|equipped|entren\w+)\s([^,.;—]{3,60}?)(?=\s(?:to|for|in|until|who|that|para|en)\b)/i

/** "members of the Mexican military's elite forces": what they are members of. */
function ofPart(members: string | undefined): string | null {
  const match =
    /\b(?:members|soldiers|officers|commandos|veterans|men|troops|veteranos|comandos|oficiales|some|several|part|elements|units|deserters|defectors|integrantes|miembros|desertores|soldados|efectivos)\s(?:of|from|de|del)\s(.+)$/iu.exec(
      members ?? '',
    )
  return match && !/^(?:its|their|his|her|them|sus|ellos)(?!\p{L})/iu.test(match[1]!) ? clean(match[1]) : null
}

const taughtTeachers =
  /(?<!\p{L})(?:whose|cuy[oa]s?)\s(?:advisers|advisors|instructors|trainers|teachers|asesores|instructores|entrenadores)\s[^,;]{2,40}$/iu
/** A school, or a country that is known to be the trainer's own. */
const isTaughtIn = (where: string): boolean =>
  /(?<!\p{L})(?:U\.?S\.?|United States|America|American|Estados Unidos|EE\.? ?UU|Fort|Camp|academ\p{L}+|schools?|colleges?|institutes?|cent(?:er|re)s?|escuelas?|institutos?|centros?|bases?|by|por)(?!\p{L})/iu.test(
    where,
  )

/** "US-trained", "trained in U.S. academies", "had been trained by the United States". */
function trainer(words: string | undefined): string | null {
  const compound = /(?<![\p{L}])(\p{Lu}[\p{L}.]*)-trained\b/u.exec(words ?? '')
  if (compound) return compound[1]!
  const passive =
    /\b(?:trained|schooled|instructed|courses|cursos|entrenad\w+|adiestrad\w+|capacitad\w+|formad[oa]s)\s(?:en su mayoría\s|mostly\s)?(?:by|in|at|with|por|en|con)\s((?:the |la |el |las |los )?(?:U\.S\.|\p{Lu}|(?:instructores|asesores|fuerzas|militares|boinas)\s)[^,.;:)]{1,50}?)(?=[,.;:)]|\.$|\s(?:and|who|which|that|in|to|until|between|since|during|before|after|entre|desde|durante)\b|\s(?:only |just )?(?:\p{Ll}+ )?(?:days|weeks|months|years) (?:earlier|before|later|ago)|$)/u.exec(
      `${words ?? ''}`,
    )
  // "whose instructors were trained in Panama": they were, and not whom they taught. Where somebody was trained does not tell by whom, but for schools and the United States.
  if (passive && !taughtTeachers.test(words!.slice(0, passive.index)))
    return /\s(?:in|en)\s$/i.test(passive[0].slice(0, -passive[1]!.length)) && !isTaughtIn(passive[1]!)
      ? null
      : passive[1]!.replace(/^the /, '').trim()
  const active =
    /(?<![\p{L}])((?:U\.S\.|US|American|United States|British|French|Israeli|Russian)(?:\s(?:special|operations?|operators|forces?|military|army|marines|troops|soldiers|trainers|instructors|government|commandos|advisers))*)\s(?:[\p{Ll}]+\s|\p{Lu}\p{Ll}+\s){0,9}?(?:train|trained|instructed)\s/u.exec(
      words ?? '',
    )
  return active ? active[1]!.trim() : null
}
