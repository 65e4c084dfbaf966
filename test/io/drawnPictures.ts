/** Small pictures for tests, made of as few bytes as tell their size. */

/** A PNG whose head gives this size; `seed` makes its content another one. */
export function png(width: number, height: number, seed = 0): Buffer {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n', 0, 'latin1')
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  head.writeUInt8(seed, 32)
  return head
}

/** A JPEG with its size, and an EXIF note how the camera was held (1 upright, 6 and 8 on its side). */
export function jpeg(width: number, height: number, orientation: number): Buffer {
  const exif = Buffer.from(`45786966000049492a0008000000010012010300010000000${orientation}00000000000000`, 'hex')
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0])
    head.writeUInt16BE(content.length + 2, 2)
    return Buffer.concat([head, content])
  }
  const frame = Buffer.alloc(15)
  frame.writeUInt8(8, 0)
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, exif),
    segment(0xc0, frame),
    segment(0xda, Buffer.alloc(0)),
    Buffer.from([0xff, 0xd9]),
  ])
}

export const svg = (attributes: string): string => `<?xml version="1.0"?><!-- a > b --><svg ${attributes}><rect/></svg>`
