/** The name of a project of tests → the fonts that its browsers find on the system: made of the project's own packages, the same on every machine. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fontverter from 'fontverter'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the configuration that says where fonts are. */
    fontconfig: string
  }
}

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** A machine with hardly any font, and one whose letters, Chinese too, are of other widths and heights than a deck's. */
const sets: Readonly<Record<string, readonly (readonly [folder: string, files: RegExp])[]>> = {
  browser: [['@fontsource/dejavu-mono/files', /-latin-(?:400|700)-normal\.woff2$/]],
  'browser-fonts': [
    ['@fontsource/source-serif-4/files', /-latin-(?:400|700)-(?:normal|italic)\.woff2$/],
    ['@fontsource-variable/noto-serif-sc/files', /\.woff2$/],
  ],
}

/** Called by vitest before the first test of a project; calls back what it is given after the last. */
export default async function setUpFonts({ name, provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'talkback-fonts-'))
  const fonts = join(folder, 'fonts')
  await mkdir(fonts)
  for (const [from, wanted] of sets[name] ?? []) {
    const files = (await readdir(join(packages, from))).filter((file) => wanted.test(file))
    for (const file of files) {
      const bytes = await fontverter.convert(await readFile(join(packages, from, file)), 'sfnt')
      await writeFile(join(fonts, file.replace(/woff2$/, 'ttf')), bytes)
    }
  }
  const config = join(folder, 'fonts.conf')
  await writeFile(
    config,
    `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`,
  )
  provide('fontconfig', config)
  return () => rm(folder, { recursive: true, force: true })
}
