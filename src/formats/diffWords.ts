/** Language of a deck → the words of a report on what changed in it. */

import { type AbsenceWords, absenceWords } from '../diff/absences.js'
import type { Aspect } from '../diff/difference.js'
import { inLanguage } from '../model/inLanguage.js'

export interface ReportWords {
  readonly heading: string
  readonly contents: string
  readonly before: string
  readonly after: string
  readonly changed: string
  readonly added: string
  readonly removed: string
  readonly moved: string
  /** `{count}` slides are as they were. */
  readonly same: string
  readonly none: string
  /** In the place of a slide that was not there, or is no more. */
  readonly notBefore: string
  readonly notAfter: string
  /** Of a slide that stood elsewhere: its number then. */
  readonly was: string
  readonly marks: string
  readonly sameWords: string
  readonly untitled: string
  /** What a git revision does not have itself. */
  readonly absences: AbsenceWords
  readonly aspects: Readonly<Record<Aspect, string>>
}

const english: ReportWords = {
  heading: 'What changed',
  contents: 'Contents',
  before: 'Before',
  after: 'After',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
  same: '{count} as before',
  none: 'No slide differs',
  notBefore: 'Not there before',
  notAfter: 'No longer there',
  was: 'was slide {number}',
  marks: 'Mark what differs',
  sameWords: 'The same words; emphasis, links, levels or steps differ.',
  untitled: '(no title)',
  absences: absenceWords,
  aspects: { title: 'Title', text: 'Text', pictures: 'Pictures', 'speaker notes': 'Speaker notes', layout: 'Layout' },
}

const simplified: ReportWords = {
  heading: '改动一览',
  contents: '目录',
  before: '修改前',
  after: '修改后',
  changed: '修改',
  added: '新增',
  removed: '删除',
  moved: '移动',
  same: '{count} 页未变',
  none: '没有改动',
  notBefore: '此前没有这一页',
  notAfter: '已删除',
  was: '原为第 {number} 页',
  marks: '标出改动之处',
  sameWords: '文字未变；强调、链接、层级或步骤有改动。',
  untitled: '（无标题）',
  absences: {
    absent: '{revision} 中没有 {file}',
    lfs: '{revision} 中只有 {file} 的 Git LFS 指针',
    submodule: '{file} 在子模块里，{revision} 中没有',
    link: '{revision} 中的 {file} 只是符号链接',
    unfetched: '{revision} 中的 {file} 在克隆时没有取来',
    today: '，这里用的是现在的文件。',
    missing: '，此处空缺。',
  },
  aspects: { title: '标题', text: '正文', pictures: '图片', 'speaker notes': '讲者备注', layout: '版式' },
}

const traditional: ReportWords = {
  heading: '改動一覽',
  contents: '目錄',
  before: '修改前',
  after: '修改後',
  changed: '修改',
  added: '新增',
  removed: '刪除',
  moved: '移動',
  same: '{count} 頁未變',
  none: '沒有改動',
  notBefore: '此前沒有這一頁',
  notAfter: '已刪除',
  was: '原為第 {number} 頁',
  marks: '標出改動之處',
  sameWords: '文字未變；強調、連結、層級或步驟有改動。',
  untitled: '（無標題）',
  absences: {
    absent: '{revision} 中沒有 {file}',
    lfs: '{revision} 中只有 {file} 的 Git LFS 指標',
    submodule: '{file} 在子模組裡，{revision} 中沒有',
    link: '{revision} 中的 {file} 只是符號連結',
    unfetched: '{revision} 中的 {file} 在複製版本庫時沒有取來',
    today: '，這裡用的是現在的檔案。',
    missing: '，此處空缺。',
  },
  aspects: { title: '標題', text: '正文', pictures: '圖片', 'speaker notes': '講者備註', layout: '版面' },
}

/** @param lang BCP 47 */
export const reportWords = (lang: string): ReportWords =>
  inLanguage(lang, { en: english, 'zh-Hans': simplified, 'zh-Hant': traditional })
