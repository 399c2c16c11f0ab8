/** Spanish sentences that the record of trainings can answer, whole, by the same rules as the English ones: see claim-grammar-en.ts. */
export const spanish = `
<sentence> = DATELINE? <told>
<told>     = <lead>* <fact> <remark>? <closing>? .?
           | <opening> que <lead>* <fact> <remark>? .?

<lead>     = <when> ,? | <under> ,? | <heard> , | en total ,?
<opening>  = <reported> <said> | <said> <reported>
<reported> = <source>
<closing>  = ,? <heard> | , <said> <source> | , <source> <said>
<heard>    = según <source> | de acuerdo con <source>
<said>     = dijo/dijeron/informó/informaron/señaló/señalaron/indicó/indicaron/muestra/muestran/indica/indican/reportó/reportaron/afirmó/aseguró
<source>   = <who> | <who> , <who> ,?
<who>      = <sources> <sources>*
<sources>  = el/la/los/las/un/una/unos/unas/de/del/en/y/su/sus | US | AMERICAN | DEMONYM | COUNTRY | AGENCY | NAME
           | funcionario/funcionarios/portavoz/vocero/vocera/embajada/embajador/embajadora/ministerio/ministro/ministra/gobierno/secretaría
           | informe/informes/registro/registros/datos/cifras/documento/documentos/estadísticas/reporte/reportes/oficial/oficiales
           | departamento/defensa/estado/exteriores/relaciones/militar/militares/anual/anuales/público/públicos/congreso
           | comandante/general/coronel/mayor/ejército/armada/policía/oficina/comunicado/periódico/diario/investigadores
<remark>   = , la/el más alta/alto/baja/bajo | , la/el cifra/número/total? más alta/alto/baja/bajo

<when>     = <period>
<period>   = PERIOD
<under>    = bajo/mediante <the>? <programme> | a través de <the>? <programme> | a través del programa? <programme> | en el marco de <the>? <programme> | con/por <the>? <programme> | dentro de <the>? <programme>
<the>      = el/la/del | el programa | la iniciativa
<programme> = PROGRAMME
<have>     = ha/han | <pluperfect>
<pluperfect> = había/habían
<number>   = NUMBER
<money>    = MONEY
<count>    = <number> | un total de <number>
<sum>      = <money> | <money> de dólares | un total de <money> | un total de <money> de dólares

<places>   = COUNTRY | COUNTRY y/e COUNTRY | COUNTRY , <places>
<place>    = <places>
<ofplace>  = DEMONYM | DEMONYM y/e DEMONYM
<nation-of> = <ofplace>

<usa>      = US | el gobierno de US | el gobierno AMERICAN
<us>       = de US | AMERICAN
<some-us>  = <office> | <us-word> <us-word>* <us> | el/los/las/la <us-word> <us-word>* <us> | TROOPS | los TROOPS
<office>   = AGENCY | el/la AGENCY | el AGENCY de US
<us-word>  = ejército/marina/armada/fuerza/fuerzas/aérea/especiales/armadas/infantería/infantes/operaciones/de
           | instructores/entrenadores/asesores/soldados/militares/oficiales/comandos/expertos/efectivos/tropas
<itself>   = <some-us> <said> que | <usa> <said> que
<giver>    = <usa> | <some-us> | <itself> | <by-programme>
<by-programme> = <the>? <programme>

<fact>     = <people> | <sessions> | <cost>

<people>   = <giver> <have>? <trained> a? <count> <learners> <of-people>*
           | <giver> <have>? formó/formaron/formado/instruyó/instruido a? <count> <soldiers> <of-people>*
           | <giver> <have>? <gave> <lesson> a <count> <learners> <of-people>*
           | <giver> <have>? <gave> cursos a <count> <learners> <of-people>*
           | <count> <learners> <were> <taught> <of-people>*
           | <count> <soldiers> <were> formados/formadas/instruidos <of-people>*
           | <count> <learners> <have>? <got> <us-lesson> <of-people>*
           | <count> <soldiers> <attended> <course> <course-at> <of-people>*
<trained>  = entrenó/entrenaron/entrenado/capacitó/capacitaron/capacitado/adiestró/adiestraron/adiestrado
<taught>   = entrenados/entrenadas/capacitados/capacitadas/adiestrados/adiestradas
<were>     = fueron | han sido | <pluperfect> sido
<lesson>   = entrenamiento/capacitación/adiestramiento/formación/instrucción | entrenamiento militar
<got>      = recibieron/recibido/completaron/completado
<us-lesson> = <lesson> <us> | <lesson> por/en <usa> | <lesson> <under>
<attended> = asistieron a | tomaron | completaron
<course-at> = <us> | en <usa>
<course>   = cursos/clases/escuelas/academias <learned>*
<of-people> = <when> | <under> | <mid> | por parte de <giver> | por <giver> | en <place> | en <topic> | de <giver>
<topic>    = <learned> <learned>* | <learned> y <learned>*
<learned>  = derechos/humanos/contraterrorismo/antinarcóticos/logística/medicina/inglés/tácticas/combate/liderazgo/inteligencia/vuelo/militar/militares
<learners> = <soldiers> | <those>
<those>    = personas/hombres/mujeres/alumnos/estudiantes/participantes <nation-of>? <from>?
<soldiers> = <soldier> <rank>* <and-soldier>* <nation-of>? <rank>* <from>?
           | integrantes/miembros/elementos/agentes/oficiales/efectivos de <the-force> <force> <rank>* <nation-of>? <from>?
           | integrantes/miembros/elementos/agentes/oficiales/efectivos del ejército <nation-of>? <from>?
<the-force> = la/las/los
<force>    = fuerza/fuerzas/policía/policías/marina/armada/guardia
<and-soldier> = y/, <soldier> <rank>*
<from>     = de/en <place>
<soldier>  = soldados/militares/policías/oficiales/marinos/marines/infantes/pilotos/cadetes/comandos/guardias/reclutas/tropas/efectivos/elementos
           | personal/agentes/uniformados/miembros/integrantes/instructores/funcionarios/civiles/comandantes/fuerzas
<rank>     = militar/armadas/aérea/naval/navales/especiales/federales/federal/nacional/nacionales/municipales/estatales/militares/civiles/de/seguridad/marina/infantería

<recipient> = <place> | fuerzas <nation-of> | las fuerzas <nation-of> | fuerzas de seguridad <nation-of> | las fuerzas de seguridad <nation-of>
           | las? fuerzas de <place> | <fewer>
<fewer>    = <las> <other-soldier> <rank>* <nation-of> | <las> <other-soldier> <and-other> <rank>* <nation-of> | <las> <other-soldier> <rank>* <from>
           | <las> fuerzas armadas/especiales <nation-of> | <las> fuerzas armadas/especiales <from>
<las>      = <an-article>?
<an-article> = el/la/los/las
<and-other> = y <other-soldier>
<other-soldier> = soldados/militares/policías/oficiales/marinos/pilotos/cadetes/comandos/guardias/tropas/efectivos/elementos/agentes/ejército/policía/marina/armada

<sessions> = <giver> <have>? <gave> a <recipient> <count> <session> <of-sessions>*
           | <giver> <have>? <gave> <count> <session> <of-sessions>*
           | <recipient> <have>? recibió/recibieron/recibido <count> <session> <of-gift>*
           | <count> <session> <were> <given> <of-sessions>*
           | hubo <count> <session> <us> <of-sessions>*
<gave>     = dio/dieron/dado/impartió/impartieron/impartido/proporcionó/proporcionaron/proporcionado/brindó/brindaron/brindado/entregó/realizó/realizaron
<given>    = dadas/impartidas/proporcionadas/brindadas/realizadas
<session>  = sesiones/sesión | sesiones/sesión de <lesson> | <shorter>
<shorter>  = cursos | cursos de <lesson>
<of-sessions> = <of-facts> | a/para/en <recipient> | por <giver>
<of-gift>  = <of-facts> | de/por <giver> | por parte de <giver>
<of-facts> = <when> | <under> | <mid>
<mid>      = , <heard> ,

<cost>     = <spender> <have>? <spent> <sum> en <training> <of-cost>*
           | <spender> <have>? <spent> <sum> para entrenar/capacitar/adiestrar a <whom> <of-cost>*
           | <spender> <have>? <gave> a <recipient> <sum> en <lesson> <of-cost>*
           | <recipient> <have>? recibió/recibieron/recibido <sum> en <lesson> <us> <of-cost>*
           | <training> <of-cost>* costó <sum> a <usa> <of-cost>*
           | <training> <of-cost>* le? costó a <usa> <sum> <of-cost>*
           | <training> <of-cost>* costó <sum> <of-cost>*
           | el costo/coste del <lesson> <us>? para/en/de <recipient> <of-cost>* <amounted> <sum> <of-cost>*
           | el gasto <us> en <training> <of-cost>* <amounted> <sum> <of-cost>*
           | se gastaron <sum> en <training> <of-cost>*
<amounted> = ascendió a | fue de | sumó
<spent>    = gastó/gastaron/gastado/invirtió/invirtieron/invertido/pagó
<spender>  = <usa> | <some-office>
<some-office> = <office>
<training> = entrenar/capacitar/adiestrar a <whom> | <an-article>? <lesson> <us>? para/en/de/a <recipient> | <an-article>? <lesson> <under> para/en/de/a <recipient>
<whom>     = <recipient>
<of-cost>  = <of-facts> | en <place> | por parte de <usa>
`
