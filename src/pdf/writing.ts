/** The objects of a PDF, one after the other → its bytes, with the table of where they are. */
import { type Dictionary, writeDictionary } from './dictionary.js'
import { table } from './file.js'

export interface Writing {
  /** An object as it stands between its number and the next one's. */
  copy(number: number, head: string, rest: Uint8Array): void
  write(number: number, entries: Dictionary, stream?: Uint8Array): void
  /** Lets go of the bytes that copies were made of. */
  settle(): void
  end(size: number, trailer: string): Uint8Array
}

export function writing(): Writing {
  const settled: Buffer[] = [Buffer.from('%PDF-1.4\n%\xd3\xeb\xe9\xe1\n', 'latin1')]
  let length = settled[0]?.length ?? 0
  let pieces: Uint8Array[] = []
  const offsets: (number | undefined)[] = []
  const put = (text: string, bytes?: Uint8Array): void => {
    const written = Buffer.from(text, 'latin1')
    pieces.push(written)
    length += written.length
    if (bytes === undefined) return
    pieces.push(bytes)
    length += bytes.length
  }
  const settle = (): void => {
    settled.push(Buffer.concat(pieces))
    pieces = []
  }
  return {
    settle,
    copy(number, head, rest) {
      offsets[number] = length
      put(`${number} 0 obj\n${head.trimStart()}`, rest)
    },
    write(number, entries, stream) {
      offsets[number] = length
      put(`${number} 0 obj\n${writeDictionary(entries)}${stream ? ' stream\n' : '\nendobj\n'}`, stream)
      if (stream) put('\nendstream\nendobj\n')
    },
    end(size, trailer) {
      const list = table(size, (number) => offsets[number])
      put(`xref\n0 ${size}\n${list}trailer\n<</Size ${size}\n${trailer}>>\nstartxref\n${length}\n%%EOF\n`)
      settle()
      return Buffer.concat(settled)
    },
  }
}
