/** A `data:` address → the picture that is written in it. */
import { decodedAddress } from '../../model/text.js'
import { type Found, MOST_BYTES, notAPicture, tooLarge } from './found.js'

export function dataPicture(source: string): Found {
  const comma = source.indexOf(',')
  const [type = '', ...parameters] = source.slice('data:'.length, Math.max(comma, 0)).split(';')
  if (comma < 0 || !/^\s*image\//i.test(type)) return notAPicture
  const content = source.slice(comma + 1)
  if (content.length > MOST_BYTES * 1.5) return tooLarge()
  const isBase64 = parameters.some((parameter) => parameter.trim().toLowerCase() === 'base64')
  const text = decodedAddress(content)
  return { bytes: isBase64 ? Buffer.from(text, 'base64') : Buffer.from(text, 'utf8') }
}
