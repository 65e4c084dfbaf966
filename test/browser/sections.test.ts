/** Sections with little and with much on their slides → one size of type in each, the same on the stage and in print. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OnStage, putOnStage } from './onStage.js'

const points = (count: number): string =>
  Array.from({ length: count }, (_, index) => `- Point ${index} says a little`).join('\n')
const topic = (name: string, count: number): string => `### ${name}\n\n${points(count)}\n`
/** @param much points on a slide among others of three */
const notes = (much: number): string => `# Talk

## Sparse

${topic('One', 3)}
${topic('Two', 4)}
${topic('Three', 3)}
### A sentence

It is all that is said on this slide, and yet it is a little longer than what would be a statement.

## Mixed

${topic('Four', 3)}
${topic('Five', much)}
${topic('Six', 3)}
`

/** Of each slide: its id, its type, px, and how far its points reach down. */
const look = `[...document.querySelectorAll('section.slide[data-kind=content]')].map((slide) => {
  const flow = slide.querySelector('.flow')
  return [slide.id, parseFloat(getComputedStyle(flow).fontSize), slide.className.replace(/ ?(past|present|future)/, ''), slide.textContent]
})`
type Look = readonly (readonly [id: string, size: number, classes: string, text: string])[]

let little: OnStage
let much: OnStage
beforeAll(async () => {
  little = await putOnStage(notes(3))
  much = await putOnStage(notes(9))
})
afterAll(async () => {
  await little.close()
  await much.close()
})

const looks = async (deck: OnStage, query = ''): Promise<Look> => {
  const page = await deck.browser.puppeteer.newPage()
  await page.setViewport({ width: 1280, height: 720 })
  await page.goto(`${deck.url}${query}`)
  await page.waitForSelector(query ? 'html[data-talkback]' : 'html.ready')
  return page.evaluate<[], () => Look>(look)
}

test('a section has one size of type, save for a lone sentence', async () => {
  const sizes = (slides: Look) => Object.fromEntries(slides.map(([id, size]) => [id, size]))
  expect(sizes(await looks(little))).toEqual({
    one: 34,
    two: 34,
    three: 34,
    'a-sentence': 44,
    four: 34,
    five: 34,
    six: 34,
  })
  expect(sizes(await looks(much))).toMatchObject({ one: 34, two: 34, three: 34, four: 28, five: 28, six: 28 })
})

test('an edit in one section changes nothing in the others', async () => {
  const first = (slides: Look) => slides.slice(0, 4).map(([id, size, classes, text]) => [id, size, classes, text])
  expect(first(await looks(much))).toEqual(first(await looks(little)))
})

test('the stage shows what is printed', async () => {
  const shape = (slides: Look) =>
    slides.map(([, size, classes]) => [size, /\b(?:large|huge|tight|small)\b/.exec(classes)?.[0]])
  expect(shape(await looks(much))).toEqual(shape(await looks(much, '?print')))
})
