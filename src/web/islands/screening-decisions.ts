/**
 * Runs in the browser: a subject of a screening decided by keys. A letter chooses what was found and leads to the reason; Ctrl or Cmd with Enter
 * records it. What is typed stays where it is until it is recorded, also where the connection breaks off. Without this it is a plain form.
 */

const form = document.querySelector<HTMLFormElement>('#decision')
if (form) decideIn(form)

function decideIn(form: HTMLFormElement): void {
  const told = form.querySelector<HTMLElement>('#decision-told')!
  const reason = form.querySelector<HTMLTextAreaElement>('#reason')!
  let sending = false

  function tell(text: string): void {
    told.textContent = text
    told.classList.toggle('bad', text !== '')
  }

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    tell('')
    try {
      const body = new FormData(form)
      // Not `form.action`: that is the field of this name.
      const response = await fetch(form.getAttribute('action') ?? '', {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
      })
      const answer = (await response.json()) as { next?: string; problem?: string; detail?: string }
      if (response.ok && answer.next) return location.assign(answer.next)
      tell(answer.problem ?? answer.detail ?? form.dataset.failed ?? '')
    } catch {
      tell(form.dataset.failed ?? '')
    }
    sending = false
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit()
  })
  // Coming back to the page by the browser's own way must not leave it deaf.
  window.addEventListener('pageshow', () => {
    sending = false
  })

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (event.target instanceof Element && event.target.closest('input:not([type="radio"]), textarea, select')) return
    const key = event.key.toLowerCase()
    const wanted = [...document.querySelectorAll<HTMLElement>('[data-key]')].find((one) => one.dataset.key === key)
    if (!wanted) return
    event.preventDefault()
    if (wanted instanceof HTMLInputElement) {
      wanted.checked = true
      reason.focus()
      reason.scrollIntoView({ block: 'nearest' })
    } else if (wanted instanceof HTMLAnchorElement) location.assign(wanted.href)
  })
}
