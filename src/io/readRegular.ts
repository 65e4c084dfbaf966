/** A path that somebody named → the bytes of the file there, if it is one: never a device, a socket, or a pipe. */
import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { UserError } from '../errors.js'

const MEGABYTE = 1024 * 1024

export interface Wanted {
  /** What the file should be: `a file of notes`. */
  readonly what: string
  /** Bytes that it may have. */
  readonly most: number
  /** What to do when it is something else, and when it is larger. */
  readonly hint?: string
  readonly smaller?: string
}

/** What is there is not read. The reason says why, in a few words and without the path. */
export class Unread extends UserError {
  constructor(
    message: string,
    readonly reason: string,
    hint: string,
    readonly isTooLarge = false,
  ) {
    super(message, hint)
  }
}

/**
 * What has no end (`/dev/zero`), or never begins (a pipe that nobody writes into), is refused before a byte of it is read;
 * a file that grows meanwhile, or whose size the system does not know (in `/proc`), once it is larger than it may be.
 * @throws Unread; else what the system says
 */
export async function readRegular(path: string, wanted: Wanted): Promise<Buffer> {
  // Before it is opened, as opening a device may already do something; and then what was opened.
  refuse(path, await stat(path), wanted)
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const facts = await file.stat()
    refuse(path, facts, wanted)
    return await upTo(file, facts.size, path, wanted)
  } finally {
    await file.close()
  }
}

function refuse(path: string, facts: Stats, wanted: Wanted): void {
  if (!facts.isFile()) {
    const kind = kindOf(facts)
    throw new Unread(`${path} is ${kind}, not ${wanted.what}.`, kind, wanted.hint ?? 'Name the file itself.')
  }
  refuseSize(path, facts.size, wanted)
}

export function refuseSize(path: string, size: number, { what, most, smaller = 'Make it smaller.' }: Wanted): void {
  if (size <= most) return
  const may = `${most / MEGABYTE} MB`
  const message = `${path} has ${(size / MEGABYTE).toFixed(1)} MB; ${what} may have ${may}.`
  throw new Unread(message, `larger than ${may}`, smaller, true)
}

async function upTo(file: FileHandle, expected: number, path: string, wanted: Wanted): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (let size = 0; ; ) {
    const piece = Buffer.allocUnsafe(size === 0 && expected > 0 ? expected : Math.max(expected - size, 4096))
    const { bytesRead } = await file.read(piece, 0, piece.length, null)
    if (bytesRead === 0) return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
    // As large as the system says: whoever appends to it meanwhile is read the next time.
    if (bytesRead === expected && size === 0 && expected > 0) return piece
    pieces.push(piece.subarray(0, bytesRead))
    size += bytesRead
    refuseSize(path, size, wanted)
  }
}

function kindOf(facts: Stats): string {
  if (facts.isDirectory()) return 'a folder'
  if (facts.isFIFO()) return 'a pipe'
  return facts.isSocket() ? 'a socket' : 'a device'
}
