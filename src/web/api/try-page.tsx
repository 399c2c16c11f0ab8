/**
 * A page to try the API: a plain form for each address, answered in the browser as JSON. Works without script. In English, as the
 * API's own description and its parameters are.
 */
import { Page } from '../components/page.js'
import { formatFor } from '../messages/format.js'
import { messagesFor } from '../messages/messages.js'
import { renderPage } from '../render.js'
import type { Site } from '../site.js'
import { endpoints } from './endpoints.js'

const base = '/api/v1'

/** A parameter as the OpenAPI document has it. */
export interface DocumentedParameter {
  name: string
  description?: string | undefined
  example?: unknown
}

export function tryPage(stylesheetPath: string, parametersOf: (path: string) => readonly DocumentedParameter[]): string {
  const site: Site = {
    language: 'en',
    text: messagesFor('en'),
    format: formatFor('en'),
    address: '/',
    asOf: null,
    head: null,
    origin: '',
    stylesheet: stylesheetPath,
  }
  const page = (
    <Page title="Try the API" room="api">
      <h1>Try the API</h1>
      <p>
        Every address answers in JSON; listings also end in <code>.csv</code>, <code>.json</code> and <code>.ndjson</code>,
        complete. The whole of it is described in <a href={`${base}/openapi.json`}>OpenAPI 3.1</a>.
      </p>
      {endpoints.map(({ path, summary, file }, index) => (
        <section aria-labelledby={`e${index}`}>
          <h2 id={`e${index}`}>
            <code>
              GET {base}
              {path}
            </code>
          </h2>
          <p>{summary}</p>
          {path.includes('{id}') ? (
            <p>
              Ids and slugs stand in the listing <code>{path.replace('/{id}', '')}</code>.
            </p>
          ) : (
            <details open={index === 0}>
              <summary>Parameters</summary>
              <form method="get" action={`${base}${path}`} class="try">
                {parametersOf(`${base}${path}`).map(({ name, description, example }) => (
                  <p class="parameter">
                    <label for={`e${index}-${name}`}>
                      <code>{name}</code>
                    </label>
                    <input
                      id={`e${index}-${name}`}
                      name={name}
                      placeholder={example === undefined ? '' : String(example)}
                      autocomplete="off"
                    />
                    {description && <small>{withCode(description)}</small>}
                  </p>
                ))}
                <p>
                  <button type="submit">Ask</button>
                  {file && (
                    <>
                      {' '}
                      {(['csv', 'json', 'ndjson'] as const).map((format) => (
                        <>
                          <button type="submit" formaction={`${base}${path}.${format}`}>
                            .{format}
                          </button>{' '}
                        </>
                      ))}
                    </>
                  )}
                </p>
              </form>
            </details>
          )}
        </section>
      ))}
    </Page>
  )
  return renderPage(site, page)
}

/** Descriptions mark names of the API with backticks, as OpenAPI's readers expect. */
function withCode(description: string) {
  return description.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))
}
