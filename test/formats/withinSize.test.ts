import { deflateSync } from 'node:zlib'
import { Transformer } from '@napi-rs/image'
import { expect, test } from 'vitest'
import { withinSize } from '../../src/formats/withinSize.js'
import { wholeOf } from '../../src/model/content.js'
import { openPdf, pagesOf } from '../../src/pdf/file.js'
import { pdfPictures } from '../../src/pdf/pictures.js'
import { writing } from '../../src/pdf/writing.js'

const [width, height] = [1200, 900]

function pixels(channels: number): Uint8Array {
  const made = new Uint8Array(width * height * channels)
  let seed = 7
  for (let at = 0; at < made.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    made[at] = channels === 4 && at % 4 === 3 ? 255 : ((at / channels) % width) / 6 + ((seed >> 16) & 31)
  }
  return made
}

/** A page with a photograph, a screenshot and its mask, as Chrome writes them. */
async function pdf(): Promise<Uint8Array> {
  const out = writing()
  const image = (more: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
    new Map([
      ['Type', '/XObject'],
      ['Subtype', '/Image'],
      ['Width', String(width)],
      ['Height', String(height)],
      ['BitsPerComponent', '8'],
      ...more,
    ])
  const stream = (number: number, bytes: Uint8Array, more: readonly (readonly [string, string])[]): void =>
    out.write(number, image([...more, ['Length', String(bytes.length)]]), bytes)
  out.write(
    1,
    new Map([
      ['Type', '/Catalog'],
      ['Pages', '2 0 R'],
    ]),
  )
  out.write(
    2,
    new Map([
      ['Type', '/Pages'],
      ['Count', '1'],
      ['Kids', '[3 0 R]'],
    ]),
  )
  const resources = '<</XObject <</A 4 0 R /B 5 0 R>>>>'
  out.write(
    3,
    new Map([
      ['Type', '/Page'],
      ['Parent', '2 0 R'],
      ['MediaBox', '[0 0 9 9]'],
      ['Resources', resources],
    ]),
  )
  const photo = await Transformer.fromRgbaPixels(pixels(4), width, height).jpeg(95)
  stream(4, photo, [
    ['ColorSpace', '/DeviceRGB'],
    ['Filter', '/DCTDecode'],
  ])
  stream(5, deflateSync(pixels(3)), [
    ['ColorSpace', '/DeviceRGB'],
    ['Filter', '/FlateDecode'],
    ['SMask', '6 0 R'],
  ])
  stream(6, deflateSync(new Uint8Array(width * height).fill(9)), [
    ['ColorSpace', '/DeviceGray'],
    ['Filter', '/FlateDecode'],
  ])
  out.write(7, new Map([['Title', '(t)']]))
  return out.end(8, '/Root 1 0 R\n/Info 7 0 R\n/ID [<00> <00>]')
}

test('a PDF that fits stays as it is', async () => {
  const whole = await pdf()
  const { content, findings } = await withinSize(whole, whole.length, 'a.pdf')
  expect(content).toBe(whole)
  expect(findings).toEqual([])
})

test('pictures are made smaller until it fits, and that is said', async () => {
  const whole = await pdf()
  const most = 200_000
  const { content, findings } = await withinSize(whole, most, 'a.pdf')
  expect(content.length).toBeLessThanOrEqual(most)
  expect(findings).toMatchObject([
    { code: 'pdf-pictures-smaller', facts: { file: 'a.pdf', most, before: whole.length, after: content.length } },
  ])
  const file = openPdf(content)
  expect(pagesOf(file)).toEqual([3])
  for (const { object, width, height, bytes } of pdfPictures(content)) {
    expect([file.dictionary(object).get('Filter'), width / height]).toEqual(['/DCTDecode', 4 / 3])
    expect(await new Transformer(Buffer.from(await wholeOf(bytes))).metadata()).toMatchObject({ width, height })
  }
  expect(file.dictionary(5).get('SMask')).toBe('6 0 R')
  expect(file.dictionary(7).get('Title')).toBe('(t)')
  expect(Buffer.from((await withinSize(whole, most, 'a.pdf')).content).equals(content)).toBe(true)
})

test.each([
  ['three colours', '3', ['jpeg', 'pixels']],
  ['four inks', '4', ['jpeg']],
])('pixels with a profile of %s', async (_, colours, kinds) => {
  const plain = Buffer.from(await pdf()).toString('latin1')
  const at = plain.indexOf('5 0 obj')
  const told = plain.slice(at).replace('/ColorSpace /DeviceRGB', '/ColorSpace [ /ICCBased 8 0 R ]')
  const out = writing()
  const file = openPdf(Buffer.from(plain, 'latin1'))
  for (let object = 1; object < file.size; object++) {
    const [start, end] = file.range(object)
    const rest = object === 5 ? told.slice('5 0 obj\n'.length, told.indexOf('6 0 obj')) : plain.slice(start + 8, end)
    out.copy(object, '', Buffer.from(rest, 'latin1'))
  }
  out.write(8, new Map([['N', colours]]), Buffer.from('profile'))
  expect(pdfPictures(out.end(9, '/Root 1 0 R')).map(({ kind }) => kind)).toEqual(kinds)
})

test('what can not fit is an error, and as small as it goes', async () => {
  const whole = await pdf()
  const { content, findings } = await withinSize(whole, 1000, 'a.pdf')
  expect(content.length).toBeLessThan(whole.length)
  expect(findings).toMatchObject([{ code: 'pdf-too-large', facts: { size: content.length, most: 1000 } }])
})
