/** The text of HTML → its tree with the places of its parts, unless elements lie deeper in each other than anybody writes. */
import { defaultTreeAdapter, type ParserError, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** The parser takes the square of the depth in time, and no browser draws as many. */
export const DEEPEST = 512

class TooDeep extends Error {}

/** @returns undefined when it is nested too deep */
export function parseHtml(
  text: string,
  onFault: (fault: ParserError) => void = () => {},
): Tree.DocumentFragment | undefined {
  const depths = new WeakMap<object, number>()
  const appendChild = (parent: Tree.ParentNode, node: Tree.ChildNode): void => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > DEEPEST) throw new TooDeep()
    depths.set(node, depth)
    defaultTreeAdapter.appendChild(parent, node)
  }
  try {
    const treeAdapter = { ...defaultTreeAdapter, appendChild }
    return parseFragment(text, { treeAdapter, sourceCodeLocationInfo: true, onParseError: onFault })
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
}

/** All nodes of a tree in the order of the text, without going deeper into the stack. */
export function* nodesOf(root: Tree.DocumentFragment): Generator<Tree.ChildNode> {
  const left: Tree.ChildNode[] = [...root.childNodes].reverse()
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    yield node
    if ('childNodes' in node)
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        const child = node.childNodes[at]
        if (child) left.push(child)
      }
  }
}
