/** Words that belong to units, offices, courses and places and not to a person's name: what "Major" is followed by in "Major Crime Unit". */
import { searchKey } from './search-key.js'

const words = new Set(
  `academy acquisition admin administration administrative advisor advisory affairs aerea aereo affaires agency air airbase airborne airlift airport
  ambassador anti antiterrorism area arm armada armed armee armor armored armoured arms army arsenal artillery assault assistant attache authority
  aviation barracks base battalion batallion batalhao batallon battery bde board border branch brigade brigada bureau bn cadet camp capital career carrer
  carreer cavalry center centre central chief city civil clinic coast college combat command commandant commander commando commandos committee communication communications
  company comando computer congress control coordination corps corruption counter counterterrorism course court crime crimes criminal customs cyber
  defence defense defensa del department deployment deputy dept des design detachment development direction directing director directorate district division doctor doctors doctrine drug
  economic education ejercito electronic embassy emergency engineer engineering engineers escuela etat external federal field finance fire flag fleet flight for
  force forces foreign formation frontier fuerza fuerzas gendarmerie general government grade ground group grupo guard guards harbor headquarters health helicopter
  high hospital house hq hqs human independent industry infantry information inspector institute instructor instruction intelligence intel intell interior
  internal international investigation investigations joint judge judicial junior justice laboratory language law leadership legal liaison logistic logistics lab
  main maintenance management marina marine marines maritime materiel mechanized medical military minister ministry mission mobile museum national naval navy nco
  northern nursing of office officer officers operation operations ops ordnance organized para parachute parliament patrol peace peacekeeping personnel petty physician
  pilot plans planning platoon police policy port presidential prison procurement program project protection provost public quartermaster radar
  ranger reconnaissance recruit regiment regional republic rescue research reserve resource resources royal safety school science search secretary secretariat section security senior
  service services shipping ship signal signals social southern special specialist squad squadron staff state station strategic student studies submarine supply support surgeon system systems tactical task teacher team
  technical technician technology terrorism terrorist the training transport transportation troop troops unit units university veterans war warfare
  warrant weapons western wing women workshop zone vessel cantonment cantt colony organization ministerio policia nacional militar estado mayor mayo grad
  first second third rank in and from to at on with intl gs gso legal services commanding civilian
  afghanistan argentina armenia bolivia brazil chile china colombia ecuador egypt georgia ghana guatemala honduras india indonesia iraq israel jordan kenya lebanon mexico moldova morocco nepal nicaragua nigeria
  pakistan panama paraguay peru philippines poland qatar romania russia rwanda senegal serbia thailand tunisia turkey uganda ukraine uruguay venezuela vietnam yemen zambia
  egyptian mexican colombian indian kenyan jordanian lebanese moroccan nigerian pakistani philippine phil thai tunisian ugandan ukrainian american`
    .split(/\s+/)
    .filter(Boolean),
)

/** Whether a word, in any case, is of a unit or a place rather than of a person. Numbers are of units. */
export function isUnitWord(word: string): boolean {
  return searchKey(word)
    .split(' ')
    .some((part) => words.has(part) || /\d/.test(part))
}
