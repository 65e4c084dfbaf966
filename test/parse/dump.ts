/** Notes → a text that people can read and compare: a line per block with its lines, findings at the end. */
import type { Finding } from '../../src/model/finding.js'
import type { Block, Inline, Lines, ListItem, Notes, TableCell } from '../../src/model/notes.js'

export const dump = (notes: Notes): string =>
  [
    `lang ${notes.lang}`,
    ...Object.entries(notes.front).map(([key, { value, line }]) => `front L${line} ${key}: ${JSON.stringify(value)}`),
    ...notes.blocks.flatMap((block) => blockLines(block, '')),
    ...notes.findings.map(findingLine),
    '',
  ].join('\n')

/** A drawing is shown as it is. */
const address = (src: string): string => {
  const [, content] = /^data:image\/svg\+xml;base64,(.*)$/.exec(src) ?? []
  return content === undefined
    ? src
    : Buffer.from(content, 'base64')
        .toString('utf8')
        .replace(/\s*\n\s*/g, '⏎')
}

const at = ([first, last]: Lines): string => (first === last ? `L${first}` : `L${first}-${last}`)

const blockLines = (block: Block, indent: string): readonly string[] => {
  const head = `${indent}${at(block.lines)}`
  const inside = (blocks: readonly Block[]): readonly string[] =>
    blocks.flatMap((one) => blockLines(one, `${indent}  `))
  switch (block.kind) {
    case 'heading': {
      const inferred = block.inferred === undefined ? '' : ` <${block.inferred}>`
      const attributes = block.attributes === undefined ? '' : ` ${JSON.stringify(block.attributes)}`
      return [`${head} h${block.level} ${inlineText(block.inlines)}${inferred}${attributes}`]
    }
    case 'paragraph':
      return [`${head} ${block.introduces ? 'intro' : 'p'} ${inlineText(block.inlines)}`]
    case 'list':
      return [
        `${head} ${block.ordered ? `ol ${block.numbers ?? ''}` : 'ul'}`,
        ...block.items.flatMap((item) => itemLines(item, `${indent}  `)),
      ]
    case 'footnote':
      return [`${head} footnote ${block.label} ${block.number ?? '-'}`, ...inside(block.blocks)]
    case 'columns':
      return [
        `${head} columns`,
        ...block.columns.flatMap(({ width, blocks }) => [
          `${indent}  column${width === undefined ? '' : ` ${width}`}`,
          ...inside(blocks).map((line) => `  ${line}`),
        ]),
      ]
    case 'quote':
      return [`${head} quote`, ...inside(block.blocks)]
    case 'callout':
      return [
        `${head} callout ${block.type}${block.title ? ` «${inlineText(block.title)}»` : ''}`,
        ...inside(block.blocks),
      ]
    case 'code': {
      const numbered = block.numbered === undefined ? '' : ` numbered ${block.numbered}`
      const marks = block.marks === undefined ? '' : ` marks ${JSON.stringify(block.marks)}`
      return [`${head} code ${block.language} ${JSON.stringify(block.text)}${numbered}${marks}`]
    }
    case 'math':
      return [`${head} math ${JSON.stringify(block.tex)}`]
    case 'table': {
      const rows = [block.head, ...block.rows].map((row) => `${indent}  | ${row.map(cellText).join(' | ')} |`)
      const heads = block.headRows === undefined ? '' : ` heads+${block.headRows}`
      return [`${head} table ${block.align.join(',')}${heads}`, ...rows]
    }
    case 'picture':
      return [
        `${head} picture ${address(block.src)} alt=${JSON.stringify(block.alt)} caption=${JSON.stringify(block.caption)}${block.href === undefined ? '' : ` href=${block.href}`}`,
      ]
    case 'media': {
      const poster = block.poster === undefined ? '' : ` poster=${block.poster}`
      return [`${head} ${block.medium} ${JSON.stringify(block.title)} at ${block.host} → ${block.href}${poster}`]
    }
    case 'definitions':
      return [
        `${head} definitions`,
        ...block.items.flatMap((item) => [`${indent}  ${inlineText(item.term)}:`, ...inside(item.blocks)]),
      ]
    case 'aside':
      return [`${head} aside${block.origin === 'comment' ? '' : ` ${block.origin}`} ${JSON.stringify(block.text)}`]
    case 'cut':
      return [`${head} cut${Object.keys(block.slide ?? {}).length > 0 ? ` ${JSON.stringify(block.slide)}` : ''}`]
  }
}

const cellText = ({ inlines, blocks, columns, rows }: TableCell): string => {
  const spans = columns || rows ? `{${columns ?? 1}×${rows ?? 1}} ` : ''
  const said = blocks?.flatMap((block) => blockLines(block, '')).join(' / ')
  return spans + (said === undefined ? inlineText(inlines) : `(${said})`)
}

/** An item that is one paragraph takes one line. */
const itemLines = (item: ListItem, indent: string): readonly string[] => {
  const sign = item.number === undefined ? '-' : `${item.number}.`
  const done = item.done === undefined ? '' : item.done ? ' [x]' : ' [ ]'
  const [first, ...rest] = item.blocks
  if (first?.kind !== 'paragraph') {
    return [
      `${indent}${at(item.lines)} ${sign}${done}`,
      ...item.blocks.flatMap((one) => blockLines(one, `${indent}  `)),
    ]
  }
  const text = `${indent}${at(item.lines)} ${sign}${done} ${inlineText(first.inlines)}`
  return [text, ...rest.flatMap((one) => blockLines(one, `${indent}  `))]
}

const inlineText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return inline.text
        case 'code':
          return `\`${inline.text}\``
        case 'math':
          return `⟦${inline.tex}⟧`
        case 'break':
          return ' ⏎ '
        case 'link':
          return `[${inlineText(inline.children)}](${inline.href})`
        case 'image':
          return `![${inline.alt}](${address(inline.src)})`
        case 'footnote':
          return `[^${inline.label}=${inline.number}]`
        case 'abbreviation':
          return `<abbr ${JSON.stringify(inline.title)}>${inlineText(inline.children)}</abbr>`
        case 'ruby':
          return `<ruby>${inline.base}|${inline.reading}</ruby>`
        default:
          return `<${inline.kind}>${inlineText(inline.children)}</${inline.kind}>`
      }
    })
    .join('')

const findingLine = ({ code, place, facts }: Finding): string => {
  const column = place.column === undefined ? '' : `:${place.column}`
  const end = place.endLine === undefined ? '' : `-${place.endLine}`
  const said = Object.entries(facts).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  return `! L${place.line}${column}${end} ${code}${said.join('')}`
}
