/** The kinds of callouts, by all the names that tools give them → the tone in which each is shown. */
import { once } from './once.js'

export type Tone = 'note' | 'tip' | 'important' | 'warning' | 'caution'

const tones = {
  note: 'note',
  info: 'note',
  abstract: 'note',
  todo: 'note',
  example: 'note',
  quote: 'note',
  details: 'note',
  tip: 'tip',
  success: 'tip',
  important: 'important',
  question: 'warning',
  warning: 'warning',
  caution: 'caution',
  danger: 'caution',
  failure: 'caution',
  bug: 'caution',
} as const satisfies Readonly<Record<string, Tone>>

export type CalloutType = keyof typeof tones

export const toneOf = (type: CalloutType): Tone => tones[type]

const aliases: Readonly<Record<CalloutType, string>> = {
  note: 'note 注 说明 說明 备注 備註 メモ',
  info: 'info information primary secondary default light dark 信息 資訊 情報',
  abstract: 'abstract summary tldr 摘要',
  todo: 'todo 待办 待辦',
  example: 'example snippet 例子 示例 例',
  quote: 'quote cite 引用',
  details: 'details detail spoiler collapse collapsible fold folded 详情 詳情',
  tip: 'tip tips hint 提示 小贴士 小技巧 ヒント',
  success: 'success done check 成功',
  important: 'important key 重要 重点 重點',
  question: 'question help faq 问题 問題 疑问',
  warning: 'warning warn attention 注意 警告 警示',
  caution: 'caution 小心 当心',
  danger: 'danger error alert 危险 危險 错误',
  failure: 'failure fail missing 失败 失敗',
  bug: 'bug',
}

const byName = once(
  (): ReadonlyMap<string, CalloutType> =>
    new Map(
      Object.entries(aliases).flatMap(([type, names]) =>
        isType(type) ? names.split(' ').map((name) => [name, type] as const) : [],
      ),
    ),
)

function isType(name: string): name is CalloutType {
  return Object.hasOwn(tones, name)
}

/** @returns undefined for names that no tool gives a callout */
export const calloutType = (name: string): CalloutType | undefined => byName().get(name.toLowerCase())

const bySign = once((): readonly (readonly [signs: RegExp, type: CalloutType])[] => [
  [/[💡🔆🌟✨]/u, 'tip'],
  [/[⚠🚧🔔]/u, 'warning'],
  [/[❗‼🔥📣📢]/u, 'important'],
  [/[❌🚫🛑⛔🚨]/u, 'caution'],
  [/[✅✔🎉👍]/u, 'success'],
  [/[❓❔🤔🙋]/u, 'question'],
  [/🐛/u, 'bug'],
])

/** Notion, Feishu and Yuque say with an emoji, or its name, what kind a box is of. */
export const calloutTypeOfSign = (sign: string): CalloutType =>
  bySign().find(([signs]) => signs.test(sign))?.[1] ?? bySignName.get(sign.toLowerCase()) ?? 'note'

const bySignName: ReadonlyMap<string, CalloutType> = new Map([
  ['bulb', 'tip'],
  ['warning', 'warning'],
  ['exclamation', 'important'],
  ['fire', 'important'],
  ['x', 'caution'],
  ['no_entry', 'caution'],
  ['white_check_mark', 'success'],
  ['question', 'question'],
])
