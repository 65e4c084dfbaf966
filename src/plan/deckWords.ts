/** Language of the deck → the few words it says by itself. A new language is one entry. */
import type { DeckWords } from '../model/deck.js'

const english: DeckWords = {
  agenda: 'Agenda',
  part: '{part}/{parts}',
  pictureUnavailable: 'Picture not available',
  slides: 'Slides',
}

const table: Readonly<Record<string, DeckWords>> = {
  en: english,
  'zh-Hans': { agenda: '议程', part: '{part}/{parts}', pictureUnavailable: '图片无法取得', slides: '幻灯片' },
  'zh-Hant': { agenda: '議程', part: '{part}/{parts}', pictureUnavailable: '圖片無法取得', slides: '投影片' },
  ja: { agenda: '目次', part: '{part}/{parts}', pictureUnavailable: '画像を取得できません', slides: 'スライド' },
}

/** @param lang BCP 47; `zh-TW` and the like count as traditional, unknown languages get English */
export function deckWords(lang: string): DeckWords {
  const tag = lang.toLowerCase().replaceAll('_', '-')
  const language = tag.split('-')[0] ?? ''
  const key = language !== 'zh' ? language : /-(?:hant|tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans'
  return (Object.hasOwn(table, key) ? table[key] : undefined) ?? english
}
