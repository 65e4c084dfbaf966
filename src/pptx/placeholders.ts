/** Roles of texts → placeholders: what outlines, screen readers and «reset slide» know a text by. */
import type { Paragraph, TextPart, TextRole } from '../model/parts.js'
import { ALIGNS, bulletXml } from './paragraphs.js'
import { runStyleXml } from './runs.js'
import { nameXml, rectangle, SLIDE_NUMBER } from './shapes.js'
import type { Scene } from './style.js'
import { emu, hundredths, placeOf } from './units.js'
import { tag } from './xml.js'

/** @param layout title slides have placeholders of their own; '' for the master */
export function placeholderXml(role: TextRole, layout: string): string {
  const cover = layout === 'title'
  switch (role) {
    case 'title':
      return tag('p:ph', { type: cover ? 'ctrTitle' : 'title' })
    case 'body':
      return tag('p:ph', { type: cover ? 'subTitle' : 'body', idx: 1 })
    case 'foot':
      return tag('p:ph', { type: 'ftr', sz: 'quarter', idx: 11 })
    case 'page-number':
      return tag('p:ph', { type: 'sldNum', sz: 'quarter', idx: 12 })
    case 'text':
      return ''
  }
}

/** Titles have families of their own in the theme. */
export const fontsOf = (role: TextRole): 'mj' | 'mn' => (role === 'title' ? 'mj' : 'mn')

/** What stands in a placeholder of a layout or master until somebody writes there. */
const PROMPTS: Readonly<Record<TextRole, string>> = {
  title: 'Title',
  body: 'Text',
  foot: '',
  'page-number': '‹#›',
  text: '',
}

/** A placeholder on a layout or master, modelled on a text of the deck. */
export function placeholderShape(model: TextPart, layout: string, id: number, scene: Scene): string {
  const { role, box } = model
  const paragraph = model.paragraphs[0]
  const prompt = PROMPTS[role]
  const run = tag('a:r', {}, tag('a:rPr', { lang: 'en-US' }), tag('a:t', {}, prompt))
  const number = tag(
    'a:fld',
    { id: SLIDE_NUMBER, type: 'slidenum' },
    tag('a:rPr', { lang: 'en-US' }),
    tag('a:t', {}, prompt),
  )
  const content = role === 'page-number' ? number : prompt === '' ? tag('a:endParaRPr', { lang: 'en-US' }) : run
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      nameXml({ id, name: `${role} placeholder ${id}` }),
      tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1 })),
      tag('p:nvPr', {}, placeholderXml(role, layout)),
    ),
    tag('p:spPr', {}, placeOf(box), rectangle(false)),
    tag(
      'p:txBody',
      {},
      tag('a:bodyPr', { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }, '<a:normAutofit/>'),
      tag(
        'a:lstStyle',
        {},
        paragraph ? levelXml('a:lvl1pPr', paragraph, box.x, { ...scene, fonts: fontsOf(role) }) : '',
      ),
      tag('a:p', {}, content),
    ),
  )
}

/** How text of one level is set, after the model of a paragraph of the deck. */
export function levelXml(
  name: string,
  { box, bullet, runs, line, size, align }: Paragraph,
  left: number,
  scene: Scene,
): string {
  const [run] = runs
  const { link: _, underline: __, ground: ___, ...style } = run ?? { size, colour: '#000000' }
  return tag(
    name,
    {
      marL: Math.max(0, emu(box.x - left)),
      indent: -emu(Math.min(box.x - left, bullet?.hang ?? 0)),
      algn: ALIGNS[align],
    },
    tag('a:lnSpc', {}, tag('a:spcPts', { val: hundredths(line) })),
    tag('a:spcBef', {}, tag('a:spcPts', { val: hundredths(size * 0.4) })),
    bullet && !('scheme' in bullet) ? bulletXml(bullet, size, undefined, scene) : '<a:buNone/>',
    runStyleXml(style, scene, { name: 'a:defRPr' }),
  )
}
