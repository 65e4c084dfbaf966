/** Every pair in fixtures/: a `.md` of notes and a `.txt` of what they are read as. Add a pair to add a test. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFrontMatter } from '../../src/parse/frontMatter.js'
import { readHtml } from '../../src/parse/html/readHtml.js'
import { parseNotes } from '../../src/parse/parse.js'
import { resolveSettings } from '../../src/settings/resolve.js'
import { cleanSvg } from '../../src/trust/svg.js'
import { dump } from './dump.js'

const folder = join(import.meta.dirname, 'fixtures')

describe('notes are read as their fixture says', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    it(file, () => {
      const source = { file, text: readFileSync(join(folder, file), 'utf8') }
      const head = readFrontMatter(source)
      const { settings } = resolveSettings({ front: head.front, flags: {} })
      const notes = parseNotes(source, head, settings, readHtml, cleanSvg)
      const expectation = join(folder, `${basename(file, '.md')}.txt`)
      if (!existsSync(expectation)) {
        if (process.env['CI'])
          throw new Error(`${basename(expectation)} is missing: run the tests once outside CI, read it, add it`)
        writeFileSync(expectation, dump(notes))
        return
      }
      expect(dump(notes)).toBe(readFileSync(expectation, 'utf8'))
    })
  }
})
