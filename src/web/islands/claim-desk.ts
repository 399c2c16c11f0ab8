/**
 * Runs in the browser: deciding on an article's claims by keyboard, beside the marked text. Decisions are sent one after the other; after each the
 * page is read anew and its claims take the place of those shown. Without this the claims are plain forms.
 */

const desk = document.querySelector<HTMLElement>('#desk')
if (desk) workAt(desk)

function workAt(desk: HTMLElement): void {
  const { token = '', decide = '', undo = '', failed = '', recorded = '', undone = '' } = desk.dataset
  const told = desk.querySelector<HTMLElement>('#desk-done')!
  const taken: { claim: string; changeset: number }[] = []
  let sending: Promise<unknown> = Promise.resolve()
  /** Decisions that wait to be sent, by claim. */
  const waiting = new Map<string, string>()
  /** What was decided here since the page was read: the claims' forms do not know of it yet. */
  const own = new Map<string, string>()

  const cards = () => [...desk.querySelectorAll<HTMLElement>('.claim-card')]
  const nameOf = (card: HTMLElement | undefined) => card?.dataset.claim ?? ''
  const isOpen = (card: HTMLElement) => card.dataset.state === 'open'
  const current = () => cards().find((card) => card.classList.contains('current'))

  function go(card: HTMLElement | undefined): void {
    if (!card) return
    for (const other of cards()) other.classList.toggle('current', other === card)
    card.focus({ preventScroll: true })
    card.scrollIntoView({ block: 'nearest' })
  }

  function step(by: number): void {
    const all = cards()
    const here = current()
    go(here === undefined ? (all.find(isOpen) ?? all[0]) : all[Math.min(all.length - 1, Math.max(0, all.indexOf(here) + by))])
  }

  function tell(text: string, bad = false): void {
    told.textContent = text
    told.classList.toggle('bad', bad)
  }

  /** Claims as the ledger has them now, with marks and checks; the reader stays at the claim where he is. */
  async function readAnew(): Promise<void> {
    const response = await fetch(location.pathname, { credentials: 'same-origin' })
    if (!response.ok) return
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    // Whoever went on while this was read is elsewhere by now.
    const here = nameOf(current())
    for (const id of ['reading', 'desk-open']) {
      const fresh = page.getElementById(id)
      const old = document.getElementById(id)
      if (fresh && old) old.replaceWith(document.importNode(fresh, true))
    }
    for (const claim of own.keys()) if (!waiting.has(claim)) own.delete(claim)
    for (const card of cards()) if (waiting.has(nameOf(card))) show(card, waiting.get(nameOf(card))!)
    const again = cards().find((card) => nameOf(card) === here)
    if (again) {
      again.classList.add('current')
      again.focus({ preventScroll: true })
    }
  }

  async function send(address: string, fields: Record<string, string>): Promise<number | null> {
    const body = new URLSearchParams({ token, ...fields })
    const response = await fetch(address, { method: 'POST', body, headers: { accept: 'application/json' } })
    if (response.ok) return ((await response.json()) as { changeset: number | null }).changeset
    // The page of an error says what to do: "choose whom the claim speaks of".
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    throw new Error([...page.querySelectorAll('.notice.bad p:not(.digest)')].map((line) => line.textContent).join(' '))
  }

  function take(work: () => Promise<void>): void {
    sending = sending.then(work).catch((error: unknown) => tell((error instanceof Error && error.message) || failed, true))
  }

  function show(card: HTMLElement, verdict: string): void {
    card.dataset.state = verdict
    card.classList.remove('open')
    card.classList.add(verdict)
  }

  function decideOn(card: HTMLElement, verdict: string): void {
    const claim = nameOf(card)
    const all = cards()
    const at = all.indexOf(card)
    show(card, verdict)
    waiting.set(claim, verdict)
    go([...all.slice(at + 1), ...all.slice(0, at)].find(isOpen) ?? card)
    take(async () => {
      try {
        const changeset = await send(decide, { claim, verdict, seen: own.get(claim) ?? '' })
        if (changeset !== null) {
          taken.push({ claim, changeset })
          own.set(claim, String(changeset))
        }
        tell(`${recorded} ${changeset ?? '–'}`)
      } finally {
        waiting.delete(claim)
        // One reading tells of all that were sent by then.
        if (waiting.size === 0) await readAnew()
      }
    })
  }

  /** Of the decisions that the page was loaded with, the last that was made. */
  function lastShown(): { claim: string; changeset: number } | undefined {
    const decided = cards().flatMap((card) => {
      const changeset = Number(card.querySelector<HTMLInputElement>('input[name="changeset"]')?.value)
      return changeset > 0 ? [{ claim: nameOf(card), changeset }] : []
    })
    return decided.sort((one, other) => other.changeset - one.changeset)[0]
  }

  function undoLast(given?: { claim: string; changeset: number }): void {
    take(async () => {
      const last = given ?? taken.at(-1) ?? lastShown()
      if (!last) return
      await send(undo, { claim: last.claim, changeset: String(last.changeset) })
      if (taken.at(-1)?.changeset === last.changeset) taken.pop()
      tell(undone)
      await readAnew()
      go(cards().find((card) => nameOf(card) === last.claim))
    })
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'k') {
      event.preventDefault()
      return step(key === 'j' ? 1 : -1)
    }
    if (key === 'z') {
      event.preventDefault()
      return undoLast()
    }
    const card = current()
    const chosen = [...(card?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find((one) => one.dataset.key === key)
    if (!card || !chosen || chosen.dataset.undo !== undefined) return
    event.preventDefault()
    if (chosen.dataset.correct !== undefined) return location.assign((chosen as HTMLAnchorElement).href)
    decideOn(card, (chosen as HTMLButtonElement).value)
  })

  desk.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const card = form.closest<HTMLElement>('.claim-card')
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null
    if (!card || !button) return
    event.preventDefault()
    const changeset = form.querySelector<HTMLInputElement>('input[name="changeset"]')?.value
    if (changeset) undoLast({ claim: nameOf(card), changeset: Number(changeset) })
    else decideOn(card, button.value)
  })

  desk.addEventListener('focusin', (event) => {
    const card = (event.target as Element).closest<HTMLElement>('.claim-card')
    if (card) for (const other of cards()) other.classList.toggle('current', other === card)
  })
}
