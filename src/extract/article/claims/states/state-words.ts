/**
 * Words that states of affairs are told by, in English and Spanish, by their kinds. A star stands for any letters; a word with an accent is told from the
 * one without.
 */
export const stateWords = {
  // Each of these is a kind of its own.
  itself: 'to longer ya sin there it',

  // What stands before the word that tells the state.
  is: "is are isn't aren't está están es son queda quedan",
  was: "was were wasn't weren't fue fueron estaba estaban estuvo estuvieron",
  been: 'been be being sido estado siendo',
  being: 'being siendo',
  has: "has have hasn't haven't ha han",
  had: "had hadn't había habían",
  /** What goes on, or has come about. */
  remain:
    'dado dada dados dadas remains remain remained stays stayed stands stood stand lies lie sits sit languishes languish languished goes go went gone walked fell became entered came encuentra encuentran sigue siguen seguía seguían continúa continúan permanece permanecen permanecía permanecían mantiene mantienen quedó quedaron goza gozan pasó pasaron entró entraron lleva llevan llevaba llevaban',
  lasts: 'lleva llevan llevaba llevaban',
  continue: 'continues continue continued',
  still: 'still aún todavía currently actualmente',
  yet: 'yet aún todavía',
  not: "not never no nunca jamás isn't aren't wasn't weren't hasn't haven't hadn't",
  no: 'no',
  adverb:
    'also now since already even just long ever left then out once put placed kept all both reportedly allegedly hoy también ya se le les lo *ly *mente',
  nearly: 'nearly almost virtually practically nominally casi prácticamente',
  modal: 'would could should might may can will must shall cannot podría podrían puede pueden debe deben debería deberían',
  length: 'day days week weeks month months year years decade decades día días semana semanas mes meses año años década décadas',
  nobody: 'nobody none neither nadie ningún ninguno ninguna',
  part: 'status some many most all none any both each neither rest part number half majority several few varios varias algunos algunas muchos todos ninguno ninguna resto parte mitad mayoría',
  since: 'since desde for until hasta hace pending awaiting in en',
  in: 'in on under at behind into en bajo de con al a',
  /** No adverbs, for all their endings. */
  noun: 'family assembly supply ally anomaly reply july italy monopoly',

  // What stands so.
  vacant:
    'acéfalo acéfala acéfalos acéfalas vacant unfilled vacante vacantes pending pendiente pendientes unfinished unsolved unresolved unpunished impune impunes inconcluso inconclusa inconclusos inconclusas ineligible undecided fugitive prófugo prófuga prófugos prófugas irresuelto irresuelta wanted',
  valid: 'valid operational operative vigente vigentes operativo operativa operativos operativas',
  stalled:
    'stalled stuck deadlocked paralyzed paralysed paralizado paralizada paralizados paralizadas estancado estancada estancados estancadas trabado trabada trabados trabadas atorado atorada atorados atoradas atascado atascada empantanado empantanada entrampado entrampada frenado frenada detenido detenida',
  open: 'open underway ongoing abierto abierta abiertos abiertas',
  empty:
    'uninhabited unoccupied deshabitado deshabitada desocupado desocupada empty idle unused unmanned inactive abandoned deserted vacío vacía vacíos vacías abandonado abandonada abandonados abandonadas inactivo inactiva',
  secret: 'classified sealed secret confidential clasificado clasificada clasificados reservado reservada reservados',
  unknown: 'unknown uncertain desconocido desconocida desconocidos desconoce desconocen ignora ignoran',
  lasting:
    'active missing detained imprisoned jailed hospitalized hospitalised free unaccounted unchanged eligible confined armed activo activa activos activas desaparecido desaparecida desaparecidos desaparecidas detenido detenida detenidos detenidas preso presa presos presas encarcelado encarcelada encarcelados encarceladas libre libres acuartelado acuartelada acuartelados acuarteladas oculto oculta ocultos ocultas armado armados',
  held: 'charge leave hold command custody detention jail prison exile hiding limbo service duty force effect use operation office place committee trial bail parole probation run large bars investigation inquiry review arrest sanctions suspension appeal negotiation discussion consideration construction embargo indictment guard protection licencia permiso baja prisión cárcel libertad exilio funciones activo servicio fuga suspenso trámite vigor vigencia uso operación investigación arresto revisión custodia mando frente espera limbo pausa clandestinidad detención cargo manos retiro reserva disponibilidad estudio discusión negociación construcción',
  /** Of these those that seldom stand where nobody is told to be so. */
  rare: 'leave custody detention jail prison exile hiding limbo bail parole probation bars investigation inquiry review arrest sanctions suspension negotiation construction embargo indictment committee licencia permiso baja prisión cárcel libertad exilio funciones fuga suspenso trámite vigor vigencia investigación arresto revisión custodia frente espera limbo pausa clandestinidad detención cargo retiro reserva disponibilidad servicio activo',
  /** Told right behind the preposition alone: "in office", not "in the office". */
  bare: 'operation operación office place cargo manos large bars service servicio reserva protection guard',
  /** Told of what is not so, too. */
  deniable:
    'force effect use operation place vigor vigencia uso operación service servicio valid operational operative vigente vigentes operativo operativa',
  rank: 'head commander chief director minister commissioner inspector secretary prosecutor deputy governor ambassador adviser advisor member jefe jefa comandante director directora ministro ministra comisionado comisionada secretario secretaria fiscal gobernador embajador asesor titular miembro',
  acts: 'patrols patrol mans man patrulla patrullan patrullando draws draw cobra cobran cobrando commands command serves serve leads lead runs run heads head holds hold controls control occupies occupy operates operate receives receive works work owns own comanda comandan dirige dirigen manda mandan ocupa ocupan controla controlan opera operan sirve sirven recibe reciben trabaja trabajan comandando dirigiendo mandando ocupando controlando operando sirviendo recibiendo trabajando ejerciendo',

  // What was brought to an end, or begun.
  disbanded:
    'merged absorbed renamed fusionado fusionada absorbido absorbida renombrado renombrada reactivated reactivado reactivada disbanded dissolved deactivated demobilized demobilised dismantled disuelto disuelta disueltos disueltas desmantelado desmantelada desmantelados desmovilizado desmovilizada desactivado desactivada desintegrado desintegrada extinguido extinguida suprimido suprimida',
  closed:
    'closed shut shuttered reopened vacated evacuated cerrado cerrada cerrados cerradas clausurado clausurada clausurados clausuradas reabierto reabierta desalojado desalojada',
  suspended: 'suspended suspendido suspendida suspendidos suspendidas',
  barred:
    'barred banned blacklisted prohibited disqualified sanctioned inhabilitado inhabilitada inhabilitados sancionado sancionada sancionados excluido excluida excluidos vetado vetada',
  frozen:
    'frozen blocked shelved postponed adjourned delayed cancelled canceled halted scrapped restored resumed lifted withheld discontinued terminated ended stopped revoked renewed extended congelado congelada congelados congeladas bloqueado bloqueada bloqueados bloqueadas aplazado aplazada aplazados pospuesto pospuesta postergado postergada cancelado cancelada cancelados canceladas retenido retenida retenidos reanudado reanudada restablecido restablecida levantado levantada levantados diferido diferida engavetado engavetada interrumpido interrumpida revocado revocada renovado renovada prorrogado prorrogada',
  dropped:
    'dropped withdrawn dismissed quashed closed overturned annulled rejected vetoed archivado archivada archivados archivadas sobreseído sobreseída desechado desechada desestimado desestimada desestimados desestimadas retirado retirada retirados retiradas rechazado rechazada anulado anulada vetado vetada',
  dismissed:
    'dismissed sacked fired discharged reinstated demoted relieved removed stripped expelled destituido destituida destituidos destituidas cesado cesada cesados cesadas relevado relevada relevados relevadas separado separada separados separadas removido removida removidos removidas reinstalado reinstalada reincorporado reincorporada restituido restituida',
  /** What can be done to bodies and goods as well. */
  moved:
    'suspended removed stripped suspendido suspendida suspendidos suspendidas separado separada separados separadas removido removida removidos removidas retirado retirada retirados retiradas',
  signed:
    'signed ratified firmado firmada firmados firmadas suscrito suscrita suscritos ratificado ratificada ratificados ratificadas',
  off: 'called put cut',
  ends: 'suspended froze blocked closed shut disbanded dissolved deactivated dropped dismissed shelved cancelled canceled postponed halted scrapped resumed restored lifted withheld signed ratified reopened revoked renewed terminated suspendió suspendieron congeló congelaron bloqueó bloquearon cerró cerraron clausuró clausuraron disolvió disolvieron desmanteló desmantelaron archivó archivaron desestimó desechó canceló cancelaron aplazó aplazaron pospuso postergó reanudó reanudaron levantó levantaron retuvo firmó firmaron suscribió suscribieron ratificó ratificaron reabrió revocó renovó',
  lapsed: 'expired lapsed ended resumed stopped ceased expiró expiraron venció caducó caducaron terminó concluyó finalizó',
  shuts: 'closed shut reopened cerró cerraron reabrió reabrieron',
  retired: 'retired resigned renunció dimitió retiró',

  // What has not been done, or nobody has suffered.
  due: 'performed conducted realizad* practicad* approved ratified signed published released concluded completed finished charged indicted arrested tried prosecuted convicted punished sentenced sanctioned disciplined investigated appointed named replaced filled elected confirmed reopened opened launched begun started implemented identified found located recovered delivered paid held resumed lifted restored renewed submitted filed presented issued decided ruled resolved solved clarified extradited vetted certified disbursed compensated exhumed returned established created adopted enacted voted passed set declassified finalized finalised fulfilled enforced dismissed suspended questioned interviewed interrogated told reported aprobad* ratificad* firmad* publicad* divulgad* difundid* concluid* completad* terminad* finalizad* acusad* imputad* procesad* detenid* arrestad* capturad* juzgad* enjuiciad* condenad* castigad* sentenciad* sancionad* investigad* nombrad* designad* reemplazad* sustituid* elegid* reabiert* abiert* iniciad* comenzad* instalad* implementad* identificad* hallad* localizad* encontrad* entregad* pagad* reanudad* renovad* levantad* restablecid* presentad* emitid* decidid* resuelt* esclarecid* aclarad* extraditad* certificad* desembolsad* indemnizad* exhumad* cread* adoptad* promulgad* votad* desclasificad* cumplid* rendid* comparecid* interrogad* vinculad* consignad* destituid* removid* fijad*',
  /** Of which the active tells what somebody has not come upon, or does not say. */
  suffered:
    'found told reported held returned located identified questioned recovered hallad* encontrad* localizad* identificad*',
  brought: 'brought put held llevado llevada llevados llevadas',
  faced: 'stood faced enfrentado',
  justice: 'justice trial trials charges discipline prosecution juicio cargos justicia proceso',
  accountable: 'accountable responsible account liable',
  made: 'made hecho',
  public: 'public público pública públicos públicas',
  carried: 'carried sworn handed',
  /** Of which there are none. */
  arrests:
    'imputado detenido procesado condenado arrests charges convictions prosecutions indictments trials detenidos arrestos procesados condenados imputados sentencias condenas',
  silent:
    'informed informado respond responded comment commented reply replied answer answered say said explain explained clear known certain decided seen respondido contestado comentado sabe claro responder comentar contestar',

  // What lacks somebody.
  without: 'without no lacks lack carece carecen',
  got: 'tiene tienen tenía tenido cuenta cuentan contaba contado had',
  chief:
    'commander commanders head director chief minister ambassador attaché attache inspector prosecutor leader secretary ombudsman judge jefe jefa jefes titular comandante director directora fiscal embajador embajadora responsable ministro ministra juez jueza',

  // What lies ahead of somebody.
  facing:
    'awaiting awaits await facing faces face serving serves serve espera esperan esperando aguarda aguardan enfrenta enfrentan enfrentando cumple cumplen cumpliendo',
  verdict:
    'signature decision payment promulgation publication firma decisión pago promulgación publicación trial sentencing sentence approval ratification verdict ruling extradition deployment confirmation appeal hearing authorization charges term juicio sentencia aprobación ratificación veredicto fallo extradición confirmación autorización cargos proceso condena pena',
  plans: 'plans intends planea planean',
  agreed: 'agreed',
  expected: 'expected',
  aims: 'would will aims seeks buscaría buscará',
  scheme: 'plan project proposal programme program initiative effort proyecto programa iniciativa',
  open_question: 'unclear clear known decided certain given',
  whether: 'if whether that who how',

  received: 'received got gotten given had recibi*',
  training: 'compensation reparations indemnización reparación training entrenamiento capacitación adiestramiento instrucción',
  trained: 'trained entrenad* capacitad* adiestrad*',

  // Of what it is.
  post: 'post posts position positions seat office job directorship vacancy puesto puestos cargo cargos plaza plazas jefatura titularidad comandancia dirección comandante',
  place:
    'base bases camp camps barracks garrison post posts school schools academy center centre prison jail border checkpoint airport airfield port embassy consulate facility facilities headquarters station office offices hospital range bridge crossing installation outpost site unit mission museum building buildings cuartel cuarteles campamento campamentos escuela escuelas academia centro frontera puesto aeropuerto puerto embajada consulado instalación instalaciones sede estación oficina oficinas penal cárcel retén destacamento guarnición museo edificio edificios',
  matter:
    'decision decisions patrols certification decisión patrullajes certificación inquiry enquiry inquest investigation investigations probe probes case cases trial trials proceedings prosecution charges complaint complaints appeal ruling conviction lawsuit suit hearing file files document documents record records bill bills law laws legislation plan plans proposal project projects programme programmes program programs amendment treaty agreement agreements accord deal memorandum pact convention mandate licence license reform reforms report reports findings motion vote election elections talks negotiations dialogue process extradition vetting purge sale sales delivery deliveries shipment shipments exports payments order contract course courses exercise exercises drills training nomination appointment ban embargo curfew emergency sanctions suspension transfer withdrawal deployment recruitment handover operation operations mission missions cooperation commission exhumation construction visit ratification whereabouts firma investigación investigaciones pesquisa pesquisas caso casos juicio juicios proceso procesos expediente expedientes carpeta archivo archivos causa causas denuncia denuncias querella apelación recurso amparo sentencia fallo ley leyes iniciativa plan planes propuesta proyecto proyectos programa programas enmienda tratado acuerdo acuerdos convenio convenios pacto memorándum mandato reforma reformas informe informes documento documentos moción votación elección elecciones diálogo negociaciones extradición depuración venta entrega envío contrato curso cursos ejercicio ejercicios entrenamiento entrenamientos adiestramiento capacitación nombramiento veto embargo toque sanciones suspensión operación operativo misión cooperación comisión audiencia cargos exhumación ratificación visita construcción obras despliegue',
  aid: 'aid assistance support funds funding money million financing grants equipment weapons arms sales assets accounts visas visa help ayuda asistencia apoyo fondos recursos financiamiento dinero equipo equipos armas desembolso desembolsos cuentas visas budget presupuesto',
  force:
    'payroll nómina unit units battalion battalions brigade brigades regiment regiments squad squads platoon company corps force forces division commando commandos guard taskforce group militia patrol army navy military ranks police directorate agency command team bureau school unidad unidades batallón batallones brigada brigadas regimiento escuadrón escuadrones pelotón cuerpo fuerza fuerzas división grupo comando guardia milicia policía ejército marina armada filas dirección agencia equipo cartel organización organization junta parliament congress congreso parlamento',
  fact: 'whereabouts fate identity identities location motive cause paradero destino identidad identidades motivo causa',
  grounded: 'grounded varado varada varados varadas averiado averiada averiados averiadas',
  /** What an administration has besides: who decides, what is written down, paid, built or run. */
  affair:
    'planes plane board boards council tribunal tribunals court courts committee committees registry ombudsman secretariat ministry department inspectorate laboratory lab morgue fund trust tranche instalment installment scholarship scholarships allocation code verdict indictment warrant warrants permit waiver status budget audit accounts scheme initiative proceedings database register archive helicopters helicopter aircraft vehicles boats radar radars runway hangar road tender bid permit statute decree regulations rule rules post-mortem autopsy identification compensation reparations disbursement order orders request recommendations recommendation pledge promise obligation exchange tribunal compound cooperation partnership clause chapter demand inventory consejo consejos tribunal tribunales juzgado corte comité registro secretaría ministerio departamento inspectoría defensoría fiscalía contraloría laboratorio morgue fondo tramo beca becas código veredicto orden órdenes permiso exención presupuesto auditoría cuentas sistema base licitación decreto reglamento norma autopsia peritaje identificación reparación desembolso pago pagos solicitud recomendaciones recomendación compromiso intercambio recinto cooperación cláusula inventario helicóptero helicópteros aviones vehículos lanchas patrullas camionetas radar radares pista hangar bitácoras proyecto proyectos trámite trámites mesa alianza',
  /** "remains", "sigue": what goes on, told by its verb alone. */
  persists:
    'remains remain remained stays stay stayed sits sit languishes languish languished sigue siguen seguía seguían continúa continúan permanece permanecen permanecía permanecían mantiene mantienen',
  left: 'quedó quedaron queda quedan',
  never: 'never nunca jamás',
  irregular:
    'held kept put given made built paid sent met read heard sold shown seen begun written drawn chosen frozen broken spoken signed taken brought dealt bought caught taught found fought laid torn cut shut hung wound swept',
  /** What somebody is, thinks or feels, or what is told of anything: no state of affairs. */
  minded:
    'convinced divided concerned worried committed interested satisfied opposed determined dedicated feared respected hated admired limited needed based located situated known expected mixed contested criticized criticised praised welcomed plagued haunted torn racked crippled focused engaged involved prepared tired scared united loved armed used named called considered regarded seen viewed deemed believed thought said reported rumored rumoured designed intended aimed supposed led headed commanded staffed composed made formed tied related outnumbered outgunned populated crowded marked characterized characterised inspired alarmed shocked grateful pleased surprised disappointed impressed shaped driven understood misunderstood matched deserted exposed scarred traumatized traumatised troubled strained heated convencid* dividid* preocupad* comprometid* interesad* satisfech* opuest* decidid* temid* respetad* limitad* basad* ubicad* situad* conocid* esperad* criticad* enfocad* cansad* unid* considerad* señalad* encabezad* comandad* formad* compuest* vinculad* relacionad* herid* sorprendid* conmocionad* enojad* agradecid* rodead* sumid* marcad* golpead* atrapad* destrozad* aterrad* impactad* asustad* impresionad* estremecid* indignad* complacid* encantad* alarmad* decepcionad* frustrad* convertid* armad* uncontested undisputed unprecedented unmatched unrivalled unrivaled unparalleled unfounded unwarranted unjustified uninterested unlimited unwanted unexpected unconcerned unimpressed unmoved undeterred unfazed unaffected unconvinced',
  /** Of which it is said that it was no good, or has become so. */
  turned:
    'lied slept rested hesitated doubted spoken mentido dudado dado dormido hablado worked helped succeeded failed improved changed gone done been had happened mattered suffered grown fallen risen acted behaved performed lived come looked seemed felt tried funcionado servido mejorado cambiado ido sido estado tenido fracasado bastado caído subido crecido actuado',
  /** Bare behind a preposition: where somebody is or how he fares, no state of affairs. */
  loose:
    'fire attack pressure control threat siege stress criticism scrutiny strain edge course side target top point guard power love need trouble crisis danger doubt question line mind shock fear poverty chaos turmoil debt sight contact demand favor favour touch date reach way bounds breath luck step cash foot patrol alert mourning retreat disarray shambles tatters ruins English Spanish French dispute general particular fact part addition theory order common charge touch person danger tears war peace harmony crisis guerra peligro paz riesgo duda dudas calma alerta contra juego silencio fuego ataque presión amenaza sospecha lucha casa deuda ruinas caos luto debate entredicho disputa general particular parte serio problemas apuros shock tensión',
  /** "The court has no jurisdiction": what is thought of it. */
  opinion:
    'fear popular controversial important famous clear difficult easy true busy good bad strong weak better worse intention doubt choice reason problem idea illusions illusion place right plans answer interest effect impact jurisdiction sense merit credibility legitimacy teeth authority end chance friends rival rivals equal fundamento sentido pruebas importancia valor credibilidad legitimidad razón sustento lógica interés dudas',
  progress:
    'answer reply respuesta respuestas progress headway movement result results results avance avances resultados movimientos novedades',
  finishes: 'ends end',
  lacking:
    'lack lacks without sin carece carecen cuenta cuentan no answer reply respuesta respuestas progress headway movement result results avance avances resultados movimientos novedades',
  ending:
    'ends end pierde pierden expires expire runs run lapses lapse vence vencen expira expiran caduca caducan termina concluye',
  stopping: 'stalled lapsed collapsed expired foundered stagnated languished',
  drawer: 'tintero limbo aire papel olvido cajón congelador archivo',
  asleep: 'exists exist existe existen duerme duermen gathering gather gathers',
  towards: 'set due scheduled slated about',
  close:
    'expire end lapse close conclude finish vencer expirar terminar concluir caducar cerrar concluirse aprobarse firmarse votarse inaugurarse publicarse definirse resolverse',
  final: 'binding final complete functional functioning finished ready public definitivo definitiva firme',
  pronoun: 'it they which that this these those que éste ésta',
  you: 'i we you us yo nosotros',
} satisfies Record<string, string>
