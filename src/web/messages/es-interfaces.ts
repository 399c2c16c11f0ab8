/** Español: lo que programas ajenos muestran de lo nuestro, y lo que cambió en el registro. */
const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const interfaces = {
  preview: {
    rows: (rows: number, writtenRows: string, sessions: number, writtenSessions: string, years: string) =>
      `Figura en ${writtenRows} ${plural(rows, 'fila', 'filas')} de los informes de adiestramiento (años fiscales ${years}): ${writtenSessions} ${plural(sessions, 'sesión impartida', 'sesiones impartidas')}.`,
    proposed: 'Qué nombres impresos la designan lo propuso una regla; ninguna persona lo ha confirmado.',
    alleged: (count: number, written: string) =>
      `Las fuentes le atribuyen ${written} ${plural(count, 'incidente', 'incidentes')}. Una denuncia no es una conclusión.`,
  },
}
