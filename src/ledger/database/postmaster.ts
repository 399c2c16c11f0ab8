/** What `postmaster.pid` says about a running server, and whether to believe it. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'

export interface Postmaster {
  pid: number
  port: number | null
}

/** Reads the file that PostgreSQL keeps while it runs; null where there is none or only its beginning was written. */
export function readPostmaster(data: string): Postmaster | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    const port = Number(lines[3])
    return Number.isInteger(pid) && pid > 0 ? { pid, port: port > 0 ? port : null } : null
  } catch {
    return null
  }
}

/**
 * Whether this process lives and may be a PostgreSQL: after a restart of the machine another program may have the number.
 * Another user's process lives too (EPERM).
 */
export function mayBePostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  try {
    if (process.platform === 'linux') {
      // A zombie has an empty command line: it no longer runs.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
    }
    if (process.platform === 'darwin') {
      return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes('postgres')
    }
  } catch {
    return false
  }
  return true
}

/**
 * Backends that a killed server left behind in this cluster and that still work on something: they keep its shared memory, and
 * a new server refuses to start beside them. Their working directory is the cluster's folder. Linux only, elsewhere none.
 */
export function orphans(data: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const ours =
        readlinkSync(`/proc/${name}/cwd`) === data && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('postgres')
      return ours ? [Number(name)] : []
    } catch {
      return []
    }
  })
}
