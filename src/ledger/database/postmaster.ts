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
 * What runs under this number: after a restart of the machine it may be another program's. Another user's process runs, too
 * (EPERM). Where it cannot be told, it counts as a PostgreSQL.
 */
export function whatRuns(pid: number): 'nothing' | 'postgres' | 'another program' {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'nothing'
  }
  const command = commandLine(pid)
  // A zombie has an empty command line: it no longer runs.
  if (command === '') return 'nothing'
  return command === null || command.includes('postgres') ? 'postgres' : 'another program'
}

function commandLine(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (process.platform === 'darwin') return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' })
  } catch {
    return ''
  }
  return null
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
