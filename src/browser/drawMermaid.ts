/** Diagrams in Mermaid's language → their SVG, drawn in a page that reaches nothing, each in bounded time. */
import type { Page } from 'puppeteer/lib/esm/puppeteer/puppeteer-core-browser.js'
import { UserError } from '../errors.js'
import type { DiagramFault } from '../model/finding.js'
import type { PageDrawing } from '../model/pageDrawing.js'
import { deadline } from './deadline.js'
import { searchBrowser } from './find.js'
import { type RunningBrowser, startBrowser } from './start.js'

export interface DrawingPage {
  /** Mermaid itself, and what has it draw (runtime/diagrams/). */
  readonly scripts: readonly string[]
  /** Declares the fonts that labels are measured in, each within itself. */
  readonly css: string
}

export type MermaidDrawn = { readonly svg: string } | Pick<DiagramFault, 'why' | 'says'>

/** Milliseconds that a diagram may take, and the page until it can draw. */
const PATIENCE = { diagram: 10_000, page: 30_000 }

/**
 * What does not answer is ended with its browser, and the next diagram has another.
 * @param browser path of a browser; otherwise found
 * @param patience milliseconds
 */
export async function drawMermaid(
  sources: readonly string[],
  setting: DrawingPage,
  browser: string | undefined,
  patience = PATIENCE,
): Promise<readonly MermaidDrawn[]> {
  const drawn: MermaidDrawn[] = []
  let open: Desk | undefined
  try {
    for (const source of sources) {
      open ??= await openDesk(setting, browser, patience.page)
      const made = await drawOne(open.page, source, patience.diagram)
      drawn.push(made)
      if (!('why' in made) || made.why !== 'slow') continue
      await open.browser.close()
      open = undefined
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const says = error.message.replace(/\.$/, '')
    for (const _ of sources.slice(drawn.length)) drawn.push({ why: 'no-browser', says })
  } finally {
    await open?.browser.close()
  }
  return drawn
}

interface Desk {
  readonly browser: RunningBrowser
  readonly page: Page
}

async function openDesk({ scripts, css }: DrawingPage, path: string | undefined, patience: number): Promise<Desk> {
  const { found } = searchBrowser({ browser: path })
  if (!found) throw new UserError('There is no browser to draw it in.', '')
  const browser = await startBrowser(found)
  const { page } = browser
  const opening = async (): Promise<void> => {
    await page.setRequestInterception(true)
    page.on('request', (request) => void request.abort().catch(() => {}))
    await page.setContent(pageWith(css), { waitUntil: 'domcontentloaded' })
    for (const script of scripts) await page.evaluate(script)
    await page.evaluate('talkbackDiagrams.prepare()')
  }
  try {
    await browser.during('drawing diagrams', patience, opening())
    return { browser, page }
  } catch (error) {
    await browser.close()
    throw error
  }
}

/** What stands in a label runs nothing and asks for nothing, whatever Mermaid lets through. */
const pageWith = (css: string): string =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:"><style>${css}\nbody{margin:0;font-family:var(--text);line-height:1.2}</style><body>`

async function drawOne(page: Page, source: string, patience: number): Promise<MermaidDrawn> {
  const late = deadline(patience)
  try {
    const answer = page.evaluate(`talkbackDiagrams.draw(${JSON.stringify(source)})`)
    answer.catch(() => {})
    return read(await Promise.race([answer, late.passed]))
  } catch {
    // The page is gone: it took all the memory there is.
    return { why: 'slow', says: '' }
  } finally {
    late.stop()
  }
}

function read(answer: unknown): MermaidDrawn {
  if (!isDrawing(answer)) return { why: 'slow', says: '' }
  return 'svg' in answer ? answer : { why: 'broken', says: saying(answer.says) }
}

const isDrawing = (answer: unknown): answer is PageDrawing =>
  typeof answer === 'object' && answer !== null && ('svg' in answer || 'says' in answer)

/** `Parse error on line 2:` and a picture of the place: the first line says enough. */
const saying = (message: string): string => {
  const [first = '', ...rest] = message.replace(/ matching given configuration for text:[\s\S]*$/, '').split('\n')
  const expecting = rest.find((line) => line.startsWith('Expecting'))
  return `${first.replace(/[:.\s]+$/, '')}${expecting ? `, ${expecting.replace(/.*, got /, 'at ')}` : ''}`.slice(0, 100)
}
