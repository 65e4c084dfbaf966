/** A served deck's page → one that changes with its notes: listens to the server and puts on stage what has changed. */
import type { DeckUpdate, LiveData, LiveMessage } from '../../model/live.js'
import { liveWords } from '../../model/liveWords.js'
import { stageOpened } from '../door.js'
import { fontsArrived } from '../fonts.js'
import { make } from '../player/dom.js'
import { type Command, listenToKeys } from '../player/keys.js'
import { carryOn, reloadWith } from './carry.js'
import { keepClockInStep } from './clockInStep.js'
import { openExports } from './exports.js'
import { showHandle } from './handle.js'
import { keepInStep } from './inStep.js'
import css from './live.css'
import { openPanel } from './panel.js'
import { livePlaceOf } from './place.js'
import { openRemote } from './remote.js'
import { openLine } from './socket.js'
import { changeStyle } from './style.js'
import { openSwapper } from './swap.js'

async function live(data: LiveData): Promise<void> {
  const stage = await stageOpened()
  const style = document.createElement('style')
  style.textContent = css
  document.head.append(style)
  const swapper = openSwapper(stage)
  const isAuthor = data.role === 'author'
  const isGuest = data.role === 'guest'
  const words = liveWords(document.documentElement.lang)
  const panel = openPanel(
    stage,
    { ...words, close: stage.words.close },
    isAuthor ? (index) => line.send({ kind: 'edit-finding', index }) : undefined,
  )
  const exports = data.exports === undefined ? undefined : openExports(data.exports, { ...stage.words, ...words })
  let round = data.round
  // One after the other: each counts on the slides that the one before it left.
  let queue: Promise<void> = Promise.resolve()

  const reload = (): void => reloadWith(stage)
  carryOn(stage)

  async function update(news: DeckUpdate): Promise<void> {
    const { changes, style: address, title, author } = news
    document.title = title
    writeAuthor(author)
    if (address !== undefined) await changeStyle(address, fontsArrived)
    if (stage.deck.stacks && changes.some(({ gone, made }) => gone !== made.length)) return reloadWith(stage)
    await swapper.swap(news)
    document.documentElement.dataset['liveRound'] = String(round)
  }

  function listen(message: LiveMessage): void {
    if (message.kind === 'reload') reload()
    else if (message.kind === 'findings') panel.show(message.findings, message.broken)
    else if (message.kind === 'say') panel.say(message.text)
    else if (message.kind === 'export') exports?.show(message.export)
    else if (message.kind === 'stand') inStep.follow(message)
    else if (message.kind === 'clock') clock.follow(message)
    else if (message.kind === 'deck' && message.round !== round + 1) reload()
    else if (message.kind === 'deck') {
      round = message.round
      queue = queue.then(() => update(message)).catch(() => reload())
    }
  }

  const leads = data.sync && !isGuest
  const inStep = keepInStep(stage, leads ? (stand) => line.send({ kind: 'stand', ...stand }) : undefined)
  const clock = keepClockInStep(stage, leads ? (now) => line.send({ kind: 'clock', ...now }) : undefined)
  if (leads && data.role === 'remote') openRemote(stage, words, inStep)
  const line = openLine(
    data.socket,
    listen,
    (connected) => {
      panel.setConnected(connected)
      // It may be the author, without the address that was printed.
      if (connected && isGuest && data.atHome) panel.say(words.asGuest)
      const stand = inStep.stand()
      if (connected && leads && stand) line.send({ kind: 'here', ...stand })
      const time = clock.now()
      if (connected && leads && time) line.send({ kind: 'clock-here', ...time })
    },
    reload,
  )
  const edit = (): void => {
    const slide = stage.current()
    if (slide) line.send({ kind: 'edit-slide', key: livePlaceOf(slide).key })
  }
  const commands: Command[] = [{ keys: ['Escape'], run: panel.fold }]
  if (isAuthor) {
    commands.push({ keys: ['e'], run: edit })
    stage.addKeys([['E'], stage.words.editor])
  }
  if (exports) {
    commands.push({ keys: ['x'], run: exports.choose })
    stage.addKeys([['X'], stage.words.exports])
    showHandle(stage.words.export, exports.choose)
  }
  if (isGuest) commands.push({ keys: ['s', 'e'], run: () => panel.say(words.asGuest) })
  listenToKeys(commands)
}

function writeAuthor(author: string): void {
  document.querySelector('meta[name="author"]')?.remove()
  if (author !== '') document.head.append(make('meta', { name: 'author', content: author }))
}

const written = document.getElementById('live-data')?.textContent
if (written) void live(JSON.parse(written))
