import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.js'
import { type NamedEncoding, readNotes } from '../../src/io/readNotes.js'
import { folderWith } from './folders.js'

async function read(content: string | Uint8Array): Promise<string> {
  const folder = await folderWith({ 'notes.md': content })
  return (await readNotes(join(folder, 'notes.md'))).text
}

async function faultOf(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof UserError)) throw new Error(`expected a UserError, got ${String(error)}`)
  return error
}

// «大会的主题是容器和微服务，我们听了很多演讲。» in two encodings that Node can read but not write.
const GB = 'b4f3bbe1b5c4d6f7cce2cac7c8ddc6f7bacdcea2b7fecef1a3acced2c3c7ccfdc1cbbadcb6e0d1ddbdb2a1a3'
const BIG5 = 'a46ab77caabaa544c344acf6b2a3b3dea945a7d4b2a3bb79a141a7dacccca165a4c8abdca868ba74c1bfa143'

describe('encodings', () => {
  test('the mark of byte order goes, and every line end is \\n', async () => {
    expect(await read('\ufeff# 标题\r\na\rb\n')).toBe('# 标题\na\nb\n')
  })
  test('UTF-16 with its mark, both ways round', async () => {
    const little = Buffer.from('\ufeff# 云原生\r\n', 'utf16le')
    expect(await read(little)).toBe('# 云原生\n')
    expect(await read(Buffer.from(little).swap16())).toBe('# 云原生\n')
  })
  test('GB18030', async () => {
    const text = await read(Buffer.from(GB, 'hex'))
    expect(text).toBe('大会的主题是容器和微服务，我们听了很多演讲。')
  })
  test('Big5', async () => {
    const bytes = Buffer.from(BIG5, 'hex')
    expect(await read(bytes)).toBe(new TextDecoder('big5', { fatal: true }).decode(bytes))
  })
  test('Windows-1252', async () => {
    expect(await read(Buffer.from('Les cafés de la conférence étaient très bien', 'latin1'))).toBe(
      'Les cafés de la conférence étaient très bien',
    )
  })
  test('UTF-8 with one broken byte stays UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('大会的主题是容器'), Buffer.from([0xe5]), Buffer.from(' 和微服务')])
    expect(await read(bytes)).toBe('大会的主题是容器\ufffd 和微服务')
  })
  test('an empty file is empty notes', async () => expect(await read('')).toBe(''))
})

describe('what is not notes', () => {
  test.each([
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
    ['a PDF', '%PDF-1.7\n'],
    ['a Word, PowerPoint or ZIP file', 'PK\x03\x04\x14'],
    ['binary data', 'text\0with a zero'],
    ['binary data', '\x01\x02\x03\x04'.repeat(20)],
  ])('%s', async (kind, content) => {
    const fault = await faultOf(read(Buffer.from(content, 'latin1')))
    expect(fault.message).toContain(`looks like ${kind}, not notes`)
    expect(fault.code).toBe(4)
  })
  test('stray control characters do not make text binary', async () => {
    expect(await read('a\x01b\x02 text')).toBe('a\x01b\x02 text')
  })
  test.each([['bytes of no encoding', Buffer.from(Array.from({ length: 300 }, (_, at) => 128 + ((at * 89) % 128)))]])(
    '%s',
    async (_, content) => {
      const fault = await faultOf(read(content))
      expect(fault.message).toContain("can't be read as text")
      expect(fault.code).toBe(4)
    },
  )
  test('a text with one broken character is notes', async () => {
    expect(await read(Buffer.from('最后一个字断了谢').subarray(0, -1))).toBe('最后一个字断了\ufffd')
  })
  test.skipIf(process.platform === 'win32')('a pipe, which nobody may ever write into', async () => {
    const pipe = join(await folderWith(), 'pipe.md')
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0)
    expect((await faultOf(readNotes(pipe))).message).toContain('is a pipe')
  })
  test('a folder', async () => {
    expect((await faultOf(readNotes(await folderWith()))).message).toContain('is a folder')
  })
  test('too large', async () => {
    expect((await faultOf(read(Buffer.alloc(9 * 1024 * 1024, 'a')))).message).toContain('9.0 MB')
  })
})

describe('no such file', () => {
  test.each([
    ['kubecom.md', 'kubecon.md'],
    ['kubecon', 'kubecon.md'],
    ['KubeCon.md', 'kubecon.md'],
  ])('%s: did you mean %s', async (asked, meant) => {
    const folder = await folderWith({ 'kubecon.md': '' })
    // On a disk that does not tell capitals apart the file is there.
    const fault = await readNotes(join(folder, asked)).catch((error: unknown) => error)
    if (fault instanceof UserError) expect(fault.hint).toBe(`Did you mean ${join(folder, meant)}?`)
    else expect(asked.toLowerCase()).toBe(meant)
  })
  test('names some notes when none is near', async () => {
    const folder = await folderWith({ 'a.md': '', 'b.md': '', 'c.txt': '', 'd.png': '' })
    const { hint } = await faultOf(readNotes(join(folder, 'something.md')))
    expect(hint).toBe('That folder holds a.md, b.md, c.txt')
  })
  test('a folder that is not there', async () => {
    const folder = join(await folderWith(), 'nowhere')
    expect((await faultOf(readNotes(join(folder, 'a.md')))).hint).toBe(`There is no folder ${folder} either.`)
  })
})

describe('an encoding that is named', () => {
  const katakana = Buffer.from('paulv6Wrpco=', 'base64')
  const readNamed = async (content: Uint8Array, named: NamedEncoding) =>
    readNotes(join(await folderWith({ 'notes.md': content }), 'notes.md'), named)

  test('by a flag', async () => {
    const { text, decoded } = await readNamed(katakana, { flag: 'euc-jp' })
    expect([text, decoded]).toEqual(['カタカナ', { encoding: 'euc-jp', isGuess: false }])
  })
  test('by a config file, for what is no UTF-8', async () => {
    expect((await readNamed(katakana, { config: async () => 'euc-jp' })).text).toBe('カタカナ')
    expect((await readNamed(Buffer.from('标题'), { config: async () => 'euc-jp' })).text).toBe('标题')
  })
  test('by front matter', async () => {
    const bytes = Buffer.concat([Buffer.from('---\nencoding: EUC-JP\n---\n'), katakana])
    expect((await readNamed(bytes, { config: async () => 'big5' })).text).toContain('カタカナ')
  })
  test('nobody has: it is not read', async () => {
    const fault = await faultOf(readNamed(katakana, {}))
    expect(fault.hint).toContain('--encoding')
  })
})
