/** A typeset formula → which of its characters are drawn in which face: what its style sheet would find out in a page. */

interface Drawn {
  readonly family: string
  readonly bold: boolean
  readonly italic: boolean
}

/** What a class says of the face of all that stands in it. */
const classes: Readonly<Record<string, Partial<Drawn>>> = {
  textbf: { bold: true },
  textit: { italic: true },
  textrm: { family: 'Main' },
  textsf: { family: 'SansSerif' },
  texttt: { family: 'Typewriter' },
  mathnormal: { family: 'Math', italic: true },
  mathit: { family: 'Main', italic: true },
  mathrm: { italic: false },
  mathbf: { family: 'Main', bold: true },
  boldsymbol: { family: 'Math', italic: true, bold: true },
  amsrm: { family: 'AMS' },
  mathbb: { family: 'AMS' },
  textbb: { family: 'AMS' },
  mathcal: { family: 'Caligraphic' },
  mathfrak: { family: 'Fraktur' },
  textfrak: { family: 'Fraktur' },
  mathboldfrak: { family: 'Fraktur', bold: true },
  textboldfrak: { family: 'Fraktur', bold: true },
  mathtt: { family: 'Typewriter' },
  mathscr: { family: 'Script' },
  textscr: { family: 'Script' },
  mathsf: { family: 'SansSerif' },
  mathboldsf: { family: 'SansSerif', bold: true },
  textboldsf: { family: 'SansSerif', bold: true },
  mathitsf: { family: 'SansSerif', italic: true },
  mathsfit: { family: 'SansSerif', italic: true },
  textitsf: { family: 'SansSerif', italic: true },
  mainrm: { family: 'Main', italic: false },
  'small-op': { family: 'Size1' },
  'large-op': { family: 'Size2' },
  'delim-size1': { family: 'Size1' },
  'delim-size4': { family: 'Size4' },
}

/** The faces there are beside the regular one of each family. */
const others: ReadonlySet<string> = new Set([
  'Caligraphic-Bold',
  'Fraktur-Bold',
  'Main-Bold',
  'Main-BoldItalic',
  'Main-Italic',
  'Math-BoldItalic',
  'Math-Italic',
  'SansSerif-Bold',
  'SansSerif-Italic',
])

const piece = /<(\/?)([a-z]+)([^>]*?)(\/?)>|&(?:#x([\da-f]+)|(amp|lt|gt|quot));|([^<&])/giu
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** @param html as KaTeX writes it; its MathML is drawn nowhere */
export function facesIn(html: string): ReadonlyMap<string, string> {
  const faces = new Map<string, Set<string>>()
  const around: Drawn[] = [{ family: 'Main', bold: false, italic: false }]
  const shown = html.slice(Math.max(0, html.indexOf('<span class="katex-html"')))
  for (const [, slash, name, attributes = '', closed, code, entity, character] of shown.matchAll(piece)) {
    const here = around.at(-1)
    if (here === undefined) break
    if (name !== undefined) {
      if (slash) around.pop()
      else if (!closed) around.push(within(here, /class="([^"]*)"/.exec(attributes)?.[1] ?? ''))
      continue
    }
    const text = code ? String.fromCodePoint(Number.parseInt(code, 16)) : (entities[entity ?? ''] ?? character ?? '')
    const face = faceOf(here)
    faces.set(face, (faces.get(face) ?? new Set()).add(text))
  }
  return new Map([...faces].map(([face, characters]) => [face, [...characters].join('')]))
}

function within(above: Drawn, names: string): Drawn {
  const all = names.split(' ')
  const size = all.includes('delimsizing') ? all.find((name) => /^size[1-4]$/.test(name)) : undefined
  const sized = size === undefined ? {} : { family: `Size${size.slice(4)}` }
  return Object.assign({ ...above, ...sized }, ...all.map((name) => classes[name] ?? {}))
}

function faceOf({ family, bold, italic }: Drawn): string {
  const face = `${family}-${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}`
  return others.has(face) ? face : `${family}-Regular`
}
