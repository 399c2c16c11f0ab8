/** The page of the form of an alleged incident: one place of a source, and all that it says of it. */
import { Choice, CountryChoice, DateField, Picker, TextArea, TextField, Tick } from '../../components/entry-fields.js'
import { EntryForm, type FormView, SourceFields } from '../../components/entry-frame.js'
import { factors, outcomes, perpetratorKinds, victimKinds } from '../../entry/read-incident.js'
import { useSite } from '../../site.js'
import { ClassField, FormPage, GradeFields, optionsOf, SaidFields } from './forms.js'

export function IncidentFormPage({ view }: { view: FormView }) {
  const { text } = useSite()
  const words = text.entry
  const { typed } = view
  const any = (...names: string[]) => names.some((name) => typed.get(name) !== '' || typed.problems.has(name))
  return (
    <FormPage title={words.forms.incident}>
      <p class="notice">{text.incident.notJudged}</p>
      <EntryForm view={view} action="/enter/incident" submit={words.submit}>
        <SourceFields view={view} />
        <fieldset class="part">
          <legend>{words.partWhat}</legend>
          <TextArea typed={typed} name="what" label={words.what} rows={3} required />
          <SaidFields typed={typed} />
          <CountryChoice typed={typed} name="country" label={words.country} />
          <TextField typed={typed} name="location" label={words.location} />
          <TextField typed={typed} name="violation" label={words.violation} />
          <ClassField typed={typed} />
        </fieldset>
        <fieldset class="part">
          <legend>{words.partWho}</legend>
          <TextField typed={typed} name="perpetrator_words" label={words.perpetratorWords} />
          <Picker
            typed={typed}
            name="perpetrator"
            label={words.perpetrator}
            hint={words.perpetratorHint}
            kinds={perpetratorKinds}
          />
        </fieldset>
        <fieldset class="part">
          <legend>{words.partVictims}</legend>
          <TextField typed={typed} name="victims" label={words.victims} most={500} />
          <div class="date-parts">
            <TextField typed={typed} name="victims_low" label={words.victimsLow} most={7} />
            <TextField typed={typed} name="victims_high" label={words.victimsHigh} most={7} />
          </div>
          <Choice
            typed={typed}
            name="victims_kind"
            label={words.victimsKind}
            options={optionsOf(victimKinds, words.victimKinds)}
            blank={words.unknown}
          />
          <TextArea typed={typed} name="victims_names" label={words.victimsNames} rows={2} />
          <Tick typed={typed} name="victims_public" label={words.victimsPublic} />
        </fieldset>
        <details class="part" open={any('denier', 'denial', 'denied', 'sought_from', 'sought', 'sought_outcome')}>
          <summary>{words.partAnswers}</summary>
          <TextField typed={typed} name="denier" label={words.denier} />
          <TextArea typed={typed} name="denial" label={words.denial} rows={2} />
          <DateField typed={typed} name="denied" label={words.denied} />
          <TextField typed={typed} name="sought_from" label={words.soughtFrom} />
          <DateField typed={typed} name="sought" label={words.sought} />
          <TextField typed={typed} name="sought_outcome" label={words.soughtOutcome} most={500} />
        </details>
        <details class="part" open={any('legal', 'legal_by', 'legal_on')}>
          <summary>{words.partLaw}</summary>
          <Choice
            typed={typed}
            name="legal"
            label={words.legal}
            options={optionsOf(outcomes, words.legalOutcomes)}
            blank={words.unknown}
          />
          <TextField typed={typed} name="legal_by" label={words.legalBy} />
          <DateField typed={typed} name="legal_on" label={words.legalOn} />
        </details>
        <details class="part" open={any(...factors.map((factor) => `factor_${factor}`))}>
          <summary>{words.partFactors}</summary>
          <p class="quiet small">{words.factorsNote}</p>
          {factors.map((factor) => (
            <TextArea typed={typed} name={`factor_${factor}`} label={words.factors[factor] ?? factor} rows={2} />
          ))}
        </details>
        <GradeFields typed={typed} />
      </EntryForm>
    </FormPage>
  )
}
