/** Turns what commands have to say into lines: results on stdout; progress, findings and errors on stderr. */
import pc from 'picocolors'
import { type Paint, plain } from '../check/report.js'
import { withoutOthersOrders } from '../model/orders.js'

export interface Terminal {
  /** A result, for people and for pipes. */
  result(line: string): void
  /** Something to know. */
  tell(line: string): void
  /** What is being done now: a spinner on a terminal, else a line; nothing when quiet. */
  stage(text: string): void
  /** Nothing is being done any more: the spinner goes. */
  rest(): void
  readonly quiet: boolean
  /** For what is told. */
  readonly paint: Paint
  /** Results may have colours: someone reads them. */
  readonly colourful: boolean
}

/** The parts of a stream that are used, so that tests can hand in their own. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const clearLine = '\r\u001b[2K'

export function openTerminal(
  streams: { readonly stdout: Output; readonly stderr: Output },
  options: { readonly quiet: boolean; readonly env: Readonly<Record<string, string | undefined>> },
): Terminal {
  const { stdout, stderr } = streams
  const lively = stderr.isTTY === true && options.env['TERM'] !== 'dumb' && !options.env['CI']
  let timer: NodeJS.Timeout | undefined

  const rest = () => {
    if (timer === undefined) return
    clearInterval(timer)
    timer = undefined
    stderr.write(clearLine)
  }
  const spin = (text: string) => {
    let frame = 0
    const draw = () => stderr.write(`${clearLine}${frames[frame++ % frames.length]} ${text}…`)
    draw()
    timer = setInterval(draw, 80).unref()
  }

  return {
    quiet: options.quiet,
    paint: takesColours(stderr, options.env) ? inColours : plain,
    colourful: takesColours(stdout, options.env),
    rest,
    result(line) {
      rest()
      // A program that reads it wants it as it is.
      stdout.write(`${stdout.isTTY === true ? withoutOthersOrders(line) : line}\n`)
    },
    tell(line) {
      rest()
      stderr.write(`${withoutOthersOrders(line)}\n`)
    },
    stage(text) {
      if (options.quiet) return
      rest()
      const shown = withoutOthersOrders(text)
      if (lively) spin(shown)
      else stderr.write(`${shown}…\n`)
    },
  }
}

/** Colours where someone sees them, unless NO_COLOR says no or FORCE_COLOR says yes. */
function takesColours(stream: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  const wanted = env['FORCE_COLOR'] ? env['FORCE_COLOR'] !== '0' : stream.isTTY === true && env['TERM'] !== 'dumb'
  return wanted && !env['NO_COLOR']
}

const { red, yellow, cyan, dim } = pc.createColors(true)
const inColours: Paint = { error: red, warning: yellow, hint: cyan, dim }
