/** Text → its language as a BCP 47 tag, by counting scripts and characters that only one way of writing Chinese has. */
import { isCommon } from '../model/commonText.js'

// Frequent characters whose other form is a different character: enough to tell the two apart within a few sentences.
const simplified = new Set(
  '这说们来时个为国发会对开关进过还样问题实现应该动种业务产经总结论点击联网络数据库视频讲义写读书让见认识语设计试验证单词组织级线条样带给从东车长门间题页颜风飞马鸟鱼龙电脑图书馆层丰两严丧举义乐习乡买乱云亚亲亿仅众优传伤伦伪体余价侧债倾偿储儿兑兰兴养兽写军农冲决况冻净准减几凤凭凯击则刚创删别剂剑剧劝办务劳势励劲区医华协卖卢卫历厉压厌厕县参双变叙叶号叹',
)
const traditional = new Set(
  '這說們來時個為國發會對開關進過還樣問題實現應該動種業務產經總結論點擊聯網絡數據庫視頻講義寫讀書讓見認識語設計試驗證單詞組織級線條帶給從東車長門間頁顏風飛馬鳥魚龍電腦圖館層豐兩嚴喪舉樂習鄉買亂雲亞親億僅眾優傳傷倫偽體餘價側債傾償儲兒兌蘭興養獸軍農衝決況凍淨準減幾鳳憑凱則剛創刪別劑劍劇勸辦勞勢勵勁區醫華協賣盧衛歷厲壓厭廁縣參雙變敘葉號嘆',
)

/** Enough to be sure; keeps a very long text from taking long. */
const sampleLength = 50_000
/** Of a Chinese character: notes in Chinese are full of English terms, so a whole Latin word weighs little more. */
const weight = 1.2

/** `zh-Hans`, `zh-Hant`, `ja`, `ko`, `ru`, `el`, `ar`, `he`, `th`, `hi` or, when nothing else shows, `en`. */
export const findLanguage = (text: string): string => {
  const sample = text.slice(0, sampleLength)
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0
  if (isCommon(sample)) {
    const han = count(/[\u4e00-\u9fff]/g)
    return han > 0 && han * weight >= count(/[A-Za-z]+/g) ? chinese(sample) : 'en'
  }
  const latin = count(/\p{Script=Latin}+/gu)
  const han = count(/\p{Script=Han}/gu)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(/\p{Script=Hangul}/gu)

  const asian = han + kana + hangul
  if (asian > 0 && asian * weight >= latin) {
    if (hangul > han + kana) return 'ko'
    if (kana * 5 > han) return 'ja'
    return chinese(sample)
  }
  for (const [tag, pattern] of otherScripts) if (count(pattern) > latin) return tag
  return 'en'
}

const otherScripts: readonly (readonly [tag: string, word: RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}+/gu],
  ['el', /\p{Script=Greek}{2,}/gu],
  ['ar', /\p{Script=Arabic}+/gu],
  ['he', /\p{Script=Hebrew}+/gu],
  ['th', /\p{Script=Thai}+/gu],
  ['hi', /\p{Script=Devanagari}+/gu],
]

const chinese = (text: string): string => {
  let balance = 0
  for (const character of text) {
    const inSimplified = simplified.has(character)
    const inTraditional = traditional.has(character)
    if (inSimplified !== inTraditional) balance += inSimplified ? 1 : -1
  }
  return balance < 0 ? 'zh-Hant' : 'zh-Hans'
}
