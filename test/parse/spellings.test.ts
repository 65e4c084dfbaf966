/** Words that say that something is for the speaker → each is found, as a label and as a heading. */
import { expect, test } from 'vitest'
import { readLabel, readNotesHeading } from '../../src/parse/speaker/spellings.js'

const words = [
  'Note',
  'Notes',
  'Speaker notes',
  "Speaker's note",
  'Presenter-notes',
  '备注',
  '備註',
  '备忘',
  '備考',
  '演讲者备注',
  '讲者的笔记',
  '主講人筆記',
  '发言人提示',
  '讲者注释',
  '讲者注',
  '報告人註',
  '讲稿',
  '讲解词',
  '講解詞',
  '口播',
  '口播稿',
  '逐字稿',
  '發言稿',
  'メモ',
  'ノート',
  '発表者メモ',
  '登壇者のノート',
  '読み原稿',
  '발표자 노트',
  '발표자메모',
  'Sprechernotizen',
  'Vortragsnotiz',
  'Notes du présentateur',
  'Notes de l’orateur',
  'Notas del orador',
  'Notas do apresentador',
  'Note del relatore',
  'Заметки докладчика',
]

test.each(words)('%s', (word) => {
  for (const line of [`${word}: said`, `**${word}：** said`, `- ${word} : said`, `【${word}】said`])
    expect(readLabel(line), line).toMatchObject({ text: 'said' })
  for (const line of [`### ${word}`, `## **${word}**`, `# ${word}：`])
    expect(readNotesHeading(line), line).toBeDefined()
  expect(readNotesHeading(`# DAY01${word} of it`)).toBeUndefined()
})
