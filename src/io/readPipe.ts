/** A pipe that the shell put in our hands (`<(…)`, `/dev/stdin`) → all that comes out of it. */
import { constants, openSync } from 'node:fs'
import { refuseSize, type Wanted } from './readRegular.js'

/** Our own, not one that lies on the disk: whoever wrote the command line has put something at its other end. */
export const isOwnPipe = (path: string): boolean => /^\/(?:dev\/stdin|(?:dev|proc\/(?:self|\d+))\/fd\/\d+)$/.test(path)

/** Waits without holding on to anything: a signal still ends the process. */
export async function readPipe(path: string, wanted: Wanted): Promise<Buffer> {
  const { Socket } = await import('node:net')
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  const stream = new Socket({ fd, readable: true, writable: false })
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of stream) {
      pieces.push(piece)
      size += piece.length
      refuseSize(path, size, wanted)
    }
  } finally {
    stream.destroy()
  }
  return Buffer.concat(pieces)
}

/** What is piped into the process, or typed, up to its end; read once, as it comes but once. */
let input: Promise<Buffer> | undefined

export const readInput = (wanted: Wanted): Promise<Buffer> => {
  input ??= allOf(process.stdin, wanted)
  return input
}

async function allOf(stream: AsyncIterable<Buffer | string>, wanted: Wanted): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    pieces.push(Buffer.from(piece))
    size += piece.length
    refuseSize('What was piped in', size, wanted)
  }
  return Buffer.concat(pieces)
}
