/** The tree → the heading that is the talk's title, if one is. */
import { once } from '../model/once.js'
import { displayWidth, plainText } from '../model/text.js'
import { guessFact, readFactLine } from './factLines.js'
import { namesTakeaways } from './takeaways.js'
import { type Branch, isEmpty, type Tree } from './tree.js'

/**
 * The one heading that stands first and above all others, or as the cover of all others. A level that was inferred is a guess, so an inferred
 * heading must have others below it, but for a line that stands alone on top.
 */
export function titleHeading({ children }: Tree): Branch | undefined {
  const [only, ...others] = children
  if (!only) return undefined
  if (others.length > 0) return isCover(only) && !others.some(isCover) ? only : undefined
  const isGuess = only.heading.inferred !== undefined && only.heading.inferred !== 'first line'
  if (isGuess && only.children.length === 0) return undefined
  return only.heading.level === 1 || only.children.length > 0 ? only : undefined
}

/** Notion writes a page's properties under its title (`Created: …`, `Tags: …`), and its text on the title's own level. */
function isCover({ heading, blocks, children }: Branch): boolean {
  const [first] = blocks
  if (heading.level !== 1 || children.length > 0 || first?.kind !== 'list' || first.items.length < 2) return false
  return first.items.every(({ blocks: [line, ...more] }) => {
    return more.length === 0 && line?.kind === 'paragraph' && property().test(plainText(line.inlines))
  })
}

const property = once(() => /^\p{L}[\p{L} ]{1,19}[:：]\s*\S/u)

/** Of several headings on top the first, where it leads the notes and what stands under it shows that it is about all of them. */
export function leadingHeading({ blocks, children }: Tree): Branch | undefined {
  const [first, ...others] = children
  const [next] = others
  if (!first || !next || blocks.some(({ kind }) => kind !== 'picture')) return undefined
  if (first.heading.level !== 1 || first.heading.inferred !== undefined) return undefined
  const title = wordsOf(first)
  if (opensTopic(title) || withoutNumbers(title) === withoutNumbers(wordsOf(next))) return undefined
  const isAboutAll =
    (saysNothing(first) && !others.some(isEmpty)) ||
    (saysFacts(first) && !others.some(saysFacts)) ||
    (first.children.length > 1 && (others.every(endsTalk) || holdsMost(first, others))) ||
    (saysWhatFollows(first) && areItsParts(others))
  return isAboutAll ? first : undefined
}

const wordsOf = ({ heading }: Branch): string => plainText(heading.inlines).trim()
const withoutNumbers = (text: string): string => text.toLowerCase().replace(/[\d一二三四五六七八九十]+/g, '')

/** At most a subtitle below it, and who speaks (cover.ts). */
const saysNothing = ({ blocks, children }: Branch): boolean =>
  blocks.length === 0 &&
  children.length <= 1 &&
  children.every((child) => child.blocks.length === 0 && onlyNames(child))

const onlyNames = ({ children }: Branch): boolean => children.length <= 3 && children.every(isEmpty)

/** What comes behind it is less than what stands below it, and on its level by a slip. */
const holdsMost = ({ children }: Branch, others: readonly Branch[]): boolean =>
  others.length < children.length && others.every((other) => other.children.length === 0)

/** A word on what it is about, and no more. */
const saysWhatFollows = ({ blocks, children }: Branch): boolean =>
  children.length === 0 && blocks.length <= 2 && blocks.every(({ kind }) => kind === 'paragraph')

/** They are counted, begin as talks begin, or have topics of their own, which the first has not. */
function areItsParts(others: readonly Branch[]): boolean {
  const [next, ...more] = others
  if (!next || more.length === 0) return false
  const areCounted = others.every((other) => counted.test(wordsOf(other)))
  return areCounted || begin.test(wordsOf(next)) || others.every(({ children }) => children.length > 1)
}

/** Short lines on when and where it was, and who spoke. */
function saysFacts({ blocks, children }: Branch): boolean {
  if (children.length > 0 || blocks.length === 0 || blocks.length > 4) return false
  let sure = false
  return (
    blocks.every((block) => {
      if (block.kind !== 'paragraph' || block.introduces) return false
      const text = plainText(block.inlines)
      const fact = readFactLine(text)
      if (fact?.sure || guessFact(text) === 'author') sure = true
      return fact?.field !== undefined || guessFact(text) !== undefined
    }) && sure
  )
}

/** What comes behind a talk, on a level of its own because nothing of it belongs to the last topic. */
const endsTalk = (branch: Branch): boolean => {
  const title = wordsOf(branch)
  return branch.children.length === 0 && (ending.test(title) || namesTakeaways(title))
}

const ending =
  /^(?:appendix|appendices|references?|resources|links|further reading|credits|acknowledge?ments?|thanks?(?: you)?|q\s?(?:&|and)\s?a|questions\??|the end|附录|附錄|参考(?:资料|文献|链接)?|參考(?:資料|文獻)?|致谢|致謝|谢谢|謝謝|问答|問答|提问|資料|资料|質疑応答)\s*[!！.。]?$/i

/** Whether a heading names a topic of a talk, as any talk has it, or is one of several that are counted: no title says that. */
export const opensTopic = (title: string): boolean =>
  counted.test(title) || (displayWidth(title) <= 30 && topic.test(title)) || ending.test(title)

const counted =
  /^(?:[#(（]?\d+\s*[-.、:：)）]|第\s*[\d一二三四五六七八九十]+|[一二三四五六七八九十]+[、.．]|(?:part|day|chapter|step|session|section|track|lesson|week|talk)\s*(?:\d|[ivx]+\b|one\b|two\b))/i
const begin =
  /^(?:(?:the |our |my |an? )?(?:agenda|(?:table of )?contents|outline|overview|intro|introduction|background|motivation|context|abstract|goals?|objectives|prerequisites)|目录|目錄|议程|議程|大纲|大綱|概述|概览|概覽|简介|簡介|介绍|介紹|背景|前言|引言|动机|目标|摘要|导读|はじめに|目次|概要)$/i
const topic =
  /^(?:(?:the |our |my |an? )?(?:agenda|(?:table of )?contents|outline|overview|intro|introduction|background|motivation|context|welcome|opening(?: (?:keynote|remarks))?|keynotes?|preface|foreword|abstract|goals?|objectives|prerequisites|setup|notes|to-?do|summary|sessions|talks|schedule|registration|breakfast|lunch|morning|noon|afternoon|evening)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|about (?:me|us|the speaker)|who (?:am i|are we|we are|i am)|目录|目錄|议程|議程|日程|大纲|大綱|概述|概览|概覽|总览|简介|簡介|介绍|介紹|背景|前言|引言|序言|动机|目标|自我介绍|关于我|开场|開場|摘要|导读|签到|上午|下午|晚上|(?:星期|周|週)[一二三四五六日天]|はじめに|目次|自己紹介|アジェンダ|概要)$/i
