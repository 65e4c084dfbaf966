/** What is being done while files are made: the sentences of the terminal, and the same in the language of a served page. */
import { inLanguage } from './inLanguage.js'

/** As `onStage` hears them. */
export const workStages = {
  waiting: 'Waiting for its turn',
  reading: 'Reading {notes}',
  gathering: 'Getting pictures and fonts',
  writing: 'Writing the deck',
  browserLost: 'The browser was lost: starting another one',
  printing: 'Printing',
  handout: 'Printing the handout',
  article: 'Printing the article',
  powerpoint: 'Making the PowerPoint file',
} as const

type Sentences = Readonly<Record<keyof typeof workStages, string>>

const table = {
  en: workStages,
  'zh-Hans': {
    waiting: '正在排队',
    reading: '正在读取 {notes}',
    gathering: '正在准备图片和字体',
    writing: '正在写入幻灯片',
    browserLost: '浏览器意外退出，正在重新启动',
    printing: '正在生成 PDF',
    handout: '正在生成讲义',
    article: '正在生成文稿',
    powerpoint: '正在生成 PowerPoint 文件',
  },
  'zh-Hant': {
    waiting: '正在排隊',
    reading: '正在讀取 {notes}',
    gathering: '正在準備圖片和字型',
    writing: '正在寫入投影片',
    browserLost: '瀏覽器意外結束，正在重新啟動',
    printing: '正在產生 PDF',
    handout: '正在產生講義',
    article: '正在產生文稿',
    powerpoint: '正在產生 PowerPoint 檔案',
  },
} satisfies Readonly<Record<string, Sentences>>

/** All of them in that language, for whoever chooses fonts. */
export const stagesText = (lang: string): string => Object.values(inLanguage<Sentences>(lang, table)).join('')

const notesMark = '{notes}'

/**
 * @param lang BCP 47; languages that are not here get English
 * @param text a sentence that `onStage` heard; what is none of these stays as it is
 */
export function stageIn(lang: string, text: string): string {
  const words = inLanguage<Sentences>(lang, table)
  const [before = ''] = workStages.reading.split(notesMark)
  if (text.startsWith(before)) return words.reading.replace(notesMark, () => text.slice(before.length))
  const same = Object.entries(workStages).find(([, sentence]) => sentence === text)
  return same ? (Object.entries(words).find(([name]) => name === same[0])?.[1] ?? text) : text
}
