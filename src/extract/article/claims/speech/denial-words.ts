/** Words that denials and doubts are told by in English and Spanish, without accents, by their kinds. A star stands for any letters. */
export const words = {
  // Each of these is a kind of its own.
  itself:
    'to out not no as so case united states told there neither air force asked drew from still either quiso yet aware unaware remains',

  denying: 'denying refuting disputing',
  denied:
    'denied contradicted refuted disputed rebutted rejected desmentido desmentida desmentidos desmentidas negado negada negados negadas refutado refutada refutadas rechazado rechazada rechazados rechazadas',
  deny: 'deny denies denied denying nego niega niegan negaron negado desmintio desmintieron desmiente desmienten desmentido',
  contest: 'refute refutes refuted refuting dispute disputes disputed disputing',
  descartar: 'descarto descarta descartan descartaron',
  rule: 'rule rules ruled',
  far: 'far lejos',
  proved: 'proved proven shown demonstrated established probado demostrado comprobado acreditado',
  este: 'este esta',
  reject:
    'contradict contradicts contradicted contradijo contradijeron reject rejects rejected rejecting dismiss dismisses dismissed dismissing debunk debunks debunked',
  rechazar: 'rechazo rechaza rechazan rechazaron rechazado',
  'to-deny': 'deny negar desmentir rechazar descartar',
  brand:
    'call calls called describe describes described brand brands branded dismiss dismisses dismissed label labels labelled labeled',
  tachar: 'califico califica calificaron tildo tilda tildaron tacho tacha tacharon',
  insist: 'insist insists insisted insistio insistieron insiste insisten',
  say: 'said says added explained clarified reiterated testified recordo aclaro preciso explico reitero subrayo senalo agrego añadio maintain maintains maintained stated stressed insist insists insisted dijo dice aseguro asegura afirmo afirma sostuvo sostiene sostienen insistio insiste',
  wish: 'wish wishes wished',
  'to-say': 'state say stress make clarify',
  answer: 'answered replied retorted countered respondio contesto replico',
  'according-to': 'according segun',
  untrue:
    'false untrue lie lies fake baseless unfounded groundless fabricat* mischievous fiction* fictitious concocted spurious frivolous malicious exaggerat* nonsense propaganda misleading inaccurate wrong falso falsa falsos falsas mentira mentiras infundado infundada infundados infundadas inventado inventada inventados inventadas fantasy fantasies fantasia fantasias ficcion ficciones infundio infundios disparate disparates embuste embustes falacia falacias hoax rubbish invention inventions invencion invenciones infamia infamias montaje tendencioso tendenciosa tendenciosos tendenciosas calumnia calumnias engañosa engañosas engañoso engañosos imprecisa imprecisas erronea erroneas erroneo incorrecta incorrectas equivocada equivocadas sesgada sesgado tergiversada tergiversadas inexacta inexactas hearsay rumour rumours rumor rumors smear smears slander myth myths inflated overblown inflado inflada infladas abultado abultada abultadas exagerado exagerada exagerados exageradas figment cuento cuentos patrana patranas',
  full: 'full lleno llena',
  true: 'true cierto cierta ciertos ciertas verdad verdadero verdadera verdaderos verdaderas',
  saying:
    'claim claims allegation allegations report reports accusation accusations charge charges account figure figures version versions versiones story stories suggestion suggestions number numbers finding findings acusacion acusaciones senalamiento senalamientos denuncia denuncias informe informes cifra cifras hecho hechos imputacion imputaciones',
  matter:
    'involvement role responsibility participation wrongdoing link links ties existence complicity guilt torture killing killings abuse abuses disappearance disappearances participacion responsabilidad implicacion vinculo vinculos nexo nexos desaparicion desapariciones tortura torturas asesinato asesinatos',
  official:
    'lawyer lawyers attorney attorneys abogado abogada abogados defensor hq army navy police military government ministry minister command commander embassy ambassador embajador embajadora spokes* official officials officer officers agency administration agents department secretariat headquarters marines pentagon semar sedena institute school general colonel admiral major captain commissioner superintendent lieutenant sergeant corporal brigadier col gen lt maj capt sgt brig adm gral cnel president governor mayor dhq dea ejercito marina armada policia gobierno ministerio ministro ministra comando comandante exministro exministra expresidente exgobernador exgeneral excoronel exoficial exmilitar exjefe exdirector exsecretario excanciller comandancia cancilleria defensoria procuraduria jefatura guardia embajada vocero vocera portavoz funcionario funcionaria funcionarios funcionarias secretaria dependencia institucion corporacion instituto escuela fiscalia coronel comisionado comisionada comisario teniente sargento contralmirante almirante vicealmirante capitan excomandante presidente gobernador alcalde company empresa delegation delegacion envoy diplomat',
  // What turns a verb around.
  didnt: "*n't",
  cannot: 'cannot',
  never: 'never nunca jamas',
  nobody: 'none nobody nadie ningun ninguno ninguna ningunos ningunas',
  nor: 'nor ni tampoco',
  one: 'one un una single sola solo',
  few: 'few pocos',
  without: 'without sin nothing hardly scarcely few unable unwilling reluctant',
  failing:
    'wrong fail fails failed failing refuse refuses refused refusing decline declines declined declining avoid avoids avoided avoiding refrain refrains refrained refraining stop stops stopped ceased evita evito rehusa rehuso absurd foolish pointless hard difficult impossible',
  abstain: 'nego negaron niega niegan abstuvo abstuvieron abstiene',
  yet: 'yet',
  have: 'has have had ha han habia habian haber having',
  be: 'is are was were be been being es son era eran fue fueron sido',
  do: 'did does do',
  might: 'could would will can',
  adverb:
    '*ly *mente also then later today yesterday however ever further even now strongly just simply all pure sheer total complete mere outright entirely categorically tambien',
  between:
    'to or nor from of short longer either even also yet ever once going go want wanted wish wished try tried seek sought able attempt effort move reason be been being bother bothered dare dared dares did does do has have had could would will can it he she they confirm confirms confirmed confirming admit admits admitted lo la los las se ha han habia habian quiso quiere quisieron querido podido pudo puede pudieron pueden podria llego a de ya confirmo confirma confirmar confirmaron confirmado o ni official officer soldier officials spokesman spokeswoman spokesperson commander side',
  isnt: "isn't aren't wasn't weren't ain't",
  within: 'in on at under near inside among behind part en',
  armed:
    'armed ours members member civilians prisoners detainees soldiers troops men hombres soldados tropas efectivos elementos',
  compared: 'fewer less more longer doubt matter surprise menos mas',
  hand: 'hand part role involvement responsibility say share',
  in: 'in for',
  basis:
    'basis foundation foundations merit substance truth credibility sustento fundamento fundamentos veracidad asidero base bases',
  lack: 'lack lacks lacked',
  carece: 'carece carecen carecia carecian',
  tiene: 'tiene tienen tenia tenian',
  entered: 'entered enter',
  plea: 'plea pleas',
  how: 'what how',
  happened: 'happened occurred transpired',
  circumstance: 'under to before through during ante mediante durante bajo',
  support:
    'substantiate support corroborate confirm corrobore corroborara corroborar respalde respaldara respaldar sustente confirme',
  unknowing: 'desconocer',
  said: 'dicho asegurado afirmado declarado sostenido insistido reiterado respondido manifestado',
  means: 'ante mediante por a through before to at during',
  afterwards: 'then later eventually subsequently luego despues posteriormente finalmente',
  news: 'news noticia noticias',
  denial: 'denial denials rebuttal refutation desmentido',
  for: 'para',
  deed: 'train* taught kill* shot shoot shooting shots fire fired firing harm* beat beaten beating beatings tortur* detain* arrest* involv* present responsib* paid pay pays arms armed arming receiv* take took taken taking participat* use used uses using massacre* abus* attack* raid* execut* prisoner* injur* wound* mistreat* maltreat* target* coerc* loot* burn* burnt rape raped raping kidnap* abduct* disappear* deploy* station* give gives gave given giving send sends sent suppl* provid* fund funded funding financ* sell sold bomb* order ordered orders hit mutilat* desecrat* held hold murder* assassinat* assault* violat* commit committed commits enter entered entering open opened cross* fly flew flown land landed carried cause caused occur* happen* exist* instigat* support supported collaborat* collud* conspir* hid hidden conceal* destroy* steal stole stolen extort* smuggl* traffic* bribe* touch* hurt strike struck drown* throw threw thrown push* insult* spied spy recruit* hire hired desert deserted fled part role hand knowledge died dead death deaths instructor* contract* touched punch* kick* cent dollar dollars lost losses drop dropped run ran entren* capacit* adiestr* mato mató mataron mataran matado matar matamos maten asesin* dispar* tortur* ejecut* ejecuci* secuestr* detuv* deten* detien* atac* ataq* quem* incendi* viol* golpe* desaparec* desaparici* particip* intervin* interven* maltrat* abus* masacre* matanza* comet* recib* entreg* dio dieron dimos dar imparti* orden* uso usaron usamos utiliz* emple* bombarde* volo volaron lanz* arroj* robo robaron roba saque* extorsion* amenaz* agred* agresi* hiri* herir* lesion* ocult* encubr* sembr* pago pagó pagaron pagado vend* vincul* nexo nexos existe* existi* conocimiento relacion permiti* abri* abrieron reten* retuv* privo privaron exces* presen* culpa delito* murio murió murieron muerto muertos muerta muertas muerte muertes victima victimas entro entraron llego llegaron hizo hicieron',
  detail:
    'figure figures detail details name names reason reasons number date dates estimate estimates comment comments answer answers interview interviews question questions statement decision decisions explanation information reply response complaint complaints report reports request requests evidence proof place effect notice cifra cifras detalle detalles nombre nombres razon razones fecha comentario comentarios respuesta informacion explicacion explicaciones declaraciones declaracion entrevista entrevistas solicitud queja quejas aviso noticia',
  // What comes of deeds and is none.
  english: 'has have had was were is are been did do does could would will',
  'acted-upon':
    'killed shot fired murdered harmed beat beaten tortured raped burned burnt detained attacked trained took received used died entered ordered',
  justice:
    'punish* charged charges prosecut* convict* sentenc* arrests suspect suspects investigat* accountable identified decision decisions for over castig* proces* sancion* sentenci* conden* juzg* identific* investig* cargos compensat* indemniz* repar*',
  such: 'tal tales such',
  fue: 'fue fueron fuimos',
  estar: 'estuvo estuvieron estuvimos estaba estaban estabamos',
  place:
    'area zone village town scene camp base house houses site region sector place city river road country barracks room area zona lugar lugares aldea pueblo base sitio casa casas ciudad pais region cuartel',
  victims:
    'victim victims family families relatives mothers parents villagers residents victima victimas familia familias familiares viuda viudas madres padres vecinos',
  gave: 'used committed detained abused hired received gave got played took trained sent killed fired shot harmed wounded paid',
  we: 'we i nosotros',
  our: 'our nuestro nuestra nuestros nuestras',
  // What leads to what is denied, and ends it.
  that: 'that que',
  any: 'any having haber of ever about',
  article: 'the',
  manner: 'manera forma',
  categorical: 'categoric*',
  it: 'it this that eso esto nada todo esa esas these those they',
  lo: 'lo la los las',
  who: 'who which que quien quienes whose',
  a: 'a an the un una la el los las',
  something: 'something algo cosa',
  as: 'como',
  plead: 'pleaded pleads plead pleading',
  guilty: 'guilty',
  innocent: 'innocent innocence inocente inocentes inocencia',
  proclaim: 'declaro declararon declara declaran protested protests proclaims proclaimed maintains maintained insists insisted',
  but: 'but while although though whereas pero sino mientras aunque',
  and: 'and y',
  adding: 'saying adding insisting putting placing calling diciendo',
  added:
    'pidio pidieron exigio acuso acusaron demanded accused blamed pledged promised vowed asked puts put sets said says say dicen added claimed insisted dijo agrego aseguro afirmo sostuvo',
  of: 'of de a al',
  by: 'by por',
  admit:
    'admit admits admitted acknowledge acknowledged acknowledges acepta aceptan acepto aceptaron aceptado admitio admitieron admite admiten admitido admitir reconocio reconoce reconocen reconocieron reconocido reconocer',
  confirm: 'confirm confirms confirmed confirming confirmo confirma confirman confirmaron confirmado confirmar',
  speak: 'say said claim claimed dijo dicho afirmo afirma afirmamos afirmado decimos sostiene sostenemos asegura aseguramos',
  // What is refused, and to whom.
  refused:
    'visa visas bail entry access permission asylum parole absolution himself herself themselves leave request requests application applications petition petitions motion motions appeal appeals permit permits license licenses licence licences refuge passage treatment care clemency promotion admission re-entry reentry credentials accreditation clearance extradition funding funds aid assistance justice freedom service food water medicine contact visit visits transit citizenship residency compensation pension pensions benefits counsel lawyer lawyers loan loans credit pardon exemption extension registration recognition burial visado visados fianza permiso permisos autorizacion asilo solicitud solicitudes peticion amparo recurso apelacion libertad licencia licencias refugio residencia liberacion prorroga indulto ingreso entrada acceso paso salida ayuda fondos atencion asistencia agua comida',
  thats: "that's it's",
  when: 'on in el en yesterday ayer today hoy monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'goes-on':
    'to for from by in on at and or of until after before because when as over without during last this under a al para de del por en y que desde durante ante',
  ing: '*ing',
  ruling: 'court judge justice tribunal magistrate juez jueza corte juzgado magistrado magistrada',
  se: 'se me te le les nos',
  // What somebody doubts.
  evidence: 'evidence proof indication sign prueba pruebas evidencia evidencias indicio indicios',
  record: 'record knowledge information informacion registro constancia conocimiento',
  consta: 'consta constaba',
  unclear: 'unclear uncertain unknown disputed',
  clear: 'clear claro',
  doubtful: 'doubtful dudoso',
  whether: 'if whether how many who why what si',
  check: 'verify verified verificar comprobar confirm confirmed confirmar determine determined determinar',
  able: 'able unable',
  pudo: 'pudo pudieron pudimos',
  // "referred questions to the government": asked by others.
  refer: 'refer refers referred directed deflected answered took',
  doubt: 'questions questioned faults faulted doubts doubted cuestiono cuestiona cuestionan cuestionaron dudo duda dudan',
  cast: 'cast casts raise raises raised puso pone pusieron ponen',
  doubts: 'doubt doubts questions duda dudas',
  about: 'about over on against contra sobre',
  believe: 'believe creo creemos cree creen creyo creyeron',
  credible: 'credible creible creer',
  find: 'found finds find',
  serious: 'serious grave further',
  es: 'es era resulta esta queda son',
  dudo: 'dudo duda dudan doubt doubts doubted',
  or: 'or o nor ni',
  ruled: 'ruled concluded senalo concluyo said says dijo',
  hay: 'tenemos tener hay hubo existe existen tiene tienen tenia tenian habia encontro encontraron hallo hallaron',
}
