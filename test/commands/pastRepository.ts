/** A repository with temporary files of its own, in a folder that is gone after each test: what is left among them is a fault. */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { isLater } from '../../src/model/content.js'
import { compareNotes } from '../../src/pipeline/diffNotes.js'
import { cleanSvg } from '../../src/trust/svg.js'

export const git = (...words: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...words], { stdio: 'pipe' })

export function commit(...paths: readonly string[]): void {
  git('add', '-f', ...paths)
  git('commit', '-qm', 'x')
}

/** @returns what puts everything back */
export function enterRepository(): () => void {
  const back = process.cwd()
  const temporary = process.env['TMPDIR']
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'talkback-past-test-'))
  mkdirSync(join(folder, 'tmp'))
  mkdirSync(join(folder, 'repository'))
  process.env['TMPDIR'] = join(folder, 'tmp')
  process.chdir(join(folder, 'repository'))
  git('init', '-q')
  return () => {
    const left = readdirSync(join(folder, 'tmp'))
    process.chdir(back)
    if (temporary === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = temporary
    rmSync(folder, { recursive: true, force: true })
    expect(left).toEqual([])
  }
}

/** What a test looks at of both versions. */
export const looks = (versions: readonly string[]) =>
  compareNotes({ versions }, async ({ before, after }) =>
    [before, after].map(({ drafted, pictures, absences }) => ({
      template: drafted.template.name,
      accent: drafted.settings.accent,
      css: drafted.template.css,
      logo: drafted.settings.logo,
      picture: pictures.get('p.svg'),
      absences: absences.map(({ file, why, today }) => `${file} ${why} ${today}`),
    })),
  )

export const bytesOf = (look: Awaited<ReturnType<typeof looks>>[number] | undefined): string =>
  look?.picture?.state === 'ready' && !isLater(look.picture.bytes) ? Buffer.from(look.picture.bytes).toString() : ''

/** As decks show it. */
export const svg = (colour: string) =>
  cleanSvg(`<svg width="40" height="30"><rect width="40" height="30" fill="${colour}"/></svg>`).text
