/**
 * Runs in the browser, on the forms of entry: keeps what is typed until it is entered, and finds who is meant while one types. Without it the forms are
 * plain, and the server keeps what it could not enter.
 *
 * Nothing of a restricted source is kept here. What is kept is erased when the page of the entry is shown.
 */

const prefix = 'rastro-draft:'
/** A pause shorter than this is somebody typing on. */
const pauseMs = 250

const done = document.querySelector<HTMLElement>('#entry-done')
if (done) forget(done.dataset.draft ?? '')
const form = document.querySelector<HTMLFormElement>('#entry-form')
if (form) {
  keepDraft(form)
  for (const field of form.querySelectorAll<HTMLElement>('fieldset[data-pick]')) pickIn(field)
  quoteFromText(form)
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key)
  } catch {
    return null
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Every field that a person fills, but for files and what the server wrote into the form itself. */
function fieldsOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form).entries()].flatMap(([name, value]): [string, string][] =>
    typeof value !== 'string' || value === '' || /^(?:token|draft|step|of|statement|designation)$/.test(name)
      ? []
      : [[name, value]],
  )
}

function keepDraft(form: HTMLFormElement): void {
  const key = form.dataset.draft ?? ''
  const told = form.querySelector<HTMLElement>('#entry-draft')!
  const isRestricted = () =>
    form.querySelector('input[name="restricted"]:checked, input[name="note_restricted"]:checked') !== null ||
    (form.querySelector<HTMLSelectElement>('select[name="source"]')?.selectedOptions[0]?.textContent ?? '').startsWith('[')
  const erase = document.createElement('button')
  erase.type = 'button'
  erase.className = 'plain'
  erase.textContent = form.dataset.erase ?? ''
  erase.addEventListener('click', () => {
    forget(key)
    told.replaceChildren()
  })
  const tell = (text: string, kept: boolean) => told.replaceChildren(text, ' ', ...(kept ? [erase] : []))

  const before = stored(key)
  if (form.dataset.pristine && before !== null) {
    const fields = JSON.parse(before) as [string, string][]
    restore(form, fields)
    // A browser that goes back fills the form as it left it, after this script: then what was chosen since is gone again.
    window.addEventListener('pageshow', () => restore(form, fields), { once: true })
    tell(form.dataset.restored ?? '', true)
  }

  let waiting: ReturnType<typeof setTimeout> | undefined
  let sent = false
  const keep = () => {
    clearTimeout(waiting)
    if (isRestricted()) {
      forget(key)
      tell(form.dataset.notKept ?? '', false)
      return
    }
    try {
      localStorage.setItem(prefix + key, JSON.stringify(fieldsOf(form)))
      tell(form.dataset.kept ?? '', true)
    } catch {
      // Full, or not allowed: the server keeps what is sent.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(keep, pauseMs)
  })
  // Leaving the page in the pause after the last letter loses nothing.
  window.addEventListener('pagehide', () => {
    if (!sent && fieldsOf(form).some(([name]) => !/_kind$|^(?:stance|status|kind|relation|source)$/.test(name))) keep()
  })
  form.addEventListener('submit', (event) => {
    sent = true
    keep()
    if (navigator.onLine || isRestricted()) return
    event.preventDefault()
    sent = false
    tell(form.dataset.lost ?? '', true)
  })
}

function restore(form: HTMLFormElement, fields: readonly [string, string][]): void {
  for (const [name, value] of fields) {
    const named = [...form.elements].filter((one): one is HTMLInputElement => (one as HTMLInputElement).name === name)
    for (const field of named)
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value || field.checked
      else if (field.type !== 'hidden' && field.type !== 'file') field.value = value
    // A choice that a list makes by itself says nothing.
    const closed = named[0]?.matches('select') ? null : named[0]?.closest('details')
    if (closed) closed.open = true
    // Who was chosen is no longer among the choices: the id alone is enough.
    const choice = /^(\w+)_id$/.exec(name)?.[1]
    if (choice && value !== 'new' && !named.some((one) => one.value === value)) {
      const picker = form.querySelector<HTMLElement>(`fieldset[data-name="${choice}"]`)
      const text = fields.find(([other]) => other === choice)?.[1]
      if (picker && text) addChoice(picker, { id: value, text, detail: '' })
    }
  }
}

interface Suggested {
  id: string
  text: string
  detail: string
}

function addChoice(picker: HTMLElement, { id, text, detail }: Suggested): void {
  const found = picker.querySelector('.picker-found')!
  const label = document.createElement('label')
  label.className = 'option'
  const radio = document.createElement('input')
  radio.type = 'radio'
  radio.name = `${picker.dataset.name}_id`
  radio.value = id
  const printed = document.createElement('span')
  printed.translate = false
  printed.textContent = text
  const small = document.createElement('span')
  small.className = 'quiet small'
  small.textContent = detail
  label.append(radio, ' ', printed, ' ', small)
  found.replaceChildren(label)
  radio.checked = true
}

/** The combobox pattern with a list box, as in the search box: the choice becomes a radio button, which is what the form sends. */
function pickIn(picker: HTMLElement): void {
  const input = picker.querySelector<HTMLInputElement>('.picker-line input')!
  const list = document.createElement('div')
  list.id = `${input.id}-suggestions`
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', picker.dataset.label ?? '')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  picker.querySelector('.picker-line')!.append(list, status)
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  let options: { element: HTMLElement; value: Suggested }[] = []
  let chosen = -1
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  const choose = (index: number) => {
    options[chosen]?.element.setAttribute('aria-selected', 'false')
    chosen = index
    const option = options[chosen]?.element
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }
  const close = () => {
    clearTimeout(waiting)
    asking?.abort()
    choose(-1)
    options = []
    list.hidden = true
    list.replaceChildren()
    status.textContent = ''
    input.setAttribute('aria-expanded', 'false')
  }
  const take = (value: Suggested) => {
    input.value = value.text
    addChoice(picker, value)
    close()
    input.dispatchEvent(new Event('input', { bubbles: true }))
    clearTimeout(waiting)
  }
  const show = (answer: { options: Suggested[]; status: string }) => {
    choose(-1)
    options = answer.options.map((value, at) => {
      const element = document.createElement('div')
      element.id = `${list.id}-${at}`
      element.setAttribute('role', 'option')
      element.setAttribute('aria-selected', 'false')
      const printed = document.createElement('span')
      printed.translate = false
      printed.textContent = value.text
      const small = document.createElement('small')
      small.textContent = value.detail
      element.append(printed, ' ', small)
      element.addEventListener('click', () => take(value))
      return { element, value }
    })
    list.replaceChildren(...options.map(({ element }) => element))
    list.hidden = options.length === 0
    input.setAttribute('aria-expanded', String(options.length > 0))
    status.textContent = answer.status
  }
  const ask = async () => {
    if (input.value.trim().length < 2) return close()
    asking?.abort()
    asking = new AbortController()
    const query = new URLSearchParams({ q: input.value, kinds: picker.dataset.kinds ?? '' })
    try {
      const response = await fetch(`${picker.dataset.pick}?${query}`, { signal: asking.signal })
      if (response.ok && document.activeElement === input)
        show((await response.json()) as { options: Suggested[]; status: string })
    } catch {
      // Typed on, or the server does not answer: "find" works without suggestions.
    }
  }
  input.addEventListener('input', (event) => {
    // Another name is not whom was chosen.
    if (event.isTrusted)
      for (const radio of picker.querySelectorAll<HTMLInputElement>('.picker-found input')) radio.checked = false
    clearTimeout(waiting)
    if (event.isTrusted) waiting = setTimeout(ask, pauseMs)
  })
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || list.hidden) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const places = options.length + 1
      choose(((chosen + 1 + (event.key === 'ArrowDown' ? 1 : places - 1)) % places) - 1)
      event.preventDefault()
    } else if (event.key === 'Enter' && options[chosen]) {
      take(options[chosen]!.value)
      event.preventDefault()
    } else if (event.key === 'Escape') {
      close()
      event.preventDefault()
    }
  })
  list.addEventListener('pointerdown', (event) => event.preventDefault())
}

/** What is marked in the text beside becomes the passage. */
function quoteFromText(form: HTMLFormElement): void {
  const text = document.querySelector<HTMLElement>('.entry-beside .source-text')
  const words = form.querySelector<HTMLTextAreaElement>('textarea[name="words"]')
  if (!text || !words) return
  text.addEventListener('pointerup', () => {
    const selection = document.getSelection()
    const quoted = selection?.toString().trim() ?? ''
    if (quoted === '' || !selection?.anchorNode || !text.contains(selection.anchorNode)) return
    words.value = quoted
    words.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
