/** The pages of the forms by which an analyst enters a source, a statement, a denial and a relation. */
import type { Child } from 'hono/jsx'
import { type Property, propertyMeanings } from '../../../ledger/entities.js'
import type { SaidOf } from '../../../ledger/read/entity.js'
import { Choice, DateField, Picker, Radios, TextArea, TextField, Tick } from '../../components/entry-fields.js'
import { EntryForm, type FormView, SourceFields } from '../../components/entry-frame.js'
import { Page } from '../../components/page.js'
import { StatementLine } from '../../components/statement-line.js'
import { classChoices } from '../../entry/classes.js'
import {
  endsOf,
  openEnds,
  type Relation,
  relations,
  sourceKinds,
  sourceLanguages,
  stances,
  statuses,
} from '../../entry/read-statement.js'
import type { Typed } from '../../entry/typed.js'
import { useSite } from '../../site.js'

/** The values of a list with what each is called. */
export const optionsOf = <Value extends string>(values: readonly Value[], texts: Readonly<Record<string, string>>) =>
  values.map((value) => ({ value, text: texts[value] ?? value }))

/** The page of a form: what is entered is its title, and its way back leads to all forms. */
export function FormPage({ title, children }: { title: string; children: Child }) {
  const words = useSite().text.entry
  return (
    <Page title={title} unlisted breadcrumb={[{ text: words.title, path: '/enter' }]}>
      <h1>{title}</h1>
      {children}
    </Page>
  )
}

export function SourceFormPage({ view }: { view: FormView }) {
  const words = useSite().text.entry
  const { typed } = view
  return (
    <FormPage title={words.forms.source}>
      <EntryForm
        view={view}
        action="/enter/source"
        file
        beside={<p class="quiet">{words.formNotes.source}</p>}
        submit={words.submit}
      >
        <Radios
          typed={typed}
          name="kind"
          label={words.sourceKind}
          options={optionsOf(sourceKinds, words.sourceKinds)}
          preset="article"
        />
        <TextField typed={typed} name="title" label={words.sourceTitle} most={500} required />
        <TextField typed={typed} name="publisher" label={words.publisher} />
        <TextField typed={typed} name="published" label={words.published} most={100} />
        <Choice
          typed={typed}
          name="language"
          label={words.language}
          options={optionsOf(sourceLanguages, words.languages)}
          blank={words.unknown}
        />
        <TextField typed={typed} name="url" label={words.address} type="url" most={2000} />
        <TextField typed={typed} name="collected" label={words.collected} hint={words.collectedHint} required />
        <TextArea typed={typed} name="text" label={words.text} hint={words.textHint} rows={10} />
        <FileField view={view} />
        <Tick typed={typed} name="restricted" label={words.restricted} hint={words.restrictedHint} />
      </EntryForm>
    </FormPage>
  )
}

export function FileField({ view: { typed, file } }: { view: FormView }) {
  const words = useSite().text.entry
  return (
    <>
      <TextField
        typed={typed}
        name="file"
        type="file"
        label={words.file}
        hint={file === null ? words.fileHint : `${words.fileHint} ${words.fileKept(file)}`}
      />
    </>
  )
}

/** Speaker, dates and grades, as every statement has them. */
export function SaidFields({ typed, speaker = true }: { typed: Typed; speaker?: boolean }) {
  const words = useSite().text.entry
  return (
    <>
      {speaker && <TextField typed={typed} name="speaker" label={words.speaker} hint={words.speakerHint} />}
      <DateField typed={typed} name="first" label={words.first} known={{ name: 'starts', label: words.starts }} />
      <DateField typed={typed} name="last" label={words.last} known={{ name: 'ends', label: words.ends }} />
    </>
  )
}

export function GradeFields({ typed }: { typed: Typed }) {
  const words = useSite().text.entry
  return (
    <fieldset class="part">
      <legend>{words.partGrade}</legend>
      <TextField typed={typed} name="confidence" label={words.confidence} most={60} />
      <Choice typed={typed} name="status" label={words.status} options={optionsOf(statuses, words.statuses)} />
    </fieldset>
  )
}

/** What goes on after the last citation, as the source knows it. */
function OpenEnded({ typed }: { typed: Typed }) {
  const words = useSite().text.entry
  return (
    <Choice
      typed={typed}
      name="open_ended"
      label={words.openEnded}
      options={optionsOf(openEnds, words.openEnds)}
      blank={words.unknown}
    />
  )
}

/** The class of an alleged violation: what the committed table says of the source's word, unless the analyst reads it otherwise. */
export function ClassField({ typed }: { typed: Typed }) {
  const { text } = useSite()
  const words = text.entry
  const { event, gvhrClass } = text.incident
  const options = classChoices.map((value) => ({
    value: value as string,
    text: value === 'none' ? words.classNone : (event[value] ?? `22 USC 2304(d)(1): ${gvhrClass[value] ?? value}`),
  }))
  return (
    <Choice typed={typed} name="class" label={words.class} hint={words.classHint} options={options} blank={words.classByTable} />
  )
}

/** A choice on which further fields depend, with the button that shows them where no script may run. */
function ChoiceOfFields({ children }: { children: Child }) {
  const words = useSite().text.entry
  return (
    <div class="picker-line">
      {children}
      <button type="submit" name="step" value="show" formnovalidate class="plain">
        {words.chooseProperty}
      </button>
    </div>
  )
}

export interface StatementFormProps {
  view: FormView
  /** What the fields are for; null where it has to be chosen first. */
  property: Property | null
  /** The statement that is denied or doubted, where one is. */
  of: SaidOf | null
}

export function StatementFormPage({ view, property, of }: StatementFormProps) {
  const { text } = useSite()
  const words = text.entry
  const { typed } = view
  const title = of ? words.forms.denial : words.forms.statement
  const meaning = property && propertyMeanings[property]
  return (
    <FormPage title={title}>
      <EntryForm view={view} action={of ? '/enter/denial' : '/enter/statement'} submit={words.submit}>
        {of && (
          <section class="answered">
            <h2>{words.answersTo}</h2>
            <StatementLine statement={of} />
            <input type="hidden" name="of" value={of.id} />
          </section>
        )}
        <SourceFields view={view} />
        <fieldset class="part">
          <legend>{words.value}</legend>
          {!of && (
            <ChoiceOfFields>
              <Choice
                typed={typed}
                name="property"
                label={words.property}
                options={optionsOf(Object.keys(propertyMeanings), text.entity.properties)}
                blank={words.unknown}
              />
            </ChoiceOfFields>
          )}
          {meaning && (
            <>
              {!of && <Picker typed={typed} name="entity" label={words.entity} kinds={meaning.of} required />}
              <Radios
                typed={typed}
                name="stance"
                label={words.stance}
                options={optionsOf(of ? stances.slice(1) : stances, words.stances)}
                preset={of ? 'denies' : 'asserts'}
              />
              <TextArea typed={typed} name="value" label={words.value} rows={3} />
              {!of && meaning.object && property !== 'outcome' && (
                <Picker typed={typed} name="object" label={words.object} kinds={meaning.object} />
              )}
              {property === 'violation' && <ClassField typed={typed} />}
              {!of && <Details typed={typed} property={property!} />}
              <TextField typed={typed} name="speaker" label={of ? words.denies : words.speaker} hint={words.speakerHint} />
              <SaidFields typed={typed} speaker={false} />
              {!of && <OpenEnded typed={typed} />}
            </>
          )}
        </fieldset>
        {meaning && <GradeFields typed={typed} />}
      </EntryForm>
    </FormPage>
  )
}

/** The particulars of a property; the class of a violation has a field of its own. */
function Details({ typed, property }: { typed: Typed; property: Property }) {
  const words = useSite().text.entry
  const names = Object.keys(propertyMeanings[property].details ?? {}).filter(
    (name) => property !== 'violation' || !/^(?:gvhr_class|event|classed_by)$/.test(name),
  )
  if (names.length === 0) return null
  return (
    <details open={names.some((name) => typed.get(`detail_${name}`) !== '' || typed.problems.has(`detail_${name}`))}>
      <summary>{words.details}</summary>
      {names.map((name) => (
        <TextField typed={typed} name={`detail_${name}`} label={words.detailNames[name] ?? name} />
      ))}
    </details>
  )
}

export function RelationFormPage({ view, relation }: { view: FormView; relation: Relation }) {
  const { text } = useSite()
  const words = text.entry
  const { typed } = view
  const kinds = endsOf(relation)
  return (
    <FormPage title={words.forms.relation}>
      <p>{words.formNotes.relation}</p>
      <EntryForm view={view} action="/enter/relation" submit={words.submit}>
        <SourceFields view={view} />
        <fieldset class="part">
          <legend>{words.relation}</legend>
          <Picker typed={typed} name="from" label={words.from} kinds={kinds.from} required />
          <ChoiceOfFields>
            <Choice typed={typed} name="relation" label={words.relation} options={optionsOf(relations, words.relations)} />
          </ChoiceOfFields>
          <Picker typed={typed} name="to" label={words.to} kinds={kinds.to} required />
          {propertyMeanings[relation].value !== null && <TextField typed={typed} name="value" label={words.asSource} />}
          {Object.keys(propertyMeanings[relation].details ?? {}).map((name) => (
            <TextField typed={typed} name={`detail_${name}`} label={words.detailNames[name] ?? name} />
          ))}
          <Radios typed={typed} name="stance" label={words.stance} options={optionsOf(stances, words.stances)} preset="asserts" />
          <SaidFields typed={typed} />
          <OpenEnded typed={typed} />
        </fieldset>
        <GradeFields typed={typed} />
      </EntryForm>
    </FormPage>
  )
}
