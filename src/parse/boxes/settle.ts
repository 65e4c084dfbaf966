/** A tree of boxes as they are written → the same, where columns stand in columns, and what is none of both is plain. */
import type { BoxNode } from './tree.js'

/** More of them hold no words: they are shown as they follow one another. */
const mostColumns = 6
/** Of columns that are told how many stand in a row. */
const mostRows = 4

type IsApart = (one: BoxNode, other: BoxNode) => boolean

/** @param isApart whether anything stands between two boxes */
export const settleBoxes = (nodes: readonly BoxNode[], isApart: IsApart): readonly BoxNode[] =>
  runsOf(nodes, isApart).flatMap((run): readonly BoxNode[] => {
    const [first] = run
    const last = run.at(-1)
    if (first === undefined || last === undefined || first.box.kind !== 'column')
      return run.map((node) => settled(node, isApart))
    const columns = run.map((node) => settled(node, isApart))
    if (run.length < 2 || run.length > mostColumns) return columns.map(asPlain)
    return [{ ...first, box: { kind: 'columns' }, end: last.end, children: columns }]
  })

/** Columns right behind one another, which nothing holds, belong together; anything else is by itself. */
function runsOf(nodes: readonly BoxNode[], isApart: IsApart): readonly (readonly BoxNode[])[] {
  const runs: BoxNode[][] = []
  for (const node of nodes) {
    const before = runs.at(-1)?.at(-1)
    const goesOn =
      before?.box.kind === 'column' &&
      node.box.kind === 'column' &&
      before.spelling === node.spelling &&
      before.box.row === node.box.row &&
      !node.box.isFirst &&
      !isApart(before, node)
    if (goesOn) runs.at(-1)?.push(node)
    else runs.push([node])
  }
  return runs
}

function settled(node: BoxNode, isApart: IsApart): BoxNode {
  const { box, children, spelling } = node
  const inside = (): readonly BoxNode[] => settleBoxes(children, isApart)
  if (box.kind !== 'columns') return { ...node, children: inside() }
  // Any element in a row is a column; what stands between fences is one only if it says so.
  const columns = children.filter((child) => child.box.kind === 'column' || spelling?.name === 'tags')
  if (box.each && columns.length === 0) return node
  const most = Math.max(mostColumns, (box.across ?? 0) * mostRows)
  if (columns.length < 2 || columns.length > most) return { ...asPlain(node), children: inside() }
  return { ...node, children: columns.map((child) => asColumn(child, isApart)) }
}

const asPlain = (node: BoxNode): BoxNode => ({ ...node, box: { kind: 'plain' } })

function asColumn(node: BoxNode, isApart: IsApart): BoxNode {
  const { box, children } = node
  if (box.kind === 'column' || box.kind === 'plain')
    return { ...node, box: { ...box, kind: 'column' }, children: settleBoxes(children, isApart) }
  return { ...node, box: { kind: 'column' }, children: [settled(node, isApart)] }
}
