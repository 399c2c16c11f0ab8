/**
 * What PostgreSQL sees of the environment: nothing that would change what it writes. Without this, a machine without LANG makes
 * a cluster that takes text for ASCII, in which "Batallón" is indexed as "batall", and PGPORT or PGDATA of the user's would leak in.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const keep = process.platform === 'win32' ? ['PATH', 'SystemRoot', 'TEMP', 'TMP'] : ['PATH', 'TMPDIR']
  const kept = Object.fromEntries(keep.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  return { PATH: '/usr/bin:/bin', ...kept, LC_ALL: 'C', TZ: 'UTC' }
}
