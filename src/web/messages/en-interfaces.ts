/** English: what programs of others show of ours, and what changed in the ledger. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const interfaces = {
  preview: {
    rows: (rows: number, writtenRows: string, sessions: number, writtenSessions: string, years: string) =>
      `Named in ${writtenRows} ${plural(rows, 'row', 'rows')} of training reports (fiscal years ${years}), ${writtenSessions} training ${plural(sessions, 'session', 'sessions')} delivered.`,
    proposed: 'Which printed names mean it was proposed by a rule; no person has confirmed it.',
    alleged: (count: number, written: string) =>
      `Sources allege ${written} ${plural(count, 'incident', 'incidents')} of it. An allegation is no finding.`,
  },
}
