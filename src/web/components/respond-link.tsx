/** The way to answer what a page says, or to have it corrected; not on a page of a past state, which stays as it was. */
import { href, useSite } from '../site.js'

export function RespondLink({ id }: { id: string }) {
  const site = useSite()
  if (site.asOf !== null) return null
  return (
    <p class="respond">
      <a href={href(site, `/respond/${id}`)} rel="nofollow">
        {site.text.respond.link}
      </a>
    </p>
  )
}
