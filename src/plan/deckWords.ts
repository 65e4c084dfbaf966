/** Language of the deck → the few words it says by itself. A new language is one entry. */
import type { DeckWords } from '../model/deck.js'
import { inLanguage } from '../model/inLanguage.js'

const english: DeckWords = {
  agenda: 'Agenda',
  takeaways: 'Takeaways',
  part: '{part}/{parts}',
  continued: '(cont.)',
  picture: 'Picture {name}',
  pictureUnavailable: 'Picture not available',
  contents: 'Contents',
  speakerNotes: 'Speaker notes',
  handout: 'Handout',
  pageOf: 'Page {page} of {pages}',
  slides: 'Slides',
}

const table = {
  en: english,
  'zh-Hans': {
    agenda: '议程',
    takeaways: '收获',
    part: '{part}/{parts}',
    continued: '（续）',
    picture: '图片 {name}',
    pictureUnavailable: '图片无法取得',
    contents: '目录',
    speakerNotes: '讲者备注',
    handout: '讲义',
    pageOf: '第 {page} 页，共 {pages} 页',
    slides: '幻灯片',
  },
  'zh-Hant': {
    agenda: '議程',
    takeaways: '收穫',
    part: '{part}/{parts}',
    continued: '（續）',
    picture: '圖片 {name}',
    pictureUnavailable: '圖片無法取得',
    contents: '目錄',
    speakerNotes: '講者備註',
    handout: '講義',
    pageOf: '第 {page} 頁，共 {pages} 頁',
    slides: '投影片',
  },
  ja: {
    agenda: '目次',
    takeaways: 'まとめ',
    part: '{part}/{parts}',
    continued: '（続き）',
    picture: '画像 {name}',
    pictureUnavailable: '画像を取得できません',
    contents: '目次',
    speakerNotes: '発表者ノート',
    handout: '配布資料',
    pageOf: '{page} / {pages} ページ',
    slides: 'スライド',
  },
} satisfies Readonly<Record<string, DeckWords>>

/** @param lang BCP 47; `zh-TW` and the like count as traditional, unknown languages get English */
export const deckWords = (lang: string): DeckWords => inLanguage(lang, table)
