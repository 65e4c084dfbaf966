/** Layouts of templates that somebody else wrote: what may stand in them, and what may not, whatever Liquid makes of it. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTemplate } from '../../src/io/readTemplate.js'
import { checkLayout } from '../../src/io/templates/checkLayout.js'
import { png } from './drawnPictures.js'
import { folderWith } from './folders.js'

const beside = {
  take: async (name: string) => ({ address: name === 'own.png' ? 'data:image/png;base64,AA==' : undefined }),
}
const check = (html: string) => checkLayout('title', html, beside)

describe('stands as it is', () => {
  test.each([
    '<h{{ level }} class="title"{{ bookmark | raw }}>{{ title | raw }}</h{{ level }}>',
    '<div class="body{% if entries > 7 %} many{% endif %}">{{ body | raw }}</div>',
    '<li{% if section %} class="here"{% endif %}><a href="#{{ section.id }}">{{ section.title }}</a></li>',
    '{%- for entry in trail %}<i{% if entry.here %} class="x"{% endif %}>{{ entry.title | upcase }}</i>{%- endfor %}',
    '<div class="body picture-{{ picture.side }}"{{ picture.style | raw }}></div>',
    '<p style="--n:{{ section.number }};color:red" title="{{ deck.title }}">{{ marks.author | raw }}</p>',
    '<!-- a remark --><svg viewBox="0 0 9 9"><path d="M0 0h9" fill="url(#a)"/></svg>',
    '<a href="https://example.com/a?b">{% if deck.event != "" %}<b>{{ deck.event }}</b>{% endif %}</a>',
    '{% assign x = deck.title | append: "<b>" %}{{ x }}{% capture y %}<i>{{ x }}</i>{% endcapture %}{{ y }}',
    '<img src="data:image/png;base64,AA==" alt="">',
  ])('%s', async (html) => {
    expect(await check(html)).toEqual({ content: html, faults: [] })
  })

  test('with a picture from the template’s folder, which then travels in it', async () => {
    const { content, faults } = await check('<p>\n<img alt="" src="own.png" class="a">')
    expect(faults).toEqual([])
    expect(content).toBe('<p>\n<img alt="" src="data:image/png;base64,AA==" class="a">')
  })
})

describe('has no place', () => {
  test.each([
    // What loads or runs by itself.
    '<iframe src="../../elsewhere/secret.txt"></iframe>',
    '<img src="../../elsewhere/secret.svg" alt="">',
    '<img src="file:///etc/passwd">',
    '<img srcset="own.png 2x">',
    '<script src="../../notes/x.js"></script>',
    '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">',
    '<link rel="stylesheet" href="x.css">',
    '<base href="file:///">',
    '<body onload="x()">',
    '<object data="x.svg"></object>',
    '<embed src="x.svg">',
    '<video poster="x.png"></video>',
    '<style>@import "x.css"</style>',
    '<p style="background:url(x.png)">',
    '<p style="background:\\75rl(x.png)">',
    '<p style="background:image-set(\'x.png\' 1x)">',
    '<p background="x.png">',
    '<p onclick="x()">',
    '<a href="javascript:x()">',
    '<a href="file:///etc/passwd">',
    '<form action="http://x.y"><button>x</button></form>',
    // What follows in the deck would end it.
    '<img src=../../elsewhere/secret.svg ',
    '<img src="../../elsewhere/secret.svg',
    '<p title="',
    '<p>a <',
    '<!-- a',
    '</section><section>',
    '<section></section></main>',
    '<svg><use href="x.svg#a"/></svg>',
    '<svg><image href="x.png"/></svg>',
    '<svg><foreignObject><p></p></foreignObject></svg>',
    '<svg><animate attributeName="href" to="x"/></svg>',
    '<svg><rect fill="url(x.svg#a)"/></svg>',
    '<math><annotation-xml><p></p></annotation-xml></math>',
    // Tags that are built from pieces.
    '<scr{% if true %}ipt src="x.js">{% endif %}',
    '<{% if true %}script{% endif %} src="x.js">',
    '<{{ deck.event }} src="x.js">',
    '<i {%- if true -%} frame src="x">',
    '<s{% if true %}{% endif %}cript>',
    '<s{% if true %} id=x {% endif %}cript>',
    '</{% if true %}p{% endif %}>',
    '{% assign a = "<script>" %}{{ a | raw }}',
    '{{ "<script>" | raw }}',
    '{{ deck.title | replace: "a", "<script>" | raw }}',
    '{{ title | append: "<script>" | raw }}',
    '{% assign title = "<script>" %}{{ title | raw }}',
    '{% assign level = "ead><script" %}<h{{ level }}>',
    '{% for body in sections %}{{ body.title | raw }}{% endfor %}',
    '{% for body in sections %}{{ body | raw }}{% endfor %}',
    '{% cycle "<script>" %}',
    '{% echo "<script>" %}',
    '{% liquid echo "<script>" %}',
    '<p{{ deck.title }}>',
    '<p {{ deck.title }}>',
    '<p class={{ deck.title }}>',
    '<p title="{{ body | raw }}">',
    '<p {% if true %}on{% endif %}click="x()">',
    '<a href="{{ deck.title }}">',
    '<img src="{{ deck.title }}">',
    '<p style="{{ deck.title }}">',
    '<p style="background:u{% if true %}rl(x.png){% endif %}">',
    '<p class="a{% if true %}" title=\'{% endif %}" onclick=x \'>',
    '<p{% if true %} class="a"{% else %} class="b" {% endif %}>',
    '<p class="{% break %}">',
    '{% if false %}<svg>{% endif %}<![CDATA[ <script>x()</script> ]]>',
    '{% if false %}<svg>{% endif %}<title><!-- </title><script>x()</script> -->',
    '<!-- {% if true %}--><script>x()</script><!--{% endif %} -->',
    '<!DOCTYPE html>',
    '<?xml-stylesheet href="x.css"?>',
    '\ue000',
  ])('%s', async (html) => {
    const { content, faults } = await check(`\n${html}`)
    expect(content).toBeUndefined()
    expect(faults.length).toBeGreaterThan(0)
    for (const { reason } of faults) expect(reason).toMatch(/^[^A-Z].*[^.]$/s)
  })
})

test.each([
  ['<p>\n{{ tittle | raw }}', 2, 'nothing is called `tittle`: is it `title`?'],
  ['<p>\n\n{{ name }}', 3, 'nothing is called `name`'],
  ['{% if deck.evnt != "" %}{% endif %}', 1, 'nothing is called `deck.evnt`: is it `deck.event`?'],
  [
    '\n{% for entry in trail %}{{ entry.titel }}{% endfor %}',
    2,
    'nothing is called `entry.titel`: is it `entry.title`?',
  ],
])('a name that nothing fills is told with its line: %j', async (html, line, reason) => {
  expect((await check(html)).faults).toContainEqual({ line, reason })
})

test('a template may show what lies in its folder, and nothing that lies elsewhere', async () => {
  const root = await folderWith({
    'notes/look/template.yaml': 'name: look\n',
    'notes/look/mark.png': png(3, 3),
    'notes/look/.secret.png': png(3, 3),
    'notes/look/theme.css': '.a { background: url("mark.png") }',
    'notes/look/layouts/quote.html': '<div class="flow"><img src="../mark.png" alt="">',
    'notes/look/layouts/code.html': '<div class="flow"><img src="../../other.png" alt="">',
    'notes/look/layouts/table.html': '<div class="flow"><img src="../.secret.png" alt="">',
    'notes/look/layouts/prose.css': '.b { background: url(../../other.png) }',
    'notes/other.png': png(3, 3),
  })
  const { template, findings } = await readTemplate('look', { places: [join(root, 'notes')] })
  const carried = `data:image/png;base64,${png(3, 3).toString('base64')}`
  expect(template.layouts.get('quote')).toBe(`<div class="flow"><img src="${carried}" alt="">`)
  expect(template.css).toContain(`.a { background: url("${carried}") }`)
  expect(template.css).not.toContain('.b {')
  expect(findings.map(({ place }) => place.file?.split(/[\\/]/).at(-1)).sort()).toEqual([
    'code.html',
    'prose.css',
    'table.html',
  ])
})
