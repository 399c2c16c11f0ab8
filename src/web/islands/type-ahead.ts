/**
 * Runs in the browser: the search box suggests countries, programmes and printed names while somebody types. Without it the box is a plain
 * form, and nothing else depends on it.
 *
 * It is the combobox pattern of the ARIA Authoring Practices with a list box: focus stays in the field, arrow keys move through the
 * suggestions, Enter opens the one that is chosen or, where none is, searches as ever; Escape closes the list and keeps what was typed.
 */

interface Answer {
  groups: { label: string; options: { text: string; detail: string; href: string }[] }[]
  /** What a screen reader is told: how many there are. */
  status: string
}

/** A pause shorter than this is somebody typing on. */
const pauseMs = 120
const fewestLetters = 2

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]')
  if (input) suggestFor(form, input)
}

function suggestFor(form: HTMLFormElement, input: HTMLInputElement): void {
  const list = document.createElement('div')
  list.id = `${input.id}-suggestions`
  list.className = 'suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', form.dataset.suggestLabel ?? '')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'visually-hidden'
  status.setAttribute('role', 'status')
  form.append(list, status)

  // A field of type "search" may not take the role; its cross to empty it is the only thing lost.
  input.type = 'text'
  input.enterKeyHint = 'search'
  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  input.setAttribute('aria-expanded', 'false')

  let options: HTMLElement[] = []
  let chosen = -1
  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined

  const choose = (index: number) => {
    options[chosen]?.setAttribute('aria-selected', 'false')
    chosen = index
    const option = options[chosen]
    if (!option) {
      input.removeAttribute('aria-activedescendant')
      return
    }
    option.setAttribute('aria-selected', 'true')
    option.scrollIntoView({ block: 'nearest' })
    input.setAttribute('aria-activedescendant', option.id)
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

  const show = (answer: Answer) => {
    choose(-1)
    options = []
    list.replaceChildren(
      ...answer.groups.map((group, at) => {
        const label = element('div', 'suggestions-label', group.label)
        label.id = `${list.id}-group-${at}`
        const box = document.createElement('div')
        box.setAttribute('role', 'group')
        box.setAttribute('aria-labelledby', label.id)
        label.setAttribute('role', 'presentation')
        box.append(label, ...group.options.map((option) => optionOf(option)))
        return box
      }),
    )
    list.hidden = options.length === 0
    input.setAttribute('aria-expanded', String(options.length > 0))
    status.textContent = answer.status
  }

  const optionOf = ({ text, detail, href }: Answer['groups'][number]['options'][number]) => {
    const option = document.createElement('div')
    option.id = `${list.id}-${options.length}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    option.dataset.href = href
    const printed = element('span', '', text)
    printed.translate = false
    option.append(printed, ' ', element('small', '', detail))
    options.push(option)
    return option
  }

  const ask = async () => {
    const typed = input.value
    if (typed.trim().length < fewestLetters) return close()
    asking?.abort()
    asking = new AbortController()
    const { signal } = asking
    try {
      const response = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal })
      if (response.ok && !signal.aborted && document.activeElement === input) show((await response.json()) as Answer)
    } catch {
      // Typed on, gone away, or the server does not answer: the form works without suggestions.
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, pauseMs)
  })
  input.addEventListener('blur', close)
  form.addEventListener('submit', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) {
        if (event.key === 'ArrowDown') void ask()
      } else {
        // One place more than there are suggestions: the field itself, with what was typed.
        const places = options.length + 1
        choose(((chosen + 1 + (event.key === 'ArrowDown' ? 1 : places - 1)) % places) - 1)
      }
      event.preventDefault()
    } else if (event.key === 'Enter' && options[chosen]) {
      event.preventDefault()
      location.assign(options[chosen]?.dataset.href ?? '')
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    }
  })
  // The field must keep the focus, or the list would be gone before the click arrives.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role="option"]')
    if (option?.dataset.href) location.assign(option.dataset.href)
  })
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  made.textContent = text
  return made
}
