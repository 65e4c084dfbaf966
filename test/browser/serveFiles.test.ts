/** Everything a served deck is made of, changed in every way that editors and disks know → shown, and nothing else is. */
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { PNG } from 'pngjs'
import { describe, expect, test } from 'vitest'
import { served, shown, waitFor, waitForText } from './served.js'

const notes = `---
lang: en
template: ./ours
---

# Talk

## One

- first
- and more
- and still more

## Shown

- second

![a picture](pictures/a.png)
`

const house = served({
  'notes.md': notes,
  'ours/template.yaml': 'name: ours\nextends: report\n',
  'ours/theme.css': ':root { --accent: #112233; }\n',
  'secret.txt': 'secret',
})

/** One colour. */
function picture(width: number, height: number): Uint8Array {
  const png = new PNG({ width, height })
  png.data.fill(200)
  return PNG.sync.write(png)
}

const accent = `getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()`

describe('a served deck shows', () => {
  test('a picture as soon as there is one, and another one under the same name', async () => {
    const page = await house.now.openPage(`${house.now.serving.address}#/shown`)
    await house.now.write('pictures/a.png', picture(40, 30))
    await waitFor(page, `${shown}.querySelector('img')?.naturalWidth === 40`)
    await house.now.write('pictures/a.png', picture(60, 30))
    await waitFor(page, `${shown}.querySelector('img')?.naturalWidth === 60`)
    // The folder with it deleted, and made again.
    await rm(house.now.path('pictures'), { recursive: true })
    await waitFor(page, `${shown}.querySelector('img') === null`)
    await mkdir(house.now.path('pictures'))
    await house.now.write('pictures/a.png', picture(80, 30))
    await waitFor(page, `${shown}.querySelector('img')?.naturalWidth === 80`)
    await page.close()
  })

  test('the template: its style, its settings and a layout that it did not have', async () => {
    const page = await house.now.openPage(`${house.now.serving.address}#/one`)
    await waitFor(page, `${accent} === '#112233'`)
    await house.now.write('ours/theme.css', ':root { --accent: #445566; }\n')
    await waitFor(page, `${accent} === '#445566'`)
    const layout = await readFile('templates/report/layouts/content.html', 'utf8')
    await house.now.write('ours/layouts/content.html', `<i data-ours></i>${layout}`)
    await waitFor(page, `${shown}.querySelector('[data-ours]') !== null`)
    expect(await page.evaluate(`${shown}.id`)).toBe('one')
    // Broken, it leaves the deck as it was, and says where.
    await house.now.write('ours/layouts/content.html', `${layout}{% if %}`)
    await waitFor(page, `document.querySelector('.live-panel:not([hidden])')?.textContent.includes('content.html')`)
    expect(await page.evaluate(`${shown}.querySelector('[data-ours]') !== null`)).toBe(true)
    await rm(house.now.path('ours/layouts'), { recursive: true })
    await waitFor(
      page,
      `document.querySelector('.live-panel').hidden && ${shown}.querySelector('[data-ours]') === null`,
    )
    await page.close()
  })

  test('notes whose folder goes away and comes back, and that are a link', async () => {
    const page = await house.now.openPage(`${house.now.serving.address}#/shown`)
    await house.now.write('elsewhere/real.md', notes.replace('- second', '- from a link'))
    if (process.platform !== 'win32') {
      await rm(house.now.path('notes.md'))
      await symlink(house.now.path('elsewhere/real.md'), house.now.path('notes.md'))
      await waitForText(page, 'from a link')
      await house.now.write('elsewhere/real.md', notes.replace('- second', '- behind the link'))
      await waitForText(page, 'behind the link')
      await rm(house.now.path('notes.md'))
    }
    await house.now.write('new.md', notes.replace('- second', '- put in place'))
    await rename(house.now.path('new.md'), house.now.path('notes.md'))
    await waitForText(page, 'put in place')
    await page.close()
  })

  test('the last of a thousand saves, and is not held up by what lies beside the notes', async () => {
    const page = await house.now.openPage(`${house.now.serving.address}#/shown`)
    for (let count = 0; count < 500; count++) {
      await writeFile(house.now.path(`.notes.md.${count % 5}.swp`), String(count))
      await writeFile(house.now.path('notes.md'), notes.replace('- second', `- save ${count} of many`))
    }
    await waitForText(page, 'save 499 of many')
    await page.close()
  })

  test('the slide that was read, once a file is whole that was saved by halves', async () => {
    const page = await house.now.openPage(`${house.now.serving.address}#/shown`)
    await house.now.write('notes.md', notes.slice(0, notes.indexOf('- and more')))
    await waitFor(page, `document.getElementById('shown') === null && ${shown}.id !== 'shown'`)
    await house.now.write('notes.md', notes)
    await waitFor(page, `${shown}.id === 'shown'`)
    await page.close()
  })

  test.each([
    ['in the middle of a name', '---\nlang: en\ntempl'],
    ['behind an entry', '---\nlang: en\n'],
    ['behind its fence', '---\n'],
  ])('the slide that was read, through a save that got as far as the front matter: %s', async (_, half) => {
    const page = await house.now.openPage(`${house.now.serving.address}#/shown`)
    await page.evaluate('window.sameDocument = true')
    await house.now.write('notes.md', half)
    await waitFor(page, `document.querySelector('.live-panel.live-broken:not([hidden])') !== null`)
    expect(await page.evaluate(`${shown}.id`)).toBe('shown')
    await house.now.write('notes.md', notes)
    await waitFor(page, `document.querySelector('.live-panel').hidden`)
    expect(await page.evaluate(`[window.sameDocument, ${shown}.id]`)).toEqual([true, 'shown'])
    await page.close()
  })

  test('the last good deck while the notes are something else, and says so', async () => {
    const page = await house.now.openPage(`${house.now.serving.address}#/one`)
    const count = await page.evaluate(`document.querySelectorAll('section.slide').length`)
    const [zero, noise] = [
      notes.replace('- first', '- fir\0st'),
      Buffer.from(Array.from({ length: 300 }, (_, at) => 128 + ((at * 89) % 128))),
    ]
    for (const junk of [picture(9, 9), zero, noise, '']) {
      await house.now.write('notes.md', junk)
      await waitFor(
        page,
        `document.querySelector('.live-panel.live-broken:not([hidden])')?.textContent.includes('notes.md:1')`,
      )
      expect(await page.evaluate(`${shown}.id + document.querySelectorAll('section.slide').length`)).toBe(`one${count}`)
      await house.now.write('notes.md', notes)
      await waitFor(page, `document.querySelector('.live-panel').hidden`)
    }
    await page.close()
  })

  test('no file outside the folder of the notes, however it is written', async () => {
    await house.now.write('talk/notes.md', '')
    const outside = [
      '../secret.png',
      '%2e%2e/secret.png',
      '..%2Fsecret.png',
      'link.png',
      'linked/secret.png',
      '/etc/passwd',
      'file:///etc/passwd',
    ]
    const { openLiveDeck } = await import('../../src/pipeline/liveDeck.js')
    await house.now.write('secret.png', picture(9, 9))
    if (process.platform !== 'win32') {
      await symlink(house.now.path('secret.png'), house.now.path('talk/link.png'))
      await symlink(house.now.path('.'), house.now.path('talk/linked'))
    }
    await house.now.write(
      'talk/notes.md',
      `# Talk\n\n${outside.map((src, at) => `## Slide ${at}\n\n![x](${src})\n`).join('\n')}`,
    )
    const source = openLiveDeck({ notes: house.now.path('talk/notes.md'), offline: true, refresh: false })
    for await (const { files } of source.rounds())
      expect([...files.keys()].filter((path) => path.startsWith('pictures/'))).toEqual([])
    // The same file from inside is shown: it is not the picture that is wrong.
    await house.now.write('talk/notes.md', '# Talk\n\n## Slide\n\n![x](inside.png)\n')
    await house.now.write('talk/inside.png', picture(9, 9))
    for await (const { files } of source.rounds())
      expect([...files.keys()].filter((path) => path.startsWith('pictures/'))).toHaveLength(1)
  })

  test('all that without a fault in the page', () => expect(house.faults).toEqual([]))
})
