/** One served deck: what it is made from changes → the pages that show it are told, and the last good deck stays otherwise. */
import type { FaultPlace } from '../errors.js'
import type { Severity } from '../model/finding.js'
import { type NotesPart, type Spot, spotIn } from '../model/joined.js'
import type { DeckUpdate, LiveFinding, LiveMessage, LiveStand } from '../model/live.js'
import type { Lines } from '../model/notes.js'
import { slideChanges } from './changes.js'
import { editedSlide } from './edited.js'
import { faultOf } from './fault.js'
import { frameOf } from './livePage.js'
import type { LiveRound, LiveSource } from './source.js'

export interface SessionOptions {
  /** Path of the notes as the user gave it. */
  readonly notes: string
  /** Send pages to the slide that was edited. */
  readonly follow: boolean
  readonly tell: (message: LiveMessage) => void
}

/** What is on screen. */
export interface Shown extends LiveRound {
  /** Goes up with every update of the pages. */
  readonly round: number
  /** Goes up with every new style sheet. */
  readonly style: number
  readonly frame: string
}

export interface State {
  readonly broken: boolean
  readonly findings: readonly LiveFinding[]
}

/** Milliseconds for which something has to be wrong before anyone is told. */
const DOUBT = 150

export class Session {
  private current: Shown | undefined
  /** As of the notes on disk, which what is shown may be older than. */
  private lines: readonly (Lines | undefined)[] = []
  private parts: readonly NotesPart[] | undefined
  private condition: State = { broken: false, findings: [] }
  private touched: Set<string> | undefined
  private working = false
  private news: (() => void) | undefined
  private judging: NodeJS.Timeout | undefined
  private closed = false
  /** How the talk stands for the pages that are in step. */
  stand: LiveStand | undefined

  constructor(
    private readonly source: LiveSource,
    private readonly options: SessionOptions,
    /** Called after every round, and when there is something new to say of the notes. */
    private readonly onRound: (session: Session) => void = () => {},
  ) {}

  get shown(): Shown {
    if (this.current === undefined) throw new Error('Nothing is shown before the first round.')
    return this.current
  }

  get state(): State {
    return this.condition
  }

  get notes(): string {
    return this.options.notes
  }

  /** Where in the notes a slide begins; undefined for slides that the deck makes itself. */
  spotOf(key: string): Spot | undefined {
    const index = this.shown.slides.findIndex((slide) => slide.key === key)
    const line = this.lines[index]?.[0]
    return line === undefined ? undefined : (spotIn(this.parts, line) ?? { file: this.notes, line })
  }

  /**
   * Makes the deck for the first time.
   * @throws UserError when it can't be made: there is nothing to fall back on
   */
  async open(): Promise<void> {
    for await (const round of this.source.rounds()) {
      this.take({ ...round, broken: false })
      break
    }
    this.touch(new Set())
  }

  /** Something it is made from may have changed. */
  touch(paths: ReadonlySet<string>): void {
    this.touched = new Set([...(this.touched ?? []), ...paths])
    this.news?.()
    if (!this.working && !this.closed) void this.work()
  }

  private async work(): Promise<void> {
    this.working = true
    try {
      while (this.touched !== undefined && !this.closed) await this.make()
    } finally {
      this.working = false
    }
  }

  /** One pass: as soon as there is news, what would come late is left for the next pass. */
  private async make(): Promise<void> {
    const touched = this.touched ?? new Set()
    this.touched = undefined
    const news = new Promise<undefined>((resolve) => {
      this.news = () => resolve(undefined)
    })
    const rounds = this.source.rounds(touched)
    try {
      let next: IteratorResult<LiveRound> | undefined = await rounds.next()
      while (next !== undefined && next.done !== true && !this.closed) {
        this.take(next.value)
        next = this.touched === undefined && !this.closed ? await Promise.race([rounds.next(), news]) : undefined
      }
      // What is still under way ends by itself, and nobody hears of it.
      if (next === undefined) rounds.return(undefined).catch(() => {})
    } catch (error) {
      this.fail(error)
    }
    if (!this.closed) this.onRound(this)
  }

  private take(round: LiveRound): void {
    const before = this.current
    if (round.broken && before !== undefined) {
      this.judge({ broken: true, findings: round.findings })
      return
    }
    const frame = frameOf(round.page([]))
    this.lines = round.lines
    this.parts = round.parts
    if (before === undefined) this.current = { ...round, frame, round: 1, style: 1 }
    else if (frame !== before.frame) {
      this.current = { ...round, frame, round: before.round + 1, style: before.style + 1 }
      this.options.tell({ kind: 'reload' })
    } else this.renew(before, round)
    this.judge({ broken: false, findings: round.findings })
  }

  private renew(before: Shown, round: LiveRound): void {
    const restyled = round.css !== before.css
    // In another style every slide has to be fitted anew.
    const changes = slideChanges(before.slides, round.slides, restyled)
    const isNews = changes.length > 0 || round.title !== before.title || round.author !== before.author
    const style = restyled ? before.style + 1 : before.style
    this.current = { ...round, frame: before.frame, round: isNews ? before.round + 1 : before.round, style }
    if (!isNews) return
    const goTo = this.options.follow ? this.edited(before, round) : undefined
    const update: DeckUpdate = {
      kind: 'deck',
      round: this.current.round,
      title: round.title,
      author: round.author,
      changes,
      ...(restyled ? { style: styleAddress(style) } : {}),
      ...(goTo === undefined ? {} : { goTo }),
    }
    this.options.tell(update)
  }

  private edited(before: LiveRound, round: LiveRound): string | undefined {
    const index = editedSlide(before, round)
    return index === undefined ? undefined : round.slides[index]?.key
  }

  /** What the deck is made from can't be read; a bug in making it is one more reason to keep the last deck on screen. */
  private fail(error: unknown): void {
    const { message, hint, place = { file: this.options.notes, line: 1, column: 1 } } = faultOf(error)
    this.judge({
      broken: true,
      findings: [{ severity: 'error', ...place, message: withoutPlace(message, place), hint }],
    })
  }

  private judge(state: State): void {
    if (this.closed) return
    // The worst first; repairs are many, and nothing is to be done about them.
    const findings = [...findingsOf('error', state), ...findingsOf('warning', state)]
    const next = { broken: state.broken, findings }
    clearTimeout(this.judging)
    if (JSON.stringify(next) === JSON.stringify(this.condition)) return
    const tell = (): void => {
      this.condition = next
      this.options.tell({ kind: 'findings', ...next })
      this.onRound(this)
    }
    // An editor may be in the middle of a save: good news is told at once, bad news when it lasts.
    const known = new Set(this.condition.findings.map((finding) => JSON.stringify(finding)))
    const isWorse = (next.broken && !this.condition.broken) || findings.some((each) => !known.has(JSON.stringify(each)))
    if (!isWorse) tell()
    else this.judging = setTimeout(tell, DOUBT)
  }

  /** From now on nobody is told of anything; a round that is under way ends by itself. */
  close(): void {
    this.closed = true
    clearTimeout(this.judging)
    this.news?.()
  }
}

const findingsOf = (severity: Severity, { findings }: State): readonly LiveFinding[] =>
  findings.filter((finding) => finding.severity === severity)

export const styleAddress = (style: number): string => `assets/deck.css?${style}`

/** Who shows a finding says its place: once is enough. */
const withoutPlace = (message: string, { file, line, column }: FaultPlace): string =>
  message.replace(`${file}:${line}:${column}: `, '').replace(`${file}:${line}:${column} `, `${file} `)
