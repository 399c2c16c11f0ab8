/** Words that tell who says something, in English and Spanish, by their kinds. A star stands for any letters; a word with an accent is told from the one without. */
export const words = {
  // Whoever is the subject of these speaks.
  say: 'say says said ask asks asked tell tells told answer answers answered reply replies replied add adds added states stated claim claims claimed warn warns warned insist insists insisted allege alleges alleged argue argues argued assert asserts asserted maintain maintains maintained explain explains explained recall recalls recalled recount recounts recounted testify testifies testified complain complains complained concede concedes conceded acknowledge acknowledges acknowledged suggest suggests suggested announce announces announced declare declares declared write writes wrote note notes noted estimate estimates estimated counter counters countered continue continued post posted tweet tweeted stress stressed dijo dijeron dice dicen aseguro aseguraron asegura aseguran afirmo afirmaron afirma afirman sostuvo sostuvieron sostiene sostienen explico explicó explicaron explica agrego agregó agregaron agrega añadio añadieron añade advirtio advirtieron advierte manifesto manifestó manifestaron manifiesta expreso expresó expresaron expresa comento comentó comentaron comenta apunto apuntó apuntaron apunta preciso precisó precisaron precisa relato relató relataron relata narro narró narraron narra conto contó contaron cuenta recordo recordó recordaron recuerda insistio insistieron insiste respondio respondieron responde contesto contestó contestaron contesta presume declaro declaró declararon declara señalo señaló señalaron señala señalan informo informó informaron informa comunico comunicó comunicaron comunica reconocio reconocieron reconoce admitio admitieron admite alego alegó alegan escribio escribieron escribe tuiteo tuiteó anuncio anunció anunciaron anuncia estimo estimó estiman pointed replico replicó replicaron replica subrayo subrayó destaco destacó detallo detalló refirio refirió aclaro aclaró reitero reiteró argumento argumentó alerto alertó lamento lamentó enfatizo enfatizó puntualizo puntualizó exclamo exclamó rebatio rebatió remarked observed emphasized emphasised reiterated clarified contended contends lamented cautioned boasted retorted queried disagree disagrees disagreed argumenta argumentan argumentaron asevero aseveró asevera aduce aducen adujo refiere refieren resaltó recalcó remarcó acotó opinó opina opinan discrepa repeats repeated repite repitió protested informed swore vowed complains',
  // So do bodies and texts of these; nobody else need.
  show: 'confirm confirms confirmed report reports reported find finds found established show shows showed disclosed disclosing revealed reveals indicate indicates indicated document documents documented conclude concludes concluded determined calculated accuse accuses accused admit admits admitted count counts counted put puts wish wished wishes estableció establecieron publicó publicaron confirmo confirmó confirmaron confirma confirman acusa acusan acuso acusó acusaron denuncia denuncian denuncio denunció denunciaron habla reportó reportaron reporta indicó indicaron indica indican reveló revelaron revela revelan documentó documentaron documenta documentan registró registraron registra muestran muestra mostró consideró consideraron concluyó concluyeron concluye determinó calcula calculó cifró cifra atribuye atribuyen atribuyo atribuyó atribuyeron blame blames blamed',
  // Of these what somebody has said: "ha dicho", and not "dicho acuerdo".
  perfect:
    'dicho asegurado afirmado sostenido explicado agregado advertido manifestado expresado precisado relatado narrado contado recordado insistido respondido contestado declarado señalado informado reconocido admitido alegado escrito anunciado estimado denunciado documentado confirmado revelado reportado indicado concluido registrado',
  deny: 'deny denies denied negado desmentido nego negó negaron niega niegan desmintio desmintieron desmiente desmienten',
  // Of these only what they are of something else: "found that", "established that", "puts the toll at".
  'with-that':
    'repeats repeated established suggest suggests published publicó publicaron consideró consideraron estableció establecieron post posted posts continue continued cuenta manifesto manifestó',
  finding: 'find finds found show shows showed',
  put: 'put puts',
  counting: 'count counts counted',
  admit: 'admit admits admitted',
  accuse: 'accuse accuses accused',
  wish: 'wish wishes wished',
  // Verbs that are nouns as well.
  noun: 'report reports claim claims estimate estimates states count counts show shows note notes post posts answer answers document documents find finds reply denuncia cuenta cifra',
  singular: 'report claim estimate count show note post answer document find reply',
  placed: 'states report reports claims claim',
  // "by noting that", "alleging that".
  saying:
    'saying noting stating claiming alleging adding arguing insisting asserting recalling testifying warning diciendo señalando alegando asegurando afirmando agregando',
  // Behind these nobody who speaks begins.
  leading: 'ante bajo hasta segun tras sobre contra mediante',
  further: 'further officially hereby thereby formally then now later ever',
  dated: 'dated fechado fechada',
  // What leads to who says it.
  'leads-to': 'according segun según acuerdo decir juicio palabras opinion opinión words cited quoted quotes reported per',
  by: 'by',
  that: 'that que',
  time: 'monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo ayer hoy yesterday today tuesday este esta noche pasado week last',
  le: 'le les nos me lo',
  // Between who denies and the verb: "la Marina lo niega", "neither confirms nor denies".
  'before-verb': 'lo la los las se ni neither nor and to yet',
  // Who is somebody whom another sentence names.
  pointing: 'he she they it',
  part: 'part parte',
  tally: 'count figures estimate estimates tally reckoning account records',
  data: 'figures data statistics records cifras datos registros',
  // Who and what speaks; at the head of a sentence these have a capital, and are no names.
  speaker:
    'official officials expert experts witness witnesses eyewitness eyewitnesses source sources authorities authority report reports document documents analyst analysts activist activists resident residents leader leaders lider lideres lawyer lawyers prosecutor prosecutors investigator investigators researcher researchers army government police military navy spokes* embassy ministry department agency journal newspaper poll study group groups cable cables memo memos memorandum memorandums auditor auditors relatives relative family families battalion brigade squad regiment batallon brigada comando monitor monitors watchdog watchdogs neighbour neighbours neighbor neighbors survivor survivors villager villagers victim victims doctor doctors nurse nurses colonel commander minister ambassador governor mayor general senator senators congressman congressmen congresswoman lawmaker lawmakers judge court commission parents padres madres mother mothers widow widows informe informes funcionario funcionaria funcionarios funcionarias autoridades gobierno ejercito fuente fuentes documento documentos testigo testigos experto expertos policia secretaria fiscalia periodico diario estudio embajada elders imam imams diplomat diplomats trainer trainers instructor instructors cleric clerics teacher teachers pastor pastors priest priests bishop bishops farmers economist economists historian historians scholar scholars professor professors attorney attorneys workers soldier soldiers officer officers agent agents aide aides sargento investigador investigadora investigadores analista analistas exagente exagentes diputado diputada diputados diputadas senador senadora senadores recuento recuentos conteo conteos organizaciones organismos pobladores habitantes campesinos obispo parroco profesor profesora coronel capitan teniente almirante vicealmirante contralmirante comandante comisario director directora secretario canciller presidente embajador cifras datos registros observatorio centro revista semanario semanarios agencia comision organizacion medios prensa press media member members miembro miembros integrante integrantes vocero vocera portavoz fiscal comisionado comisionada commissioner commissioners juez jueza relator relatora defensor defensora familiares vecinos abogado abogada abogados abogadas sobreviviente sobrevivientes ministro ministra alcalde alcaldesa gobernador gobernadora captain sergeant lieutenant major brigadier admiral marines marine reporter reporters journalist journalists editor statement communique communiqué ruling judgment indictment complaint letter figures data statistics records tribunal corte magistrado magistrada comunicado boletin sentencia carta acta expediente periodista periodistas reportero activista activistas presidenta corporacion dependencia institucion marina armada sedena semar defensa defence defense prosecution defendant defendants suspect chief head chairman chairwoman chair company contractor mission delegation envoy inquiry tribunal union ngo ngos ministerio cancilleria comandancia jefe jefa titular titulares',
  // One of these is whom "he" and "she" mean.
  person:
    'official expert witness analyst activist resident leader lawyer prosecutor investigator researcher spokes* colonel commander minister ambassador governor mayor general senator congressman congresswoman judge captain sergeant lieutenant major brigadier admiral chief director chairman chairwoman priest pastor bishop imam doctor nurse widow mother father survivor villager farmer teacher journalist reporter editor soldier officer agent adviser instructor historian professor attorney commissioner funcionario funcionaria testigo experto activista abogado abogada fiscal juez jueza vocero vocera portavoz coronel capitan teniente sargento comandante almirante ministro ministra alcalde alcaldesa gobernador gobernadora director directora secretario secretaria presidente presidenta embajador senador senadora diputado diputada obispo parroco profesor profesora periodista jefe jefa titular comisionado sobreviviente exsoldado excomandante',
  text: 'report reports article articles story stories video videos post posts publication publications footage grabacion grabaciones statement statements letter petition document documents informe articulo nota publicacion acusacion querella demanda testimonio testimonios complaint lawsuit affidavit indictment testimony',
  // Who is nobody: "many say", "who said".
  nobody:
    'i it he she they we you this that these those there what who whoever which one some many others other most few nobody none neither all everyone everybody someone anyone people available nadie ninguno ninguna ningun muchos algunos todos alguien quien ella ellos ellas yo nosotros esto eso',
}

export type SpeakerKind = keyof typeof words
