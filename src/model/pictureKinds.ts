/** The kinds of pictures that browsers draw, by the ending that their files have in a deck → their media types. */
export const pictureKinds = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
} as const

export type PictureKind = keyof typeof pictureKinds
