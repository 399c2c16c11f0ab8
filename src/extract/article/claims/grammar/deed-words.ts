/**
 * Words that clauses and what is done in them are told by, in English and Spanish, by their kinds. A star stands for any letters; a word with an accent is
 * told from the one without.
 */
const lists = {
  // Each of these is a kind of its own.
  itself: 'to fire',

  // What a clause is built with.
  be: 'estaba estaban están stand stands was were is are be been being fue fueron es son era eran sido siendo ser sean sea fuera fueran',
  have: 'has have had having ha han habia habian habria habrian haber haya hayan hubiera hubieran',
  do: 'did do does',
  modal:
    'would could should might may can will must shall podria podrian puede pueden deberá deberán podia podian debe deben debia debian quiere quieren',
  not: "not never nunca jamas cannot *n't tampoco without sin",
  nobody: 'none nobody nadie ningun ninguno ninguna neither nor ni',
  adverb:
    'so also then later again since recently already even still just always often twice first jointly reportedly allegedly tambien luego ya despues asi supuestamente presuntamente *ly *mente',
  who: 'who which whom que quien quienes cual cuales',
  that: 'that que',
  whose: 'whose cuyo cuya cuyos cuyas',
  and: 'and y e or o but pero nor ni sino',
  when: 'when while after before because if until although though where whereas since despite amid following unless whether as how why what cuando mientras tras despues donde aunque porque si hasta antes',
  whether: 'whether if unless si',
  of: 'of de del from',
  in: 'in on at near outside inside during around across throughout beside between entre en durante cerca desde dentro frente alrededor',
  by: 'by por',
  about: 'for with to as for against over into without about para con contra sobre como hacia',
  a: 'a an the el this these those his her its their our my some several many most all both each every another other un una el la los las su sus este esta estos estas esos esas varios varias algunos algunas otro otros otra otras unos unas al',
  number:
    'one two three four five six seven eight nine ten eleven twelve dozens scores hundreds dozen dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince docena docenas decenas cientos',
  bound: 'more than least most about nearly some up fewer less mas menos casi unos unas al',
  pronoun: 'he she they it we i you him them me us there himself themselves ellos ellas ella usted yo nosotros se',
  subject: 'he she they it we i you ellos ellas nosotros',
  clitic: 'lo los la las le les',
  warrant: 'warrant warrants indictment indictments aprehension aprehensión captura',
  investigation: 'investigation inquiry indictment investigacion investigación',
  leaving: 'leaving dejando',
  given: 'given gave subjected sometido sometida sometidos sometidas',
  muerte: 'dieron dio',
  jail: 'prison jail prisión prision cárcel carcel presos presas preso presa',
  dead: 'dead muerto muertos',
  down: 'down',
  on: 'on at',
  contra: 'contra a',
  opening: 'opened open opens opening abrieron abrió abren',
  fuego: 'fire fuego',
  set: 'set setting',
  ablaze: 'ablaze alight',
  up: 'up away out off down',

  // Verbs that say, and after which what is said begins.
  say: 'said says say told tells tell added adds believes believe believed recalled recalls testified wrote writes noted notes found finds concluded concludes confirmed confirms admitted admits acknowledged acknowledges denied denies revealed reveals stated states documented documents insisted insists explained explains disclosed maintains maintained alleged alleges warned warns announced reported showed shows show argued suggested suggests indicated indicates established verified claimed dijo dijeron dice dicen aseguro asegura aseguraron aseguran afirmo afirma afirmaron afirman informo informa informaron denuncio denuncia denunciaron denuncian señalo señala señalaron señalan sostuvo sostiene sostienen reconocio reconoce reconocieron admitio admite admitieron confirmo confirma confirmaron declaro declararon concluyo concluye documento documentó documentaron nego niega negaron niegan desmintio relato relataron conto contaron recordo aseveró indico indica revelo revela reveló',
  speech: 'saying adding alleging claiming insisting showing diciendo',
  see: 'show shows showed showing saw seen filmed filming see witnessed watched recorded',
  // Finite verbs of no other kind.
  past: 'comandó encabezó lideró slit died perished murió murieron falleció fallecieron hit overran struck stole caught drew rode tore burst swept dug laid lay flung sank chose flew regresó regresaron volvió volvieron viajó viajaron siguieron siguió continuaron continuó comenzaron comenzó empezaron empezó went came froze took gave made fled began begun left drove stood broke brought fell led lost met paid ran won kept held sent put knew knows became felt hid rose spent threw wore fought refused let cut split sought *aron *ieron *ó *aban *ían vestía llevaba pertenecía operaba dirigía comandaba encabezaba patrullaba fue llegaron entraron hizo hicieron dio dieron vino vinieron puso pusieron tuvo tuvieron hubo sacaron obligaron dispararon disparó abrieron abrió ordenaron ordenó dirigió enfrentaron enfrentó participaron participó tomaron tomó llevaron llevó cometieron cometió perpetraron perpetró',
  ed: 'headed commanded directed picked hunted starved hacked crushed rounded returned travelled traveled moved crossed deserted continued started resumed used joined known fired opened carried faced participated embedded dragged hauled marched *ed',
  /** Whoever does so may do it to some end: "returned to lead". */
  move: 'went came returned travelled traveled flew moved crossed deserted left regresó regresaron volvió volvieron viajó viajaron',
  /** What goes on or begins is done: "kept shooting at". */
  phase:
    'continued continues kept began begun started resumed used siguieron siguió continuaron continuó comenzaron comenzó empezaron empezó',
  participle: 'disuelto disuelta disueltos disueltas muerto muerta muertos muertas *ado *ada *ados *adas *ido *ida *idos *idas',
  says: 'sigue siguen continúa continúan permanece permanecen queda quedan got gets wants has seeks needs remains gives makes takes leads works continues keeps remain serve face live deny stay enfrenta enfrentan',

  // Who can do such things, and what cannot.
  people:
    'soldiers soldier troops troop officers officer police policemen policeman gunmen gunman militants militant rebels rebel fighters fighter guerrillas members member men man agents agent army navy marines marine guards guard rangers forces force unit units patrol patrols battalion battalions brigade brigades regiment squad squads platoon company commandos militia militias militiamen paramilitaries paramilitary insurgents terrorists bandits attackers assailants vigilantes soldados soldado militares militar policias policia agentes agente elementos efectivos marinos marino infantes tropas uniformados guardias hombres hombre guerrilleros paramilitares sicarios sujetos patrulla batallon brigada ejercito armada kaibiles civilians civilian villagers people persons farmers students protesters women woman children boys girls boy girl fishermen journalists prisoners detainees residents refugees suspects workers miners herders brother brothers sister sisters sons daughter daughters father mother parents husband husbands wife relatives teachers priests activists personas campesinos estudiantes jovenes hermano hermanos hermana hermanas hijo hijos hija hijas vecinos habitantes pobladores rebeldes civiles indigenas mujeres niños menores periodistas pescadores jornaleros crowd crowds mob demonstrators marchers mourners worshippers traders lawyer lawyers bishop nun nuns doctors nurses peasants captives captive hostages migrants pilgrims passengers motorists villager farmer student protester prisoner detainee gendarmes gendarme commando manifestantes maestros maestras comerciantes migrantes sindicalistas sindicalista normalistas internos reos niñas ancianos trabajadores campesino estudiante joven niño niña gendarmes escoltas',
  thing:
    'bomb bombs blast blasts explosion explosions attack attacks attackers clash clashes raid raids fire fires crash shelling gunfight gunfire operation operations strike strikes airstrike airstrikes ambush ambushes mine mines missile missiles shootout violence war conflict battle fighting incident incidents flood floods accident bullet bullets rocket rockets shell shells stampede coup coups putsch explosion explosiones ataque ataques enfrentamiento enfrentamientos bomba bombas operativo operativos mina minas violencia guerra conflicto accidente bombardeo emboscada balacera tiroteo bala balas grenade grenades mortar mortars drone drones granada granadas disease diseases cholera drought hunger rivalry feud enfermedad enfermedades hambre sequia',
  // "by": how, where and when, not who.
  means:
    'bullet bullets gunfire shrapnel hand hands force phone mistake accident night day dawn dusk morning noon then now car road boat stray electricity drowning hanging starvation hunger law river bala balas error noche dia mañana orden motivos ahora culpa disparos fuego causa arma armas',
  time: 'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today yesterday tomorrow last early late mid lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy pasado pasada',
  place:
    'camp camps base bases barracks checkpoint checkpoints roadblock market prison prisons school church mosque hospital hotel compound river forest street road highway field rancho finca cuartel campamento cárcel mercado iglesia escuela retén selva carretera camino calle río plaza town village city hamlet night morning evening afternoon outskirts dawn dusk home homes custody detention pueblo ciudad aldea noche mañana madrugada afueras',
  // "on the orders of", "in the week that followed", "in broad daylight": how and when.
  setting:
    'order orders behalf suspicion charges week weeks month months year years day days wake aftermath course process broad plain semana semanas mes meses año años días pleno plena',
  case: 'dismissal sentencing imprisonment expulsion punishment court-martial destitución sentencia procesamiento imputación arrest arrests trial trials detention release prosecution acquittal conviction suspension extradition transfer case charges indictment indictments captura detencion juicio arresto liberacion absolucion condena extradicion cargos proceso complaint complaints investigation inquiry',
  against: 'of against de contra into',
  deny: 'denied granted refused refuses denies nego negó concedio concedió otorgo otorgó dicto dictó',

  // What is done to people and what is theirs.
  did: 'suffocated asphyxiated electrocuted waterboarded choked stoned trampled butchered decapitated dismembered exterminated poisoned maimed sodomised sodomized machine-gunned bayoneted garrotted pistol-whipped asfixiaron ahorcaron apuñalaron estrangularon lincharon ametrallaron rafaguearon desmembraron calcinaron arrasaron mutilaron lesionaron ajusticiaron ultimaron asfixió ahorcó apuñaló estranguló linchó ametralló rafagueó desmembró calcinó arrasó mutiló lesionó ajustició ultimó drowned neutralised neutralized captured apprehended bludgeoned abatieron abatió capturaron capturó levantaron levantó dragged kicked punched slapped clubbed sacaron sacó killed murdered massacred slaughtered burned burnt torched razed looted executed shot tortured raped gang-raped kidnapped abducted beheaded extorted disappeared detained arrested attacked ambushed raided bombed bombarded shelled strafed wounded injured beat flogged whipped stabbed lynched hanged strangled mutilated assassinated assaulted mataron mato mató asesinaron asesinó ejecutaron ejecutó torturaron torturó secuestraron secuestró detuvieron detuvo atacaron atacó desaparecieron desapareció hirieron hirió balearon baleó emboscaron emboscó decapitaron decapitó quemaron quemó incendiaron incendió violaron violó golpearon golpeó fusilaron fusiló masacraron masacró acribillaron acribilló degollaron degolló saquearon saqueó bombardearon bombardeó',
  done: 'suffocated asphyxiated electrocuted waterboarded choked stoned trampled butchered decapitated dismembered exterminated poisoned maimed sodomised sodomized machine-gunned bayoneted garrotted pistol-whipped asfixiado asfixiada asfixiados asfixiadas ahorcado ahorcada ahorcados ahorcadas apuñalado apuñalada apuñalados apuñaladas estrangulado estrangulada estrangulados estranguladas linchado linchada linchados linchadas ametrallado ametrallada ametrallados ametralladas rafagueado rafagueada rafagueados rafagueadas desmembrado desmembrada desmembrados desmembradas calcinado calcinada calcinados calcinadas arrasado arrasada arrasados arrasadas mutilado mutilada mutilados mutiladas lesionado lesionada lesionados lesionadas ajusticiado ajusticiada ajusticiados ajusticiadas ultimado ultimada ultimados ultimadas drowned neutralised neutralized captured apprehended bludgeoned abatido abatida abatidos abatidas capturado capturada capturados capturadas levantado levantada levantados levantadas dragged marched kicked punched slapped clubbed hurt sacado sacada sacados sacadas killed murdered massacred slaughtered burned burnt torched razed looted executed shot tortured raped gang-raped kidnapped abducted beheaded extorted disappeared detained arrested attacked ambushed raided bombed bombarded shelled strafed wounded injured beaten flogged whipped stabbed lynched hanged strangled mutilated assassinated assaulted slain asesinado asesinada asesinados asesinadas ejecutado ejecutada ejecutados ejecutadas torturado torturada torturados torturadas secuestrado secuestrada secuestrados secuestradas detenido detenida detenidos detenidas atacado atacada atacados atacadas emboscado emboscada emboscados emboscadas golpeado golpeada golpeados golpeadas matado desaparecido desaparecida desaparecidos desaparecidas herido herida heridos heridas baleado baleada baleados baleadas decapitado decapitada decapitados decapitadas quemado quemada quemados quemadas incendiado incendiada incendiados incendiadas violado violada violados violadas fusilado fusilada fusilados fusiladas masacrado masacrada masacrados masacradas acribillado acribillada acribillados acribilladas degollado degollada degollados degolladas saqueado saqueada saqueados saqueadas bombardeado bombardeada bombardeados bombardeadas disparado',
  doing:
    'suffocating asphyxiating electrocuting waterboarding choking stoning trampling butchering decapitating dismembering exterminating poisoning maiming sodomising sodomizing machine-gunning bayoneting garrotting pistol-whipping asfixiar ahorcar apuñalar estrangular linchar ametrallar rafaguear desmembrar calcinar arrasar mutilar lesionar ajusticiar ultimar asfixiando ahorcando apuñalando estrangulando linchando ametrallando rafagueando desmembrando calcinando arrasando mutilando lesionando ajusticiando ultimando drowning neutralising neutralizing capturing apprehending bludgeoning killing murdering massacring slaughtering burning torching razing looting executing shooting torturing raping gang-raping kidnapping abducting beheading extorting disappearing detaining arresting attacking ambushing raiding bombing bombarding shelling strafing wounding injuring beating flogging whipping stabbing lynching hanging strangling mutilating assassinating assaulting matando asesinando ejecutando torturando secuestrando atacando hiriendo quemando golpeando violando disparando matar asesinar ejecutar torturar secuestrar detener atacar desaparecer herir balear emboscar decapitar quemar incendiar violar dispararles dispararle matarlos matarlo matarlas matarla ejecutarlos ejecutarlo detenerlos detenerlo torturarlos fusilarlos golpear fusilar masacrar acribillar degollar saquear bombardear disparar',
  kill: 'drag drags kill kills murder murders massacre slaughter burn burns execute executes shoot shoots torture tortures rape rapes kidnap kidnaps abduct abducts behead beheads detain detains arrest arrests attack attacks ambush raid raids wound wounds beat beats stab stabs matan mata asesinan asesina ejecutan ejecuta torturan tortura secuestran secuestra detienen detiene atacan ataca hieren quemen queman incendian violan golpean golpea',
  gun: 'gunned gunning mowed hunted hunting picked picking',
  // "starved to death"
  starved: 'starved hacked crushed',
  round: 'rounded rounding',
  died: 'died perished murió murieron falleció fallecieron',
  // Done to people only: a town is captured, and nobody is.
  'of-people':
    'drowned drowning neutralised neutralized neutralising neutralizing captured capturing apprehended capturó capturaron capturado capturada capturados capturadas levantaron levantó levantado levantada levantados levantadas abatió abatieron abatido abatida abatidos abatidas',
  shoot: 'shot shoot shoots shooting',
  open: 'fired fire fires firing dispararon disparó disparado disparan disparar',
  make: 'made make making',
  take: 'llevaron llevó',
  haul: 'took taken taking led hauled hauling carried',
  lost: 'lost perdió perdieron',
  suffer: 'came come under',
  under: 'under',
  deed: 'killing killings murder murders massacre massacres death deaths disappearance disappearances abduction abductions kidnapping kidnappings execution executions shooting shootings torture rape rapes detention detentions beating beatings slaying slayings assassination assassinations bombing bombings muerte muertes asesinato asesinatos homicidio homicidios desaparicion desapariciones tortura torturas ejecucion ejecuciones secuestro secuestros masacre masacres detencion detenciones violacion violaciones matanza matanzas rapes extortion extortions extorsion extorsiones abuse abuses abusos violations atrocities atrocidades crimes crimenes golpiza golpizas paliza beating drowning drownings lynching lynchings hanging hangings stabbing stabbings flogging floggings beheading beheadings decapitation fusilamiento fusilamientos linchamiento linchamientos ahorcamiento bombardeo bombardeos attack attacks assault assaults ataque ataques',
  // What kind of deed it is: no part of whom it was done to.
  manner:
    'human rights civilian war extrajudicial summary enforced forced arbitrary unlawful illegal sexual mass widespread systematic targeted grave serious gross forzada forzadas forzosa forzosas extrajudiciales arbitraria arbitrarias sumaria sumarias ilegal ilegales sexuales masiva masivas graves policial policiales',
  // What is of such a deed and none itself: "the torture bill".
  'of-deed':
    'bill law memorial monument site case cases trial victim victims suspect suspects charge charges squad squads scandal investigation investigations inquiry probe report reports plot rate rates survivors chamber chambers toll weapon scene',
  crime:
    'attack attacks massacre massacres killing killings murder murders abduction abductions kidnapping kidnappings raid raids ambush ambushes disappearance disappearances shooting shootings bombing bombings abuses crime crimes torture ataque ataques masacre masacres asesinato asesinatos desaparicion desapariciones matanza crimen abusos',
  commit:
    'committed orchestrated perpetrated planned supervised oversaw ordered cometieron cometió perpetraron perpetró cometido cometida cometidos cometidas perpetrado perpetrada perpetrados perpetradas ordenado ordenada ordenados ordenadas orquestado orquestada',
  carried: 'carried',
  known:
    'murder murders massacre massacres masacre masacres disappearance disappearances desaparicion desapariciones asesinato asesinatos matanza killing killings abduction kidnapping',

  // Who is said to have done what.
  charged:
    'accused acquitted cleared convicted guilty exonerated absolved suspected charged indicted blamed acusado acusada acusados acusadas señalado señalada señalados señaladas sospechoso sospechosa sospechosos sospechosas absuelto absuelta absueltos absueltas condenado condenada condenados condenadas exonerado exonerada exonerados exoneradas culpable culpables imputado imputada imputados imputadas procesado procesada procesados procesadas investigado investigada investigados investigadas responsible responsable responsables linked tied vinculado vinculada vinculados vinculadas implicated implicado implicada implicados implicadas',
  tried:
    'sentenced court-martialed court-martialled convicted jailed arrested charged indicted tried imprisoned detained wanted investigated prosecuted punished dismissed suspended sanctioned disciplined sancionado sancionada sancionados sancionadas detenido detenida detenidos detenidas arrestado arrestada arrestados arrestadas capturado capturada capturados capturadas sentenciado sentenciada sentenciados sentenciadas castigado castigada castigados castigadas juzgado juzgada juzgados juzgadas enjuiciado enjuiciados buscado buscada buscados buscadas destituido destituida destituidos destituidas',
  said_to: 'alleged reported said believed suspected thought found',
  dismissed: 'baja',
  behind: 'behind detrás detras',
  attributed:
    'attributed attribute attributes blamed blame blames pinned atribuido atribuida atribuidos atribuidas atribuye atribuyen atribuyó atribuyeron',
  face: 'face faces faced facing enfrenta enfrentan enfrentó enfrentaron',
  charges:
    'charge charges accusation accusations allegation allegations indictment cargos acusacion acusaciones denuncia denuncias imputaciones',
  charge:
    'vinculó vincularon investigating investigates investigated accuse accuses accused accusing acquit acquits acquitted clear clears cleared convict convicts convicted exonerate exonerates exonerated absolve absolves absolved charge charges charged charging indicted suspects blame blames blamed blaming acusa acusan acuso acusó acusaron condena condenan condenó condenaron exonera exoneró absuelve absuelven absolvio absolvió absolvieron investiga investigan imputa imputan imputó imputaron procesa procesan señala señalan señaló señalaron responsabiliza responsabilizan responsabilizó responsabilizaron culpa culpan culpó culparon acusar arrested jailed sentenced court-martialed court-martialled tried dismissed suspended punished sanctioned sanciona sancionan sancionó sancionaron destituyó destituyeron',
  confess: 'confessed confesses confess admitted admits confesó admitió reconoció',
  accuse:
    'accuse accuses accused accusing charge charges charged blame blames blamed blaming acusa acusan acusó acusaron acusado acusada acusados acusadas imputa imputan imputó imputaron señala señalan señaló señalaron señalado señalada señalados señaladas responsabiliza responsabilizan responsabilizó responsabilizaron culpa culpan culpó culparon',
  // "will have to answer for"
  answer: 'answer answers responder responderá responderán responde responden',
  hold: 'hold holds held holding',
  'of-what': 'of with for in over de por',
  lead: 'ordenó ordenaron dirigió planeó ordering ordered planning directing directed leading led commanding committing participating participated ordenar planear dirigir participar participado cometer cometido',
  role: 'role part involvement participation',
  responsible: 'responsible',
  responsable: 'responsable responsables autor autores',
  presunto: 'presunto presunta presuntos presuntas alleged supuesto supuesta supuestos supuestas suspected',
}

/** Words that an event can turn on: where none of them stands nothing is told. */
const telling = [
  'headed commanded directed comandó encabezó lideró took taken tomaron tomó participated participaron participó participado embedded sent',
  ...(
    [
      'did',
      'done',
      'doing',
      'kill',
      'gun',
      'starved',
      'open',
      'opening',
      'set',
      'take',
      'haul',
      'make',
      'suffer',
      'round',
      'died',
      'lost',
      'crime',
      'known',
      'deed',
      'charged',
      'tried',
      'said_to',
      'face',
      'commit',
      'carried',
      'jail',
      'warrant',
      'investigation',
      'leaving',
      'given',
      'muerte',
      'behind',
      'dismissed',
      'attributed',
      'charge',
      'hold',
      'answer',
      'case',
      'confess',
      'lead',
    ] as const
  ).map((kind) => lists[kind]),
].join(' ')

export const words = { ...lists, telling }

/** What a word can be: a kind that is listed, a word that is its own, or what has a capital. */
export type Kind = Exclude<keyof typeof words, 'itself'> | 'to' | 'fire' | 'name'
