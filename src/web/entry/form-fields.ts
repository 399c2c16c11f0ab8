/** The fields of a form that was sent, as lists of texts by name; a file apart. */

/** Longer forms than any of ours. */
const mostFields = 300

export function valuesOf(fields: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, value] of [...fields.entries()].slice(0, mostFields)) {
    if (typeof value !== 'string' || name === 'token' || name === 'step' || name === 'draft') continue
    values[name] ??= []
    values[name].push(value)
  }
  return values
}

/** Null where none was chosen: a browser sends an empty one then. */
export async function fileOf(fields: FormData, name: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const file = fields.get(name)
  if (file === null || typeof file === 'string' || file.size === 0) return null
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
