/** Attributes of a heading → which of them name pictures, to lie behind the slide's text or beside it. */
import type { Heading } from './notes.js'

type Attributes = NonNullable<Heading['attributes']>

/** `background` takes colours as well: a path, or the name of a file, has a full stop or a slash, and they have neither. */
export const isGroundPicture = (value: string | undefined): boolean =>
  value !== undefined && !/^(?:rgb|hsl)a?\(/.test(value) && /[./]/.test(value)

/** The same attributes with other addresses of these pictures. */
export const withGrounds = (attributes: Attributes, picture: (src: string) => string): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, namesPicture(name, value) ? picture(value) : value]),
  )

const namesPicture = (name: string, value: string): boolean =>
  name === 'background' ? isGroundPicture(value) : /^(?:background-image|left|right)$/.test(name)
