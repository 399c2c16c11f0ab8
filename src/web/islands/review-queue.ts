/**
 * Runs in the browser: the review queue by keyboard. The next pair is fetched while the reviewer looks at this one, so that a key shows it at
 * once; decisions are sent one after the other behind it. Without this the queue is plain forms.
 */

const queue = document.querySelector<HTMLElement>('#queue')
if (queue) reviewIn(queue)

interface Sent {
  changeset: number
  pair: string
}

function reviewIn(queue: HTMLElement): void {
  const { token = '', address = '', country = '', failed = '' } = queue.dataset
  const told = queue.querySelector<HTMLElement>('#queue-done')!
  const decisions: Sent[] = []
  /** Decisions are changesets, one after the other. */
  let sending: Promise<unknown> = Promise.resolve()
  let next: Promise<HTMLElement | null> | null = null

  const pair = () => queue.querySelector<HTMLElement>('#pair')!
  const nameOf = (section: HTMLElement) => section.dataset.pair ?? ''

  async function fetchPair(parameters: Record<string, string>): Promise<HTMLElement | null> {
    const query = new URLSearchParams(country ? { country, ...parameters } : parameters)
    const response = await fetch(`${address}?${query}`, { credentials: 'same-origin' })
    if (!response.ok) return null
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const section = page.querySelector<HTMLElement>('#pair')
    return section && document.importNode(section, true)
  }

  const fetchNext = () => {
    const name = nameOf(pair())
    next = name === '' ? null : fetchPair({ after: name }).catch(() => null)
  }

  function show(section: HTMLElement): void {
    pair().replaceWith(section)
    for (const hint of section.querySelectorAll<HTMLElement>('[data-undo]')) hint.hidden = decisions.length === 0
    fetchNext()
  }

  async function goOn(left: string): Promise<void> {
    const section = next && (await next)
    if (!section)
      return location.assign(`${address}?${new URLSearchParams(country ? { country, after: left } : { after: left })}`)
    const query = new URLSearchParams(country ? { country, after: left } : { after: left })
    history.replaceState(null, '', `${address}?${query}`)
    show(section)
  }

  function tell(text: string, bad = false): void {
    told.textContent = text
    told.classList.toggle('bad', bad)
  }

  async function send(path: string, fields: Record<string, string>): Promise<number | null> {
    const body = new URLSearchParams({ token, ...fields })
    const response = await fetch(`${address}/${path}`, { method: 'POST', body, headers: { accept: 'application/json' } })
    if (!response.ok) throw new Error(String(response.status))
    return ((await response.json()) as { changeset: number | null }).changeset
  }

  function decide(verdict: string): void {
    const section = pair()
    const form = section.querySelector('form')
    const name = nameOf(section)
    if (!form || name === '') return
    const fields: Record<string, string> = { verdict }
    for (const input of form.querySelectorAll('input')) if (input.name !== 'token') fields[input.name] = input.value
    sending = sending.then(() =>
      send('judge', fields).then(
        (changeset) => {
          if (changeset !== null) decisions.push({ changeset, pair: name })
          tell(`${told.dataset.recorded ?? ''}: ${changeset ?? '–'}`)
          for (const hint of queue.querySelectorAll<HTMLElement>('[data-undo]')) hint.hidden = decisions.length === 0
        },
        () => tell(failed, true),
      ),
    )
    void goOn(name)
  }

  function undo(): void {
    sending = sending.then(async () => {
      const last = decisions.pop()
      if (!last) return
      try {
        await send('undo', { changeset: String(last.changeset), pair: last.pair })
        const section = await fetchPair({ pair: last.pair })
        if (section) show(section)
        tell('')
      } catch {
        decisions.push(last)
        tell(failed, true)
      }
    })
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
    const button = [...pair().querySelectorAll<HTMLElement>('[data-key]')].find(
      (one) => one.dataset.key === event.key.toLowerCase(),
    )
    if (!button) return
    event.preventDefault()
    if (button.dataset.undo !== undefined) undo()
    else if (button.dataset.skip !== undefined) void goOn(nameOf(pair()))
    else decide((button as HTMLButtonElement).value)
  })

  queue.addEventListener('submit', (event) => {
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null
    if (!button || button.name !== 'verdict') return
    event.preventDefault()
    decide(button.value)
  })

  fetchNext()
}
