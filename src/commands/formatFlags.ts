/** The flags that say what is made of a deck → the formats that are wanted. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { exitCode, UserError } from '../errors.js'
import { type Formats, type HandoutWish, handouts, pictureTypes } from '../model/format.js'
import { readSlides, type SlideRange } from '../model/slideRanges.js'
import { levelIn, refusePages } from './movedFlags.js'

interface Flags {
  readonly pdf?: true
  readonly handout?: readonly HandoutWish[]
  readonly png?: true
  readonly jpeg?: true
  readonly webp?: true
  readonly slides?: readonly SlideRange[]
  readonly scale?: number
  readonly transparent?: true
  readonly contactSheet?: true
  readonly socialCard?: true
  readonly pptx?: true
  readonly singleFile?: true
  readonly markdown?: true
  readonly maxSize?: number
}

export function addFormatFlags(command: Command): void {
  command
    .optionsGroup('What else to make, beside the deck:')
    .addOption(
      new Option(
        '--handout [layout]',
        `A handout on paper: ${handouts.join(', ')}; several with commas. Without a layout notes, where there are speaker notes, else article.`,
      )
        .preset('auto')
        .argParser(addHandouts),
    )
    .option(
      '--max-size <size>',
      'Bytes that each PDF may have, such as 10MB: pictures are made smaller until it has.',
      readBytes,
    )
    .option('--pptx', 'A PowerPoint file that colleagues can edit.')
    .option('--single-file', 'One HTML file with everything inside, to send by mail.')
    .option('--markdown', 'The notes as Talkback read them, in clean Markdown that shows the pictures of the deck.')
    .optionsGroup('Pictures:')
    .option('--png', 'A picture of each slide.')
    .option('--jpeg', 'The same as JPEG.')
    .option('--webp', 'The same as WebP.')
    .option('--slides <list>', 'Only of these slides, such as 3,7-9.', readSlideList)
    .option('--scale <factor>', 'Pixels for each pixel of the canvas.', readScale, 1)
    .option('--transparent', 'Without the background; not for JPEG.')
    .option('--contact-sheet', 'All slides on one picture.')
    .option('--social-card', 'The picture that a link to the talk shows, 1200 × 630.')
  refusePages(command)
}

/** Throws UserError (exit 2) for a flag about pictures that would do nothing. */
export function givenFormats(command: Command): Formats {
  const flags = command.opts<Flags>()
  const types = pictureTypes.filter((type) => flags[type])
  const { contactSheet = false, socialCard = false } = flags
  const wantsPictures = types.length > 0 || contactSheet || socialCard
  if (!types.some((type) => type !== 'jpeg')) refuseIdle(command, ['transparent'], '--png or --webp')
  if (flags.transparent && flags.jpeg) throw opaque()
  if (types.length === 0 && !contactSheet) {
    const wants = '--png, --jpeg, --webp or --contact-sheet'
    refuseIdle(command, ['slides'], wants, ' For the heading level that opens slides, write --slide-level 2.')
    refuseIdle(command, ['scale'], wants)
  }
  if (!flags.pdf && flags.handout === undefined && command.name() !== 'pdf')
    refuseIdle(command, ['maxSize'], '--pdf or --handout')
  const pictures = {
    types,
    slides: flags.slides ?? [],
    scale: flags.scale ?? 1,
    transparent: flags.transparent ?? false,
    contactSheet,
    socialCard,
  }
  return {
    pdf: flags.pdf ?? false,
    handouts: wishes.filter((handout) => flags.handout?.includes(handout)),
    ...(wantsPictures ? { pictures } : {}),
    pptx: flags.pptx ?? false,
    singleFile: flags.singleFile ?? false,
    markdown: flags.markdown ?? false,
    ...(flags.maxSize === undefined ? {} : { maxSize: flags.maxSize }),
  }
}

/**
 * Throws when one of these flags is given: it says how to make what is not wanted.
 * @param meant what else may have been meant, behind the hint
 */
export function refuseIdle(command: Command, names: readonly string[], wants: string, meant = ''): void {
  const idle = names.find((name) => command.getOptionValueSource(name) === 'cli')
  if (idle === undefined) return
  const flag = idle.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  throw new UserError(`--${flag} does nothing without ${wants}.`, `Add ${wants}.${meant}`, exitCode.usage)
}

/** `--handout` takes a layout or none: a path that follows it is the notes, as in `--handout notes.md`. */
export const spellOutHandout = (args: readonly string[]): string[] =>
  args.map((arg, index) => (arg === '--handout' && /[./\\*]/.test(args[index + 1] ?? '') ? '--handout=auto' : arg))

const opaque = (): UserError =>
  new UserError(
    '--transparent does nothing for --jpeg: such pictures always have a background.',
    'Leave out one of the two; JPEG can be made in a run of its own, beside what is there.',
    exitCode.usage,
  )

const units: Readonly<Record<string, number>> = { '': 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9 }

/** A megabyte has a million bytes, as those who refuse mails count. */
function readBytes(value: string): number {
  const [, digits, unit = ''] = /^\s*(\d{1,9}(?:\.\d{1,3})?)\s*([kmg]?b?)\s*$/i.exec(value) ?? []
  const bytes = Number(digits) * (units[unit.toLowerCase()] ?? Number.NaN)
  if (bytes >= 1000) return Math.floor(bytes)
  throw new InvalidArgumentError('A size is a number with a unit, such as 10MB or 800kB.')
}

const wishes: readonly HandoutWish[] = ['auto', ...handouts]

const isHandout = (name: string): name is HandoutWish => wishes.some((wish) => wish === name)

function addHandouts(value: string, earlier: readonly HandoutWish[] = []): readonly HandoutWish[] {
  const names = value.split(',')
  const odd = names.find((name) => !isHandout(name))
  if (odd !== undefined) throw new InvalidArgumentError(`Handouts are ${handouts.join(', ')}.`)
  return [...earlier, ...names.filter(isHandout)]
}

function readSlideList(value: string): readonly SlideRange[] {
  const slides = readSlides(value)
  if (!('wrong' in slides)) return slides
  const level = levelIn(value)
  throw new InvalidArgumentError(
    level === undefined
      ? 'Slides are numbers from 1 and ranges that run upwards, such as 3,7-9.'
      : `It picks slides for pictures, such as 3,7-9; for the heading level that opens slides, write --slide-level ${level}.`,
  )
}

/** Below the one a slide is a stain, beyond the other it is larger than Chrome can draw. */
const scales = { least: 0.1, most: 8 } as const

function readScale(value: string): number {
  const factor = Number(value)
  if (factor >= scales.least && factor <= scales.most) return factor
  throw new InvalidArgumentError(`A scale is a number from ${scales.least} to ${scales.most}, such as 2.`)
}
