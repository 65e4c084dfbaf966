/** Two lists → the shortest way from the one to the other: what is the same, what is gone, what is new. Pure. */

/** A run of items; of neighbouring runs, what is gone comes before what is new. */
export interface Run<Item> {
  readonly kind: 'same' | 'gone' | 'new'
  readonly items: readonly Item[]
}

/** Lists that differ in more items have hardly anything in common worth finding; time and memory grow with its square. */
const MOST_DIFFERENCES = 1500

/** The algorithm of Myers. Items are equal when `===` says so. */
export function diffLists<Item>(before: readonly Item[], after: readonly Item[]): readonly Run<Item>[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const middle = diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  const same = (items: readonly Item[]): readonly Run<Item>[] => (items.length > 0 ? [{ kind: 'same', items }] : [])
  return [...same(before.slice(0, head)), ...middle, ...same(before.slice(before.length - tail))]
}

function diffMiddle<Item>(before: readonly Item[], after: readonly Item[]): readonly Run<Item>[] {
  const trail = before.length > 0 && after.length > 0 ? furthest(before, after) : undefined
  const kept = trail ? keptItems(before, after, trail) : []
  const runs: Run<Item>[] = []
  let [at, now] = [0, 0]
  const push = (kind: Run<Item>['kind'], items: readonly Item[]): void => {
    const last = runs.at(-1)
    if (items.length === 0) return
    if (last?.kind === kind) runs[runs.length - 1] = { kind, items: [...last.items, ...items] }
    else runs.push({ kind, items })
  }
  for (const [old, made, count] of [...kept, [before.length, after.length, 0] as const]) {
    push('gone', before.slice(at, old))
    push('new', after.slice(now, made))
    push('same', before.slice(old, old + count))
    ;[at, now] = [old + count, made + count]
  }
  return runs
}

/**
 * For each number of differences, how far into `before` one gets with them on each diagonal (place in `before` minus
 * place in `after`), until the end of both is reached; undefined when that takes too many.
 */
function furthest<Item>(before: readonly Item[], after: readonly Item[]): readonly Int32Array[] | undefined {
  const most = Math.min(before.length + after.length, MOST_DIFFERENCES)
  const trail: Int32Array[] = []
  for (let count = 0; count <= most; count++) {
    const reach = new Int32Array(2 * count + 1)
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      let at = comesFrom(trail, count, diagonal).at
      let now = at - diagonal
      while (at < before.length && now < after.length && before[at] === after[now]) [at, now] = [at + 1, now + 1]
      reach[diagonal + count] = at
      if (at >= before.length && now >= after.length) return [...trail, reach]
    }
    trail.push(reach)
  }
  return undefined
}

/** The best way onto a diagonal with so many differences: from which, and how far it leads into `before`. */
function comesFrom(
  trail: readonly Int32Array[],
  count: number,
  diagonal: number,
): { readonly diagonal: number; readonly at: number } {
  const earlier = trail[count - 1]
  if (earlier === undefined) return { diagonal: 0, at: 0 }
  const reached = (other: number): number => earlier[other + count - 1] ?? -1
  // One more of `after` is new, or one more of `before` is gone.
  const [below, above] = [reached(diagonal + 1), reached(diagonal - 1)]
  return below > above ? { diagonal: diagonal + 1, at: below } : { diagonal: diagonal - 1, at: above + 1 }
}

type Kept = readonly [at: number, now: number, count: number]

/** Back along the trail: the stretches that are the same, in order. */
function keptItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  trail: readonly Int32Array[],
): readonly Kept[] {
  const kept: Kept[] = []
  let diagonal = before.length - after.length
  for (let count = trail.length - 1; count >= 0; count--) {
    const end = trail[count]?.[diagonal + count] ?? 0
    const from = comesFrom(trail, count, diagonal)
    if (end > from.at) kept.push([from.at, from.at - diagonal, end - from.at])
    diagonal = from.diagonal
  }
  return kept.reverse()
}
