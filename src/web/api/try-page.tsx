/** A page to try the API: a plain form for each address, answered in the browser as JSON. Works without script. */
import { endpoints } from './endpoints.js'

const base = '/api/v1'

/** A parameter as the OpenAPI document has it. */
export interface DocumentedParameter {
  name: string
  description?: string | undefined
  example?: unknown
}

export function tryPage(stylesheetPath: string, parametersOf: (path: string) => readonly DocumentedParameter[]): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Try the API · Rastro</title>
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <main id="content">
          <h1>Try the API</h1>
          <p>
            Every address answers in JSON; listings also end in <code>.csv</code>, <code>.json</code> and <code>.ndjson</code>,
            complete. The whole of it is described in <a href={`${base}/openapi.json`}>OpenAPI 3.1</a>. Back to{' '}
            <a href="/">Rastro</a>.
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
                <form method="get" action={`${base}${path}`}>
                  {parametersOf(`${base}${path}`).map(({ name, description, example }) => (
                    <p>
                      <label for={`e${index}-${name}`}>
                        <code>{name}</code>
                      </label>{' '}
                      <input
                        id={`e${index}-${name}`}
                        name={name}
                        placeholder={example === undefined ? '' : String(example)}
                        autocomplete="off"
                      />
                      {description && <small> {description}</small>}
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
              )}
            </section>
          ))}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>${page.toString()}`
}
