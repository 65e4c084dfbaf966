/** The colours of a look → those that sheets are printed in: dark on white, and full areas become outlines. */
import type { SheetSettings } from '../../model/sheet.js'
import { contrastMeter } from '../look/contrast.js'

/** Class of sheets that save ink: a template's print.css may add rules for `.saving .slide`. */
export const SAVING = 'saving'

const WHITE = '#ffffff'
const ink = '#1c2127'
const soft = '#59636e'
const line = '#d5dade'
const panel = '#f3f4f5'
/** What WCAG 2 asks of text at level AA; a ground that white text could be read on is dark. */
const READABLE = 4.5
const STEPS = 20

/**
 * Reads the look of the page. What still lies there of an earlier handout shows its own colours from now on.
 *
 * @returns CSS: `--sheet-accent` for what sheets say themselves, and, to save ink, the template's own variables anew. They hold
 * as long as such a sheet is in the document, and change no slide.
 */
export function inkCss(mode: SheetSettings['ink']): string {
  for (const sheet of document.querySelectorAll(`.${SAVING}`)) sheet.classList.remove(SAVING)
  const look = getComputedStyle(document.documentElement)
  const colour = (name: string) => look.getPropertyValue(`--${name}`).trim()
  const contrast = contrastMeter()
  const onWhite = (tried: string) =>
    tried === '' ? 0 : contrast([{ colour: WHITE, opacity: 1 }], { colour: tried, opacity: 1 })
  const deep = (name: string) => deepened(colour(name) || ink, onWhite)

  const furniture = rule('.sheet', { 'sheet-accent': deep('accent') })
  if (mode === 'full') return furniture
  const isDark = onWhite(colour('paper')) > READABLE
  const own = isDark ? { ink, soft, line, panel, heading: ink } : {}
  const sections = {
    section: WHITE,
    'section-ink': isDark ? ink : 'var(--ink)',
    'section-text': isDark ? ink : 'var(--ink)',
    'section-soft': isDark ? soft : 'var(--soft)',
    'section-accent': deep('accent'),
    'section-line': isDark ? line : 'var(--line)',
  }
  const palette = { paper: WHITE, accent: deep('accent'), ...own, ...sections }
  // On the root for what a template derives from them there; on slides for templates that give some layouts their own.
  return `${furniture}\n${rule(`:root:has(.${SAVING}),.${SAVING} .slide[data-layout][data-kind]`, palette)}`
}

/** The colour itself where it can be read on white, else mixed with as much black as it takes. */
function deepened(colour: string, onWhite: (colour: string) => number): string {
  for (let step = 0; step < STEPS; step++) {
    const tried = step === 0 ? colour : `color-mix(in srgb,${colour},#000000 ${(step * 100) / STEPS}%)`
    if (onWhite(tried) >= READABLE) return tried
  }
  return ink
}

const rule = (selector: string, variables: Readonly<Record<string, string>>): string =>
  `${selector}{${Object.entries(variables)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`
