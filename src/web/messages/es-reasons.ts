/**
 * Spanish: what rules write into the ledger, which keeps it as they wrote it, in English and in few forms: why two names are compared as they are, what
 * a name reads as, what a changeset is for and who wrote it. The parts of a form are read back and said anew, as those of errors are.
 */
import { entity } from './es-entity.js'
import { entry } from './es-entry.js'
import { queue } from './es-queue.js'

/** What a text is in one form; its parts are given in the order of the form. */
export type Form = [form: RegExp, say: (...parts: string[]) => string]

const kinds: Record<string, string> = {
  number: 'número',
  letter: 'letra',
  echelon: 'escalón',
  arm: 'arma',
  branch: 'fuerza',
  name: 'nombre',
  proper: 'nombre',
  country: 'país',
  acronym: 'sigla',
  place: 'lugar',
}
const kindIn = (kind: string): string => kinds[kind] ?? kind

/** What the vocabulary of units calls arms, echelons and branches, in `data/vocabulary/unit-terms.csv`. */
export const unitTerms: Readonly<Record<string, string>> = {
  'air defence': 'defensa aérea',
  'anti-tank': 'anticarro',
  airborne: 'paracaidistas',
  amphibious: 'anfibios',
  armoured: 'blindados',
  artillery: 'artillería',
  aviation: 'aviación',
  cavalry: 'caballería',
  commando: 'comandos',
  engineers: 'ingenieros',
  guards: 'guardias',
  infantry: 'infantería',
  intelligence: 'inteligencia',
  jungle: 'selva',
  logistics: 'logística',
  'marine infantry': 'infantería de marina',
  mechanised: 'mecanizados',
  medical: 'sanidad',
  'military police': 'policía militar',
  'army police': 'policía del ejército',
  'motor rifle': 'fusileros motorizados',
  motorised: 'motorizados',
  mountain: 'montaña',
  ranger: 'cazadores',
  reconnaissance: 'reconocimiento',
  signals: 'transmisiones',
  'special forces': 'fuerzas especiales',
  supply: 'abastecimiento',
  academy: 'academia',
  'anti robbery squad': 'brigada contra robos',
  area: 'área',
  base: 'base',
  battalion: 'batallón',
  battery: 'batería',
  brigade: 'brigada',
  bureau: 'oficina',
  camp: 'campamento',
  centre: 'centro',
  college: 'escuela superior',
  command: 'comando',
  company: 'compañía',
  corps: 'cuerpo',
  department: 'departamento',
  depot: 'depósito',
  detachment: 'destacamento',
  directorate: 'dirección',
  district: 'distrito',
  division: 'división',
  fleet: 'flota',
  flight: 'escuadrilla',
  garrison: 'guarnición',
  group: 'grupo',
  headquarters: 'cuartel general',
  hospital: 'hospital',
  institute: 'instituto',
  ministry: 'ministerio',
  office: 'oficina',
  operation: 'operación',
  platoon: 'pelotón',
  post: 'puesto',
  regiment: 'regimiento',
  region: 'región',
  school: 'escuela',
  section: 'sección',
  sector: 'sector',
  squad: 'escuadra',
  squadron: 'escuadrón',
  staff: 'estado mayor',
  station: 'comisaría',
  'task force': 'fuerza de tarea',
  team: 'equipo',
  unit: 'unidad',
  wing: 'ala',
  zone: 'zona',
  'air force': 'fuerza aérea',
  'armed forces': 'fuerzas armadas',
  army: 'ejército',
  'coast guard': 'guardia costera',
  gendarmerie: 'gendarmería',
  marines: 'infantes de marina',
  military: 'militar',
  navy: 'armada',
  police: 'policía',
}
const ofUnits = new Set(['echelon', 'arm', 'branch'])

/** "battalion, brigade": words of names stay as they are printed. */
const termsIn = (kind: string, values: string): string =>
  ofUnits.has(kind)
    ? values
        .split(', ')
        .map((value) => unitTerms[value] ?? value)
        .join(', ')
    : values

const side = (which: string): string => `solo en el ${which === 'first' ? 'primero' : 'segundo'}`

/** "number 10, echelon battalion, amazonas": kinds and their terms in turn. */
const saidIn = (said: string): string =>
  said
    .split(', ')
    .map((one) => {
      const [, kind, value] = /^(\w+) (.+)$/.exec(one) ?? []
      return kind && kinds[kind] ? `${kindIn(kind)} ${termsIn(kind, value!)}` : one
    })
    .join(', ')

export const ofNames: readonly Form[] = [
  [/^same (\w+): (.*)$/, (kind, what) => `igual ${kindIn(kind!)}: ${termsIn(kind!, what!)}`],
  [/^names differ: (.*) and (.*)$/, (one, other) => `nombres distintos: ${one} y ${other}`],
  [/^legal form differs: (.*) and (.*)$/, (one, other) => `otra forma jurídica: ${one} y ${other}`],
  [
    /^(\w+) differs: (.*) and (.*)$/,
    (kind, one, other) => `distinto ${kindIn(kind!)}: ${termsIn(kind!, one!)} y ${termsIn(kind!, other!)}`,
  ],
  [/^other spelling: (.*) and (.*)$/, (one, other) => `otra grafía: ${one} y ${other}`],
  [/^somewhat alike: (.*) and (.*)$/, (one, other) => `con cierto parecido: ${one} y ${other}`],
  [/^same meaning: (.*) and (.*)$/, (one, other) => `el mismo significado: ${one} y ${other}`],
  [/^abbreviation: (.*) and (.*)$/, (one, other) => `abreviatura: ${one} y ${other}`],
  [/^used for each other: (.*) and (.*)$/, (one, other) => `se usan uno por otro: ${one} y ${other}`],
  [/^first letters: (.*) and (.*)$/, (one, other) => `primeras letras: ${one} y ${other}`],
  [/^familiar form: (.*) and (.*)$/, (one, other) => `forma familiar: ${one} y ${other}`],
  [/^parted differently: (.*) and (.*)$/, (one, other) => `separados de otro modo: ${one} y ${other}`],
  [/^only in the (first|second): (.*)$/, (which, what) => `${side(which!)}: ${what}`],
  [
    /^(\w+) only in the (first|second): (.*)$/,
    (kind, which, what) => `${kindIn(kind!)} ${side(which!)}: ${termsIn(kind!, what!)}`,
  ],
  [/^initial stands for a name \((\d+)\)$/, (count) => `una inicial está por un nombre (${count})`],
  [/^identifier (.*) is the same$/, (identifier) => `mismo identificador: ${identifier}`],
  [/^reads as (.*)$/, (said) => `se lee como: ${saidIn(said!)}`],
  [/^(person|unit|organization) and (person|unit|organization)$/, (one, other) => `${nameKinds[one!]} y ${nameKinds[other!]}`],
  [/^one of the names names no unit$/, () => 'uno de los nombres no nombra ninguna unidad'],
  [/^one of the names holds no name$/, () => 'uno de los nombres no contiene ningún nombre'],
  [/^same letters, parted differently$/, () => 'las mismas letras, separadas de otro modo'],
  [/^same words$/, () => 'las mismas palabras'],
  [/^initials differ$/, () => 'iniciales distintas'],
  [/^generation differs$/, () => 'otra generación'],
  [/^father and son turned about$/, () => 'padre e hijo intercambiados'],
  [/^other order of words$/, () => 'otro orden de palabras'],
  [/^read from another script$/, () => 'leído de otro alfabeto'],
  [/^first letters of the words$/, () => 'primeras letras de las palabras'],
  [/^date of birth agrees$/, () => 'la fecha de nacimiento coincide'],
  [/^date of birth differs$/, () => 'otra fecha de nacimiento'],
]
const nameKinds: Record<string, string> = { person: 'una persona', unit: 'una unidad', organization: 'una organización' }

type Verdict = keyof typeof queue.verdicts
type Property = keyof typeof entity.properties
const subjects: Record<string, string> = {
  'pair of units': 'un par de unidades',
  'printed name': 'un nombre impreso',
  naming: 'una mención',
}
const said: Record<string, string> = { statement: 'una declaración', denial: 'una negación', doubt: 'una duda' }
const packages: Record<string, string> = {
  'us-training': 'adiestramientos de Estados Unidos',
  designations: 'listas',
  cases: 'casos',
  identities: 'identidades',
}

export const ofChangesets: readonly Form[] = [
  [/^Loaded the bundled data ([\w-]+)$/, (name) => `Se cargaron los datos incluidos: ${packages[name!] ?? name}`],
  [/^Read (.+) in place of (.+)$/, (file, other) => `Se leyó ${file}, en lugar de ${other}`],
  [/^Read (.+)$/, (file) => `Se leyó ${file}`],
  [
    /^Resolved (new|all) printed names$/,
    (which) => `Se resolvieron ${which === 'new' ? 'los nombres impresos nuevos' : 'todos los nombres impresos'}`,
  ],
  [/^Resolved the printed names of (.+)$/, (country) => `Se resolvieron los nombres impresos de ${country}`],
  [/^Merged two units$/, () => 'Se unieron dos unidades'],
  [/^Split a unit$/, () => 'Se separó una unidad'],
  [
    /^Judged a (pair of units|printed name|naming): (same|different|unsure)$/,
    (subject, verdict) => `Se decidió sobre ${subjects[subject!]}: ${queue.verdicts[verdict as Verdict].toLowerCase()}`,
  ],
  [/^Undid (\d+)$/, (changeset) => `Se deshizo el cambio ${changeset}`],
  [/^Undid decision (\d+)$/, (changeset) => `Se deshizo la decisión ${changeset}`],
  [/^Accepted a claim of an article$/, () => 'Se aceptó una afirmación de un artículo'],
  [/^Corrected a claim of an article$/, () => 'Se corrigió una afirmación de un artículo'],
  [/^Rejected a claim of an article$/, () => 'Se rechazó una afirmación de un artículo'],
  [/^Corrected what is said of an article$/, () => 'Se corrigió lo que se dice de un artículo'],
  [/^Entered the source “(.+)”$/, (title) => `Se registró la fuente “${title}”`],
  [/^Corrected what is said of the source “(.+)”$/, (title) => `Se corrigió lo que se dice de la fuente “${title}”`],
  [/^Entered a reply by (.+)$/, (who) => `Se registró una respuesta de ${who}`],
  [/^Entered an alleged incident$/, () => 'Se registró un incidente denunciado'],
  [
    /^Entered a (statement|denial|doubt): (\w+)$/,
    (what, property) => `Se registró ${said[what!]}: ${(entity.properties[property as Property] ?? property!).toLowerCase()}`,
  ],
  [
    /^Entered a relation: (\w+)$/,
    (relation) =>
      `Se registró una relación: ${(entry.relations[relation as keyof typeof entry.relations] ?? relation!).toLowerCase()}`,
  ],
]

export const ofWriters: readonly Form[] = [
  [/^local user (.+)$/, (user) => `usuario local ${user}`],
  [/^the Rastro project, by hand$/, () => 'el proyecto Rastro, a mano'],
]
