/** What shows that notes are slides, and what does not: one weak sign, or a strong one without anything that cuts. */
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { parseNotes } from '../../src/parse/parse.js'

const readingOf = (text: string) => {
  const source = { file: 'x.md', text }
  return parseNotes(source, readFrontMatter(source), { repair: true, infer: true, lang: '' })
}
const toolOf = (text: string): string | undefined => {
  const found = readingOf(text).findings.find(({ code }) => code === 'read-as-slides')
  return found?.code === 'read-as-slides' ? found.facts.tool : undefined
}

const twoSlides = '# A\n\nwords\n\n---\n\n# B\n\nmore words\n'
const prose = `${'A sentence that says something at some length, as notes do. '.repeat(6)}\n`
const longSections = `# Talks\n\n## One\n\n${prose}\n---\n\n## Two\n\n${prose}\n---\n\n## Three\n\n${prose}\n---\n\n## Four\n\n${prose}`

const titledParts = '## A\n\nwords\n\n---\n\n## B\n\nwords\n\n---\n\n## C\n\nwords\n'

describe('slides', () => {
  it.each([
    ['Marp', `---\nmarp: true\n---\n\n${twoSlides}`],
    ['Marp', `---\ntheme: gaia\n---\n\n${twoSlides}`],
    ['Marp', `---\nsize: 4:3\nclass: lead\n---\n\n${twoSlides}`],
    ['Marp', `<!-- _class: lead -->\n\n${twoSlides}`],
    ['reveal.js', `---\nrevealOptions:\n  controls: false\n---\n\n${twoSlides}`],
    ['Marp', '---\ntheme: default\nclass: lead\n---\n\n# A\n\n![bg left](a.jpg)\n'],
    ['Marp', '---\nmarp: true\n---\n\n# A\n\nwords\n'],
    ['Marp', `<!-- $size: 4:3 -->\n\n${twoSlides}`],
    ['Marp', `${twoSlides}\n<!--\n$size: a4\n-->\n`],
    ['reveal.js', '---\ntitle: A\nhighlightTheme: dark\n---\n\nwords\n'],
    ['reveal.js', "---\nseparator: '\\n\\n\\n'\n---\n\n# A\n\n\n# B\n\nwords\n"],
    ['presenterm', '<!-- jump_to_middle -->\n\nwords\n'],
    ['Slidev', `${twoSlides}\n\`\`\`ts {monaco-run}\n1\n\`\`\`\n`],
    ['Quarto', '## A {auto-animate=true}\n\nwords\n\n## A {auto-animate=true}\n\nmore\n'],
    ['', `---\ntags: [a]\n---\n\n${titledParts.replace('---', '----')}`],
    ['reveal.js', `<!-- .slide: data-background="red" -->\n\n${twoSlides}`],
    ['reveal.js', `# A\n\n--\n\n## B\n\n---\n\n# C\n\nNote: whispered\n`],
    ['HackMD', `---\nslideOptions:\n  theme: white\n---\n\n${twoSlides}`],
    ['remark', `class: center\n\n# A\n\n---\nname: b\n\n# B\n\n???\n\nwhispered\n`],
    ['Slidev', `# A\n\n---\nlayout: center\n---\n\n# B\n`],
    ['Quarto', '---\ntitle: A\nformat:\n  revealjs:\n    theme: dark\n---\n\n## B\n\nwords\n'],
    ['Pandoc', '% A\n% B\n\n## C\n\nwords\n'],
    ['Pandoc', '---\noutput: ioslides_presentation\n---\n\n## C\n\nwords\n'],
    ['presenterm', 'A\n===\n\nwords\n\n<!-- end_slide -->\n\nB\n===\n'],
    ['Deckset', `slidenumbers: true\n\n${twoSlides}`],
    ['Deckset', `# [fit] A\n\n---\n\nwords\n`],
    ['Deckset', `theme: Poster, 7\n\n${twoSlides}`],
    ['Deckset', `${twoSlides}\n![left](a.jpg)\n![inline, 50%](b.jpg)\n`],
    ['presenterm', `---\ntitle: A\nsub_title: B\n---\n\nC\n===\n\n<!-- end_slide -->\n\nD\n`],
    ['', '# A\n\n---\n\nwords\n\n---\n\n![](a.jpg)\n\n---\n\nmore\n'],
    ['', '# A\n\nwords\n\n---\n\n# B\n\nwords\n\n---\n\n# C\n\nwords\n'],
  ])('of %s', (tool, text) => expect(toolOf(text)).toBe(tool))
})

describe('notes stay notes', () => {
  it.each([
    ['that a blog has a layout for', `---\nlayout: post\ntitle: A\n---\n\n${twoSlides}`],
    ['with a theme of a site', `---\ntheme: minima\n---\n\n${twoSlides}`],
    ['with a title and rules', `---\ntitle: A\n---\n\n${longSections}`],
    ['with long sections between rules', longSections],
    ['with one note in them', `${twoSlides}\nNote: as said above.\n`],
    ['with pictures that seem to be placed', `${twoSlides}\n![left](a.jpg)\n![A shop, 50% off](b.jpg)\n`],
    ['with a rule, and a title below the title', `---\ntitle: A\nsub_title: B\n---\n\n${longSections}`],
    ['with one picture called bg', `${twoSlides}\n![bg](a.jpg)\n`],
    ['with signs of a tool, and nothing that cuts', '# A\n\n<!-- .slide: data-x="y" -->\n\nwords\n\n## B\n\nwords\n'],
    ['that show a deck as code', `# A\n\nwords\n\n\`\`\`\n---\nmarp: true\n---\n<!-- _class: lead -->\n---\n\`\`\`\n`],
    [
      'that are posts, one below the other',
      `---\ntitle: A\ndate: 2020-01-01\n---\n\nwords\n\n---\ntitle: B\ndate: 2020-01-02\nlayout: post\n---\n\nwords\n`,
    ],
    ['of a blog, with tags and short parts between rules', `---\ntitle: A\ntags: [b]\n---\n\n${titledParts}`],
    ['with a variable of a stylesheet, and a rule', `${twoSlides}\n$size: 10px\n$width: 3\n`],
    ['of one slide with weak signs', '# A\n\nwords\n\n. . .\n\n![bg right:40%](a.jpg)\n'],
    ['with steps of ours', '# A\n\n::: incremental\n- b\n:::\n\n::: {.fragment}\nc\n:::\n\n<!-- pause -->\n\nd\n'],
    [
      'longer than one slide, with a strong sign',
      `# A\n\n<!-- column_layout: [1, 1] -->\n\n${prose}\n${'words\n\n'.repeat(30)}`,
    ],
    ['that only say how they are parted', `---\nseparator: '^\\n\\n\\n'\n---\n\n# A\n\nwords\n\n## B\n\n${prose}`],
    ['of HackMD without rules', '---\nslideOptions:\n  theme: white\n---\n\n# A\n\n## B\n\nwords\n'],
    ['that say so', `---\nmarp: true\nread: notes\n---\n\n${twoSlides}`],
  ])('%s', (_, text) => {
    const source = { file: 'x.md', text }
    const head = readFrontMatter(source)
    const read = head.front['read']?.value === 'notes' ? 'notes' : 'auto'
    expect(parseNotes(source, head, { repair: true, infer: true, lang: '', read }).read).toBe('notes')
  })
})

it('is told by one line that they are slides', () => {
  const source = { file: 'x.md', text: '# A\n\nwords\n\n***\n\nmore\n' }
  const { blocks } = parseNotes(source, readFrontMatter(source), {
    repair: true,
    infer: true,
    lang: '',
    read: 'slides',
  })
  expect(blocks.map(({ kind }) => kind)).toEqual(['cut', 'heading', 'paragraph', 'cut', 'paragraph'])
})
