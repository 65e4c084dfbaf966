/** Lines with Vue's components and bindings in them (`<Youtube id="…" />`, `@click`, `{{ count }}`) → the HTML that says the same, or nothing. */
import { tagPattern } from '../html/tags.js'
import type { Line } from '../lines.js'
import { withoutCode } from '../speaker/tags.js'
import type { Telling } from './dialect.js'

/** Components that show what is elsewhere: the attribute that says what, and the page where it is. */
const embeds: ReadonlyMap<string, { readonly attribute: string; readonly page: string; readonly title?: string }> =
  new Map([
    ['youtube', { attribute: 'id', page: 'https://www.youtube.com/embed/' }],
    ['tweet', { attribute: 'id', page: 'https://twitter.com/i/status/', title: 'Tweet' }],
    ['slidevvideo', { attribute: 'src', page: '' }],
  ])

const attribute = /([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g
/** What HTML takes for the name of an attribute. */
const plainName = /^[a-z_][\w:.-]*$/i
const expression = /\{\{[^{}\n]{1,300}\}\}/g

export function withoutVue(lines: readonly Line[], told: Telling): readonly Line[] {
  return lines.map((line) => {
    if (line.isCode || !/<[a-z/]|\{\{/i.test(line.text)) return line
    const masked = withoutCode(line.text)
    const found = [...masked.matchAll(tagPattern), ...masked.matchAll(expression)].sort(
      (one, other) => one.index - other.index,
    )
    let text = ''
    let from = 0
    for (const { 0: written, index, 1: slash = '', 2: name, 3: attributes = '', 4: alone = '' } of found) {
      if (index < from) continue
      text += line.text.slice(from, index)
      from = index + written.length
      if (name === undefined) told.drop('{{…}}', [line.line])
      else text += htmlOf({ written, slash, name, attributes, alone }, (what) => told.drop(what, [line.line]))
    }
    const whole = text + line.text.slice(from)
    return whole === line.text ? line : { ...line, text: whole }
  })
}

interface Written {
  readonly written: string
  readonly slash: string
  readonly name: string
  readonly attributes: string
  readonly alone: string
}

function htmlOf({ written, slash, name, attributes, alone }: Written, drop: (what: string) => void): string {
  const embed = embeds.get(name.toLowerCase())
  const said = [...attributes.matchAll(attribute)].map(([whole, key = '', value = '']) => ({ whole, key, value }))
  if (embed !== undefined) {
    const value = said.find(({ key }) => key === embed.attribute)?.value.replace(/^["']|["']$/g, '')
    if (slash === '/' || value === undefined || !/^[\w./:?=&%-]+$/.test(value)) return ''
    const title = embed.title === undefined ? '' : ` title="${embed.title}"`
    return `<iframe src="${embed.page}${value}"${title}></iframe>`
  }
  // An icon, `<carbon:edit />`.
  if (name.includes(':') && alone !== '') {
    drop(`<${name}>`)
    return ''
  }
  if (said.every(({ key }) => plainName.test(key) && !/^v-click[.:]/.test(key))) return written
  const kept = said.flatMap(({ whole, key }) => {
    if (/^v-(?:click|after)(?:[.:]|$)/.test(key) && !/hide/.test(key)) return ['v-click']
    return plainName.test(key) ? [whole] : []
  })
  const binding = said.find(({ key }) => !plainName.test(key))
  if (binding) drop(binding.key)
  return `<${slash}${[name, ...kept].join(' ')}${alone && ` ${alone}`}>`
}
