/** Which units are among their own ancestors, dates left aside: Tarjan's strongly connected components, without recursion. */

/** The edges, child to parent, that lie on a circle. */
export function edgesOnCircles(edges: readonly { child: string; parent: string }[]): Set<number> {
  const parents = new Map<string, string[]>()
  for (const { child, parent } of edges) {
    const list = parents.get(child)
    if (list) list.push(parent)
    else parents.set(child, [parent])
  }
  const component = new Map<string, number>()
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  let components = 0
  for (const start of parents.keys()) {
    if (index.has(start)) continue
    const path: { unit: string; next: number }[] = []
    const enter = (unit: string) => {
      index.set(unit, index.size)
      low.set(unit, index.get(unit)!)
      open.push(unit)
      isOpen.add(unit)
      path.push({ unit, next: 0 })
    }
    enter(start)
    while (path.length > 0) {
      const top = path.at(-1)!
      const parent = parents.get(top.unit)?.[top.next++]
      if (parent !== undefined) {
        if (!index.has(parent)) enter(parent)
        else if (isOpen.has(parent)) low.set(top.unit, Math.min(low.get(top.unit)!, index.get(parent)!))
        continue
      }
      path.pop()
      const below = path.at(-1)
      if (below) low.set(below.unit, Math.min(low.get(below.unit)!, low.get(top.unit)!))
      if (low.get(top.unit) !== index.get(top.unit)) continue
      for (let unit = open.pop()!; ; unit = open.pop()!) {
        isOpen.delete(unit)
        component.set(unit, components)
        if (unit === top.unit) break
      }
      components++
    }
  }
  // An edge within a component lies on a circle, and so does one from a unit to itself.
  return new Set(edges.flatMap(({ child, parent }, at) => (component.get(child) === component.get(parent) ? [at] : [])))
}
