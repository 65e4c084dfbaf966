/** @napi-rs/image, which may be missing → the few things that are asked of it. The only file that knows the package. */

export interface ImageTool {
  /**
   * Throws for what it can't read.
   * @param pixels how many it has, about
   */
  open(bytes: Uint8Array, pixels: number): Opened
  /** The same pixels in fewer bytes. */
  repack(png: Uint8Array): Promise<Uint8Array>
  /** The pixels of a JPEG once more, as JPEG. */
  recode(jpeg: Uint8Array, quality: number): Promise<Uint8Array>
  /** Rows of red, green, blue and opacity. */
  fromPixels(pixels: Uint8Array, width: number, height: number): Opened
}

/** A picture, upright. */
export interface Opened {
  isOpaque(): Promise<boolean>
  /** As large as it is, when that is no more. */
  within(width: number, height: number): Opened
  jpeg(quality: number): Promise<Uint8Array>
  png(): Promise<Uint8Array>
}

const RGBA = 3
/** Grey and colours, of 8 and 16 bits. */
const OPAQUE = [0, 2, 4, 6]

type Package = typeof import('@napi-rs/image')

/** @returns undefined where it is not installed, or not made for this machine */
export async function loadImageTool(): Promise<ImageTool | undefined> {
  try {
    return toolOf(await import('@napi-rs/image'))
  } catch {
    return undefined
  }
}

/**
 * The package holds the pixels of every picture until what stands for it is collected as garbage, and V8, which sees a few
 * bytes each, is in no hurry. It counts this as much, and no memory is taken by what is never written to.
 */
const weigh = (pixels: number): void => void new ArrayBuffer(pixels * 4)

function toolOf(image: Package): ImageTool {
  const opened = (transformer: InstanceType<Package['Transformer']>): Opened => ({
    async isOpaque() {
      // JsColorType has these names in types alone.
      const { colorType } = await transformer.metadata()
      if (colorType === RGBA) return (await transformer.rawPixels()).every((byte, at) => at % 4 < 3 || byte === 255)
      return OPAQUE.some((type) => type === colorType)
    },
    within: (width, height) =>
      opened(transformer.fastResize({ width, height, filter: image.FastResizeFilter.Lanczos3 })),
    jpeg: (quality) => transformer.jpeg(quality),
    png: () => transformer.png(),
  })
  return {
    open(bytes, pixels) {
      weigh(pixels)
      return opened(new image.Transformer(bytes).rotate())
    },
    repack: (png) => image.losslessCompressPng(png, { strip: false }),
    recode: (jpeg, quality) => image.compressJpeg(jpeg, { quality }),
    fromPixels(pixels, width, height) {
      weigh(width * height)
      return opened(image.Transformer.fromRgbaPixels(pixels, width, height))
    },
  }
}
