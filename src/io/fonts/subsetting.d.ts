/** Types for the two font packages that bring none; only what draw.ts uses. */
declare module 'subset-font' {
  /**
   * @param font sfnt, WOFF or WOFF2
   * @param text the characters to keep; those the font does not have are left out silently
   */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'sfnt' | 'woff' | 'woff2'
      /** Pins an axis of a variable font. */
      readonly variationAxes?: Readonly<Record<string, number>>
      readonly noHinting?: boolean
      /** Numbers of names to keep, beside those of the font itself. */
      readonly preserveNameIds?: readonly number[]
    },
  ): Promise<Buffer>
}

declare module 'fontverter' {
  const fontverter: {
    convert(font: Buffer, format: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer>
  }
  export default fontverter
}
