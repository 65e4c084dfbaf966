/** A request for a file of a served deck → its answer, from what the deck holds: no path of a request ever reaches the disk. */
import type { ServerResponse } from 'node:http'
import { type Content, isLater, wholeOf } from '../model/content.js'
import { pictureKinds } from '../model/pictureKinds.js'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly content: string | Uint8Array
  /** Its address changes when it does: browsers may keep it. */
  readonly lasting?: boolean
  readonly headers?: Readonly<Record<string, string>>
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  ttf: 'font/ttf',
  txt: 'text/plain; charset=utf-8',
  ...pictureKinds,
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
}

/** By the ending of a path; what we don't know is not shown. */
export const typeOf = (path: string): string =>
  types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream'

export const plainAnswer = (status: number, text: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  content: `${text}\n`,
})

export const htmlAnswer = (content: string): Answer => ({ status: 200, type: types['html'] ?? '', content })

/** To an address that a browser asks for anew, whatever it asked for here. */
export const onward = (address: string, cookie: string): Answer => ({
  ...plainAnswer(303, address),
  headers: { Location: address, 'Set-Cookie': cookie },
})

/** @param address from the one that was asked for */
export const redirection = (address: string): Answer => ({
  ...plainAnswer(302, address),
  headers: { Location: address },
})

/** @param path of the bundle, as the request has it: found or not, letter by letter */
export async function fileAnswer(
  path: string,
  ...places: readonly (ReadonlyMap<string, Content> | undefined)[]
): Promise<Answer | undefined> {
  const file = places.find((files) => files?.has(path))?.get(path)
  // A photograph that was changed a moment ago: the deck is about to show another one.
  const content = file !== undefined && isLater(file) ? await wholeOf(file).catch(() => undefined) : file
  if (content === undefined) return undefined
  // Fonts and pictures bear a hash of what they hold.
  return { status: 200, type: typeOf(path), content, lasting: /^(?:fonts|pictures)\//.test(path) }
}

/** A file that was made of a deck: PDFs to look at, the rest to keep. */
export const madeAnswer = (name: string, content: Uint8Array): Answer => ({
  status: 200,
  type: typeOf(name),
  content,
  headers: {
    'Content-Disposition': `${name.endsWith('.pdf') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
  },
})

const FRAMED = "frame-ancestors 'self'"
const INERT = `${FRAMED}; default-src 'none'; style-src 'unsafe-inline'; sandbox`

/** A picture of the notes that is opened by itself may be a document with a script in it. PDFs are shown by no sandbox. */
const policyFor = (type: string): string => (type === types['html'] || type === types['pdf'] ? FRAMED : INERT)

/** Sends the answer, or its head alone. */
export function sendAnswer(response: ServerResponse, answer: Answer, headOnly: boolean): void {
  const { status, type, content, lasting = false, headers } = answer
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': bytes.byteLength,
    'Cache-Control': lasting ? 'private, max-age=31536000, immutable' : 'no-store',
    'X-Content-Type-Options': 'nosniff',
    // The address may hold a key.
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': policyFor(type),
    ...headers,
  })
  response.end(headOnly ? undefined : bytes)
}
