/**
 * Who runs PostgreSQL. It refuses to run as root, so root lends it an unprivileged account that exists already: `nobody`, or
 * another that every system has. Users are never created. The account must be able to walk to what it runs and keeps.
 */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export interface Account {
  name: string
  uid: number
  gid: number
}

const candidates = ['nobody', 'daemon', 'postgres', 'www-data']

/** The account that PostgreSQL runs as, or null where it runs as whoever runs us. */
export function serverAccount(passwd = '/etc/passwd'): Account | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readAccounts(passwd)
  for (const name of candidates) {
    const account = accounts.find((known) => known.name === name && known.uid !== 0)
    if (account) return account
  }
  return { name: 'nobody', uid: 65534, gid: 65534 }
}

function readAccounts(passwd: string): Account[] {
  let text: string
  try {
    text = readFileSync(passwd, 'utf8')
  } catch {
    return []
  }
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    // macOS writes nobody as -2, which the kernel knows as 4294967294.
    return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : []
  })
}

/** Whether the account may walk through every folder down to this one. The folder itself need not exist yet. */
export function canReach(folder: string, account: Account): boolean {
  const parent = path.dirname(folder)
  if (parent !== folder && !canReach(parent, account)) return false
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (!stat) return true
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}
