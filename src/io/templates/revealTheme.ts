/** A theme of reveal.js → the colours and the style of letters it stands for. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FontStyle } from '../../model/families.js'
import { lastValue } from '../../render/css.js'
import { type Palette, paletteCss } from '../../render/palette.js'
import { parseColour } from '../../settings/colour.js'
import { packageFile } from '../assets.js'

/** The themes that reveal.js brings: `black`, `white`… */
export async function revealThemes(): Promise<readonly string[]> {
  const files = await readdir(packageFile('reveal.js/dist/theme'))
  return files
    .filter((file) => file.endsWith('.css'))
    .map((file) => basename(file, '.css'))
    .sort()
}

/**
 * Takes a theme's colours and leaves its rules: those hold only below `.reveal`, which is there on stage but not in print,
 * and half of them ask the network for fonts that have no Chinese.
 */
export async function readRevealTheme(theme: string): Promise<{ readonly css: string; readonly fonts: FontStyle }> {
  const css = await readFile(join(packageFile('reveal.js/dist/theme'), `${theme}.css`), 'utf8')
  const value = (name: string) => lastValue(css, `r-${name}`) ?? ''
  const colour = (name: string, otherwise: Palette['paper']) => parseColour(value(name)) ?? otherwise
  const paper = colour('background-color', [255, 255, 255])
  const ink = colour('main-color', [0, 0, 0])
  const palette = { paper, ink, heading: colour('heading-color', ink), accent: colour('link-color', ink) }
  return { css: paletteCss(palette), fonts: /(^|[\s,])serif$/.test(value('main-font')) ? 'serif' : 'sans' }
}
