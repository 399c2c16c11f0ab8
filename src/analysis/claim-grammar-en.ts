/**
 * English sentences that the record of trainings can answer, whole: who trained whom, how many or for how much, and when.
 *
 * What stands in no rule keeps the verdict back, so that a rule is added only where every sentence that follows it says what the slots say. Rules
 * that end in -people are of people, of whom the sessions are an upper bound whatever makes them fewer; sessions and money are all or nothing.
 */
export const english = `
<sentence> = DATELINE? <told>
<told>     = <lead>* <fact> <remark>? <closing>? .?
           | <opening> that <lead>* <fact> <remark>? .?
           | <opening> <fact> <remark>? .?
           | “ <lead>* <fact> ,? ” ,? <attributed> .?

<lead>     = <when> ,? | <under> ,? | <heard> , | <attributed> , | in all/total , | overall/altogether ,
<opening>  = <reported> <said> | <reported> told reporters/congress/journalists/lawmakers
<reported> = <source>
<attributed> = <source> <said> | <said> <source>
<closing>  = ,? <heard> | , <attributed> | , <source> told reporters/congress/journalists/lawmakers
<heard>    = according to <source>
<said>     = said/says/say/reported/wrote/show/shows/showed/list/lists/listed/state/states/stated/indicate/indicates/found
<source>   = <who> | <who> , <who> ,?
<who>      = <sources> <sources>*
<sources>  = the/a/an/’s/its/their/own/of/for/in/at/from/and/by | US | AMERICAN | DEMONYM | COUNTRY | AGENCY | NAME
           | official/officials/spokesman/spokeswoman/spokesperson/embassy/ambassador/administration/ministry/minister/government/secretary/diplomat/diplomats
           | report/reports/record/records/data/figure/figures/document/documents/statistics/numbers/database/audit/released/obtained/reviewed
           | department/defense/defence/state/foreign/military/training/annual/public/senior/published/congressional/congress
           | commander/general/colonel/major/army/navy/police/office/command/press/statement/newspaper/researchers/analysts
<remark>   = , the most/fewest/highest/lowest/largest/smallest <figure>? <ever>?
           | , up/down from NUMBER <before> | , up/down from MONEY <before>
<figure>   = number/total/figure/sum
<ever>     = ever/yet | in years/decades | on record | PERIOD
<before>   = a year earlier/before | the year before | the previous year | PERIOD

<when>     = <period> alone?
<period>   = PERIOD
<under>    = under/through/via <the>? <programme> <scheme>?
<scheme>   = program/programme/scheme/funding/funds
<programme> = PROGRAMME
<the>      = the/its/their
<have>     = has/have | <pluperfect>
<pluperfect> = had
<were>     = was/were | has/have been | <pluperfect> been
<number>   = NUMBER
<money>    = MONEY
<count>    = <number> | a total of <number>
<sum>      = <money> | a total of <money>

<country>  = COUNTRY | the COUNTRY
<places>   = <country> | <country> ,? and <country> | <country> , <places>
<nation>   = DEMONYM | DEMONYM and DEMONYM | DEMONYM , DEMONYM ,? and DEMONYM | COUNTRY ’s
<place>    = <places>
<ofplace>  = <nation>

<usa>      = the? US government?
<us>       = US | AMERICAN | US government
<forces>   = US forces/personnel | AMERICAN forces/personnel
<office>   = the? US? AGENCY
<some-us>  = <office> | the? <us> <us-word> <us-word>* forces? | the? TROOPS | US TROOPS
<us-word>  = military/army/navy/marine/marines/corps/air/force/coast/guard/special/operations/operators/police/law/enforcement
           | instructors/trainers/advisers/advisors/soldiers/troops/officers/commandos/experts/teams/agencies
<itself>   = <some-us> <said> that? it/they | <usa> <said> that? it
<by-programme> = <the>? <programme> <scheme>?
<giver>    = <usa> | <forces> | <some-us> | <itself> | <by-programme>

<fact>     = <people> | <sessions> | <cost>

<people>   = <giver> <have>? trained <count> <learners> <of-people>*
           | <giver> <have>? taught <count> <soldiers> <of-people>*
           | <giver> <have>? gave/given/provided/delivered military? training/instruction to <count> <learners> <of-people>*
           | <giver> <have>? provided/given <count> <learners> with military? training/instruction <of-people>*
           | <giver> <have>? gave/given <count> <learners> military? training/instruction <of-people>*
           | <count> <learners> <were> trained <of-people>*
           | <count> <soldiers> <were> taught/instructed <of-people>*
           | <count> <learners> <have>? <got> <us-training> <of-people>*
           | <count> <soldiers> <have>? <attended> <us-courses> <of-people>*
           | <place> <have>? sent <count> <soldiers> to <us-courses> <of-people>*
<got>      = got/received/completed/underwent/undergone | were given | went through
<attended> = attended/completed/took | graduated from
<us-training> = <us> military? training/instruction <training-by>? | <the>? <programme> training <training-by>?
           | military? training/instruction <training-by> | military? training/instruction <under>
<training-by> = by/from <giver> | in <usa> | at <us-school>
<us-courses> = <us> <course> | <course> <course-at> | <course> <under>
<course-at> = by/from <giver> | in <usa> | at <us-school>
<us-school> = a? <us> <learned>* school/schools/academy/academies/college/colleges
<course>   = <learned>* course/courses/class/classes/training/school/schools/academy/academies
<of-people> = <when> | <under> | <mid> | by <giver> | in <place> | in/on <topic> | at <us-school>
<topic>    = <learned> <learned>* | <learned> and <learned>*
<learned>  = human/rights/counterterrorism/counternarcotics/counterinsurgency/logistics/medicine/medical/english/tactics/combat/leadership
           | intelligence/law/maritime/flight/military/police/infantry/security/peacekeeping/operations/techniques/skills/training/language

<learners> = <soldiers> | <those>
<those>    = <nation-of>? people/men/women/students/persons/individuals/participants <from>? | <learned>* <nationals>
<soldiers> = <rank>* <nation-of>? <rank>* <soldier> <and-soldier>* <from>?
           | members/personnel/soldiers/officers/troops of/from <the>? <nation-of> <rank>* <body> <and-soldier>*
           | <nationals>
<body>     = forces/military/army/navy/police/marines/force/guard
<nationals> = <ofnationals>
<ofnationals> = NATIONALS
<nation-of> = <ofplace>
<and-soldier> = and/, <rank>* <soldier>
<from>     = from/of/in <the>? <place>
<rank>     = army/navy/naval/air/force/marine/coast/guard/police/military/security/special/forces/operations/armed/infantry/federal/national
           | senior/junior/young/elite/enlisted/uniformed/local/civilian/male/female/law/enforcement/defense
<soldier>  = soldiers/troops/officers/police/policemen/policewomen/marines/sailors/pilots/cadets/commandos/guards/recruits/airmen/troopers/rangers
           | personnel/forces/servicemen/servicewomen/leaders/commanders/agents/officials/civilians/instructors/infantrymen/lieutenants | service members

<recipient> = <place> | <nation-of> security? forces/personnel | the <nation-of> security? forces/personnel
           | security? forces/personnel from/in/of <place> | <fewer>
<fewer>    = <rank>* <nation-of> <rank>* <other-soldier> <and-other>* | the <nation-of> <rank> <rank>* | <nation-of> <rank> <rank>* <soldier>
           | <rank>* <other-soldier> <and-other>* from/in/of <place> | the? <nation-of> military/police/army/navy/marines
<and-other> = and <rank>* <other-soldier>
<other-soldier> = soldiers/troops/officers/police/policemen/marines/sailors/pilots/cadets/commandos/guards/recruits/airmen/civilians/officials

<sessions> = <giver> <have>? <gave> <recipient> <count> <session> <of-sessions>*
           | <giver> <have>? <gave> <count> <session> <of-sessions>*
           | <giver> <have>? provided <recipient> with <count> <session> <of-sessions>*
           | <giver> <have>? <held> <count> <session> <of-sessions>*
           | <count> <session> <were> <given> <of-sessions>*
           | <count> <session> for/to/in <recipient> <were> <given> <of-sessions>*
           | <count> <session> went to <recipient> <of-sessions>*
           | <count> <session> took place in <place> <of-sessions>*
           | <recipient> <have>? received/got/completed <count> <session> <of-gift>*
           | <fewer> <have>? attended <count> <session> <of-gift>*
           | <recipient> was/were given <count> <session> <of-sessions>*
           | <us-session> <of-sessions>* <amounted> <number> <of-sessions>*
           | there were <count> <us-session> <of-sessions>*
           | <us> training for/of/in <recipient> <when>? <amounted> <count> <session> <of-facts>*
<gave>     = gave/given/provided/delivered
<held>     = held/conducted/ran/hosted/funded/financed/organized/organised/led | carried out | paid for
<given>    = given/provided/delivered/held/conducted
<session>  = <the-programme>? training? session/sessions | session/sessions of training | <shorter> | <us> training session/sessions
<shorter>  = <the-programme>? training? course/courses | <the-programme>? training session/sessions in/on <topic>
<us-session> = <us> training session/sessions | <session>
<the-programme> = <programme>
<of-sessions> = <of-facts> | to/for/in <recipient> | by <giver>
<of-gift>  = <of-facts> | from/by <giver>
<of-facts> = <when> | <under> | <mid>
<mid>      = , <heard> , | , <attributed> ,
<amounted> = came to | totaled/totalled | amounted to

<cost>     = <spender> <have>? spent <sum> on <training> <of-cost>*
           | <spender> <have>? spent <sum> for <training> <of-cost>*
           | <spender> <have>? paid <sum> for <training> <of-cost>*
           | <spender> <have>? spent/paid <sum> to train <whom> <of-cost>*
           | <spender> <have>? spent <sum> training <whom> <of-cost>*
           | <spender> <have>? <gave> <recipient> <sum> <worth> military? training <of-cost>*
           | <spender> <have>? provided <recipient> with <sum> <worth> military? training <of-cost>*
           | <spender> <have>? <gave> <sum> <worth> military? training to/for/in <recipient> <of-cost>*
           | <spender> <have>? funded/financed <sum> <worth> military? training for/in/of <recipient> <of-cost>*
           | <recipient> <have>? received/got <sum> <worth> <us> military? training <of-cost>*
           | <recipient> <have>? received/got <sum> <worth> military? training from <spender> <of-cost>*
           | <recipient> <have>? received/got <sum> <worth> <programme> training <of-cost>*
           | <sum> was/were spent on <training> <of-cost>*
           | <training> <of-cost>* cost <payer>? <sum> <of-cost>*
           | <training> <of-cost>* <amounted> <sum> <of-cost>*
           | <us> spending on <training> <of-cost>* <amounted> <sum> <of-cost>*
           | the cost of <training> <of-cost>* was/were <sum> <of-cost>*
           | the cost of <training> <of-cost>* <amounted> <sum> <of-cost>*
<worth>    = worth of | of | in
<payer>    = <usa> | the? <us> taxpayers
<spender>  = <payer> | <some-office>
<some-office> = <office>
<training> = <us-kind>? military? training for/of/in/to <recipient> | training <whom> | the training of <recipient>
<us-kind>  = <us> | <programme>
<whom>     = <nation-of> security? forces/personnel | <fewer>
<of-cost>  = <of-facts> | in <place> | by <spender>
`
