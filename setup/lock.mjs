/** A lock between processes that survives `kill -9` of its holder: a file whose holder lives and keeps touching it. */
import fs from 'node:fs'
import os from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

const HEARTBEAT = 1_000
/** On the same machine a dead holder is seen at once; this is for holders that we cannot see (another container). */
const SILENCE = 30_000

/** Runs `work` while no other process does. Waits as long as the holder lives; `say` gets one line if it has to wait. */
export async function withLock(file, say, work) {
  const release = await acquire(file, say)
  try {
    return await work()
  } finally {
    release()
  }
}

async function acquire(file, say) {
  const mine = JSON.stringify({ pid: process.pid, host: os.hostname(), nonce: Math.random() })
  let told = false
  for (;;) {
    try {
      fs.writeFileSync(file, mine, { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (removeStale(file)) continue
    if (!told) say('Another process is setting up; waiting for it …')
    told = true
    await sleep(100)
  }
  const beat = setInterval(() => {
    try {
      fs.utimesSync(file, new Date(), new Date())
    } catch {
      // Removed with dist/: the work goes on, and at worst is done twice.
    }
  }, HEARTBEAT)
  beat.unref()
  return () => {
    clearInterval(beat)
    if (read(file) === mine) fs.rmSync(file, { force: true })
  }
}

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** Takes away a lock whose holder has gone. Whether what was taken is what was looked at is checked, as others do the same. */
function removeStale(file) {
  const content = read(file)
  if (content === null) return true
  if (!isStale(file, content)) return false
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
  } catch {
    return true
  }
  if (read(aside) !== content) {
    // Another process was faster and holds the lock already: give it back.
    try {
      fs.linkSync(aside, file)
    } catch {
      // And yet another took it: both may now work at once, which is wasteful and harmless.
    }
  }
  fs.rmSync(aside, { force: true })
  return true
}

function isStale(file, content) {
  const silent = Date.now() - (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > SILENCE
  let holder
  try {
    holder = JSON.parse(content)
  } catch {
    // Being written at this moment, or cut off by a full disk.
    return silent
  }
  if (holder.host !== os.hostname()) return silent
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (error.code === 'ESRCH') return true
  }
  return silent
}
