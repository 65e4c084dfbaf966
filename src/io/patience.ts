/** Names that are met again and again → which of them have been there for too long. */

/**
 * Others that came and went in the meantime do not count against the one that is there now.
 * @param limit milliseconds
 */
export function openPatience(limit: number): (name: string) => boolean {
  const met = new Map<string, number>()
  return (name) => {
    const now = performance.now()
    const first = met.get(name) ?? now
    met.set(name, first)
    return now - first >= limit
  }
}
