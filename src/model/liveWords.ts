/** Language of a deck → what its served page and the list of decks say by themselves. Findings stay as the terminal prints them. */
import { inLanguage } from './inLanguage.js'
import type { LiveFinding } from './live.js'
import { stageWords } from './stageWords.js'
import { stagesText } from './workStages.js'

export interface LiveWords {
  /** Over findings, when what is shown is older than the notes. */
  readonly lastDeck: string
  readonly somethingWrong: string
  /** Over findings of which the deck is none the worse: warnings alone. */
  readonly worthALook: string
  readonly more: string
  readonly openThere: string
  /** What a screen reader calls the panel: the author's notes, not the speaker's. */
  readonly notes: string
  readonly making: string
  /** Why an export is not begun. */
  readonly busy: string
  readonly mendFirst: string
  readonly decks: string
  /** Slides as planned: on screen, those that are too full are continued, and there may be more. */
  readonly oneSlide: string
  readonly slides: string
  readonly serverGone: string
  /** What a phone is that moves the talk. */
  readonly remote: string
  /** To whoever sits at the machine that serves, and may be its author. */
  readonly asGuest: string
}

const english: LiveWords = {
  lastDeck: 'This is the last deck that could be made.',
  somethingWrong: 'Something is wrong with the notes.',
  worthALook: 'Worth a look in the notes',
  more: 'and {count} more',
  openThere: 'Open the editor there',
  notes: 'Notes',
  making: 'Being made',
  busy: 'Something is being made.',
  mendFirst: 'The notes can not be shown as they are now: mend them first.',
  decks: 'Decks',
  oneSlide: 'at least 1 slide',
  slides: 'at least {count} slides',
  serverGone: 'The server is gone; this page waits for it.',
  remote: 'Remote control',
  asGuest: 'You are looking on. To present, open the address that `talkback serve` has printed.',
}

const table = {
  en: english,
  'zh-Hans': {
    lastDeck: '这是上一次能生成的版本。',
    somethingWrong: '笔记里有问题。',
    worthALook: '笔记里有需要留意的地方',
    more: '另有 {count} 条',
    openThere: '在编辑器中打开此处',
    notes: '笔记',
    making: '正在生成',
    busy: '正在生成其他文件。',
    mendFirst: '笔记目前无法生成幻灯片，请先修正。',
    decks: '幻灯片列表',
    oneSlide: '至少 1 页',
    slides: '至少 {count} 页',
    serverGone: '服务器已断开，本页会等它恢复。',
    remote: '遥控器',
    asGuest: '您正在旁观。要演讲，请打开 `talkback serve` 输出的地址。',
  },
  'zh-Hant': {
    lastDeck: '這是上一次能產生的版本。',
    somethingWrong: '筆記裡有問題。',
    worthALook: '筆記裡有需要留意的地方',
    more: '另有 {count} 條',
    openThere: '在編輯器中開啟此處',
    notes: '筆記',
    making: '正在產生',
    busy: '正在產生其他檔案。',
    mendFirst: '筆記目前無法產生投影片，請先修正。',
    decks: '投影片列表',
    oneSlide: '至少 1 頁',
    slides: '至少 {count} 頁',
    serverGone: '伺服器已斷線，本頁會等它恢復。',
    remote: '遙控器',
    asGuest: '您正在旁觀。要演講，請開啟 `talkback serve` 輸出的網址。',
  },
} satisfies Readonly<Record<string, LiveWords>>

/** @param lang BCP 47; languages that are not here get English */
export const liveWords = (lang: string): LiveWords => inLanguage(lang, table)

/** All that a served page may say in that language, plain or bold, beyond the words of the stage, for whoever chooses fonts. */
export const liveText = (lang: string): string =>
  // Names of what may be exported stand out; those of a single file every deck has in bold.
  `${Object.values(liveWords(lang)).join('')}…${stagesText(lang)}${stageWords(lang).allThree}`

/** What stands over some findings. */
export function findingsTitle(findings: readonly LiveFinding[], broken: boolean, words: LiveWords): string {
  if (broken) return words.lastDeck
  return findings.some(({ severity }) => severity === 'error') ? words.somethingWrong : words.worthALook
}
