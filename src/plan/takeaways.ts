/** A heading's text → whether it names what a talk leaves behind: `总结`, `Day 2 takeaways`, `Lessons learned`. */

const chinese =
  '总结|總結|小结|小結|收获|收穫|心得|感想|感受|感悟|体会|體會|启发|啟發|启示|啟示|结论|結論|结语|結語|行动项|行動項|下一步'
const english = [
  'take-?aways?',
  "lessons(?: we| i)?(?:[' ]ve)?(?: learn(?:ed|t))?",
  "what (?:we|i)(?: have|'ve)? learn(?:ed|t)",
  'conclusions?',
  'in conclusion',
  'summary',
  'summing up',
  'wrap[- ]?up',
  'action items?',
  'next steps?',
  '(?:final|closing|parting) thoughts',
  'tl;?dr',
].join('|')
const japanese = 'まとめ|学び|所感|振り返り'
const name = `(?:${chinese}|${english}|${japanese})`

/** Whose or which; anything else before the name makes it the title of a talk: `性能优化总结`. */
const which = [
  // All digits of a number at once: tried apart in every way, sixty of them would take for ever.
  String.raw`[\d一二三四五六七八九十]+(?![\d一二三四五六七八九十])[、.．:：)）]?\s*`,
  String.raw`(?:day|part)\s*\d+(?!\d)\s*[:：·-]?\s*`,
  String.raw`第[\d一二三四五六七八九十]+天的?\s*`,
  '(?:个人|個人|我的|我们的|参会|參會|会议|會議|大会|大會|今日|本日|最后|最後|最终|最終|全文|主要|几点|幾點|一些)\\s*',
  '(?:the|my|our|key|main|some|final|personal|general|overall)\\s+',
].join('|')
const also = String.raw`(?:\s*(?:与|和|及|以及|、|and|&|/|\+)\s*(?:${name}|展望|思考|反思|建议|建議|outlook|(?:open )?questions))*`

const whole = new RegExp(String.raw`^(?:${which})*${name}${also}\s*[:：。.!！]?$`, 'iu')

/** A first look, as the whole takes milliseconds to compile for letters of either case. */
const mentioned = new RegExp(name)

export const namesTakeaways = (title: string): boolean =>
  title.length <= 60 && mentioned.test(title.toLowerCase()) && whole.test(title.trim())
