/**
 * Words that belong to units, offices, courses and places and not to a person's name: what "Major" is followed by in "Major Crime Unit".
 * Echelons, arms and branches are those of unit-vocabulary.ts, but for words of up to four letters, which are names as well ("Ala", "Ing"): of those only
 * the ones here count.
 */
import { searchKey } from './search-key.js'
import { isUnitTerm } from './unit-vocabulary.js'

const words = new Set(
  `acquisition admin administration administrative advisor advisory affairs affaires agency air airbase airlift airport
  ambassador anti antiterrorism area arm armed armee arms army arsenal assault assistant attache authority base bde board
  border branch bn cadet camp capital career carrer carreer central chief city civil coast combat commandant commander
  committee communication computer congress control coordination corruption counter counterterrorism course court crime
  crimes criminal customs cyber defence defense defensa del deployment deputy dept des design development directing
  director district doctor doctors doctrine drug economic education electronic embassy emergency etat external federal
  field finance fire flag for force forces foreign formation frontier fuerza fuerzas general government grade ground
  harbor health helicopter high house hq hqs human independent industry information inspector instructor instruction
  intell interior internal international investigation investigations joint judge judicial junior justice laboratory
  language law leadership legal liaison lab main management maritime materiel minister mission mobile museum national navy
  nco northern nursing of officer officers ops ordnance organized para parliament patrol peace peacekeeping personnel
  petty physician pilot plans planning policy port presidential prison procurement program project protection provost
  public quartermaster radar recruit republic rescue research reserve resource resources royal safety science search
  secretary secretariat security senior service services shipping ship social southern special specialist staff state
  strategic student studies submarine support surgeon system systems tactical task teacher team technical technician
  technology terrorism terrorist the training troop troops unit university veterans war warfare warrant weapons western
  wing women workshop zone vessel cantt colony organization nacional estado mayor mayo grad first second third rank in and
  from to at on with intl gs gso commanding civilian afghanistan argentina armenia bolivia brazil chile china colombia
  ecuador egypt georgia ghana guatemala honduras india indonesia iraq israel jordan kenya lebanon mexico moldova morocco
  nepal nicaragua nigeria pakistan panama paraguay peru philippines poland qatar romania russia rwanda senegal serbia
  thailand tunisia turkey uganda ukraine uruguay venezuela vietnam yemen zambia egyptian mexican colombian indian kenyan
  jordanian lebanese moroccan nigerian pakistani philippine phil thai tunisian ugandan ukrainian american`
    .split(/\s+/)
    .filter(Boolean),
)

/** Whether a word, in any case, is of a unit or a place rather than of a person. Numbers are of units. */
export function isUnitWord(word: string): boolean {
  return searchKey(word)
    .split(' ')
    .some((part) => words.has(part) || (part.length > 4 && isUnitTerm(part)) || /\d/.test(part))
}
