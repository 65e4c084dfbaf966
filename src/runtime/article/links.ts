/** Sheets of which only some are in the document → those, with stand-ins for what links of theirs, or to them, need. */

/**
 * Chrome keeps a link only where its target is in the document, and a target only where a link to it is. The other one
 * may be on a sheet that is printed later: a hidden element in its place is enough.
 */
export function linkAcross(sheets: readonly HTMLElement[]): (taken: readonly HTMLElement[]) => readonly HTMLElement[] {
  const names = new Set<string>()
  for (const sheet of sheets) {
    for (const link of sheet.querySelectorAll('a[href^="#"]')) names.add(link.getAttribute('href')?.slice(1) ?? '')
  }
  let group: HTMLElement | undefined
  return (taken) => {
    group?.remove()
    const [first] = taken
    if (!first) return taken
    const there = new Set(taken.flatMap((sheet) => [...sheet.querySelectorAll('[id]')].map(({ id }) => id)))
    group = document.createElement('div')
    group.hidden = true
    for (const name of names) {
      const standIn = document.createElement('a')
      standIn.href = `#${name}`
      if (!there.has(name)) standIn.id = name
      group.append(standIn)
    }
    first.prepend(group)
    return taken
  }
}
