/** Parts of the forms by which a reviewer judges what names mean. */
import { useSite } from '../site.js'

/** Why, in the reviewer's words; kept with the judgement. */
export function NoteField() {
  const { text } = useSite()
  return (
    <p>
      <label>
        {text.queue.note} <input type="text" name="note" maxlength={2000} autocomplete="off" />
      </label>
    </p>
  )
}

/** Each sends the form with its verdict. */
export function VerdictButtons({ same, different }: { same: string; different: string }) {
  return (
    <p class="queue-buttons">
      <button type="submit" name="verdict" value="same">
        {same}
      </button>
      <button type="submit" name="verdict" value="different">
        {different}
      </button>
    </p>
  )
}
