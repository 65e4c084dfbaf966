/** The parts of pngjs that are used. */
declare module 'pngjs' {
  export class PNG {
    constructor(size: { readonly width: number; readonly height: number })
    readonly width: number
    readonly height: number
    /** Red, green, blue and alpha of each pixel, row by row. */
    readonly data: Uint8Array
    static readonly sync: {
      read(bytes: Uint8Array): PNG
      write(picture: PNG): Uint8Array
    }
  }
}
