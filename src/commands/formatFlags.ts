/** The flags that say what is made of a deck → the formats that are wanted. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { exitCode, UserError } from '../errors.js'
import { type Formats, type Handout, handouts, pictureTypes } from '../model/format.js'

interface Flags {
  readonly pdf?: true
  readonly handout?: readonly Handout[]
  readonly png?: true
  readonly jpeg?: true
  readonly webp?: true
  readonly pages?: string
  readonly scale?: number
  readonly transparent?: true
  readonly contactSheet?: true
  readonly socialCard?: true
  readonly pptx?: true
  readonly singleFile?: true
  readonly markdown?: true
}

export function addFormatFlags(command: Command): void {
  command
    .optionsGroup('What else to make, beside the deck:')
    .addOption(
      new Option('--handout [layout]', `A handout on paper: ${handouts.join(', ')}; several with commas.`)
        .preset('notes')
        .argParser(addHandouts),
    )
    .option('--pptx', 'A PowerPoint file that colleagues can edit.')
    .option('--single-file', 'One HTML file with everything inside, to send by mail.')
    .option('--markdown', 'The notes as Talkback read them, in clean Markdown.')
    .optionsGroup('Pictures:')
    .option('--png', 'A picture of each slide.')
    .option('--jpeg', 'The same as JPEG.')
    .option('--webp', 'The same as WebP.')
    .option('--pages <list>', 'Only of these slides, such as 3,7-9.')
    .option('--scale <factor>', 'Pixels for each pixel of the canvas.', readScale, 1)
    .option('--transparent', 'Without the background; not for JPEG.')
    .option('--contact-sheet', 'All slides on one picture.')
    .option('--social-card', 'The picture that a link to the talk shows, 1200 × 630.')
}

/** Throws UserError (exit 2) for a flag about pictures where no picture is wanted: it would do nothing. */
export function givenFormats(command: Command): Formats {
  const flags = command.opts<Flags>()
  const types = pictureTypes.filter((type) => flags[type])
  const { contactSheet = false, socialCard = false } = flags
  const wantsPictures = types.length > 0 || contactSheet || socialCard
  if (!wantsPictures) refuseIdle(command)
  const pictures = {
    types,
    slides: flags.pages ?? '',
    scale: flags.scale ?? 1,
    transparent: flags.transparent ?? false,
    contactSheet,
    socialCard,
  }
  return {
    pdf: flags.pdf ?? false,
    handouts: handouts.filter((handout) => flags.handout?.includes(handout)),
    ...(wantsPictures ? { pictures } : {}),
    pptx: flags.pptx ?? false,
    singleFile: flags.singleFile ?? false,
    markdown: flags.markdown ?? false,
  }
}

function refuseIdle(command: Command): void {
  const idle = ['pages', 'scale', 'transparent'].find((name) => command.getOptionValueSource(name) === 'cli')
  if (idle === undefined) return
  throw new UserError(
    `--${idle} is about pictures, but none are asked for.`,
    'Add --png, --jpeg or --webp.',
    exitCode.usage,
  )
}

/** `--handout` takes a layout or none: a path that follows it is the notes, as in `--handout notes.md`. */
export const spellOutHandout = (args: readonly string[]): string[] =>
  args.map((arg, index) => (arg === '--handout' && /[./\\*]/.test(args[index + 1] ?? '') ? '--handout=notes' : arg))

const isHandout = (name: string): name is Handout => handouts.some((handout) => handout === name)

function addHandouts(value: string, earlier: readonly Handout[] = []): readonly Handout[] {
  const names = value.split(',')
  const odd = names.find((name) => !isHandout(name))
  if (odd !== undefined) throw new InvalidArgumentError(`Handouts are ${handouts.join(', ')}.`)
  return [...earlier, ...names.filter(isHandout)]
}

/** Beyond this a slide is larger than Chrome can draw. */
const MOST = 8

function readScale(value: string): number {
  const factor = Number(value)
  if (factor > 0 && factor <= MOST) return factor
  throw new InvalidArgumentError(`A scale is a number above 0 and up to ${MOST}, such as 2 or 0.5.`)
}
