/** A key as people write it in front matter or a config file → the name of the setting it means. */
import { type SettingName, settingsTable } from './table.js'

/** Other names people give to what the settings call otherwise. */
const aliases: ReadonlyMap<string, SettingName> = new Map([
  ['标题', 'title'],
  ['题目', 'title'],
  ['タイトル', 'title'],
  ['標題', 'title'],
  ['副标题', 'subtitle'],
  ['副標題', 'subtitle'],
  ['speaker', 'author'],
  ['speakers', 'author'],
  ['authors', 'author'],
  ['作者', 'author'],
  ['讲者', 'author'],
  ['講者', 'author'],
  ['演讲者', 'author'],
  ['演講者', 'author'],
  ['演讲人', 'author'],
  ['演講人', 'author'],
  ['主讲人', 'author'],
  ['主講人', 'author'],
  ['分享人', 'author'],
  ['嘉宾', 'author'],
  ['嘉賓', 'author'],
  ['presenter', 'author'],
  ['presenters', 'author'],
  ['讲师', 'author'],
  ['講師', 'author'],
  ['発表者', 'author'],
  ['著者', 'author'],
  ['when', 'date'],
  ['日期', 'date'],
  ['时间', 'date'],
  ['時間', 'date'],
  ['日時', 'date'],
  ['where', 'place'],
  ['venue', 'place'],
  ['会场', 'place'],
  ['會場', 'place'],
  ['場所', 'place'],
  ['location', 'place'],
  ['地点', 'place'],
  ['地點', 'place'],
  ['conference', 'event'],
  ['大会', 'event'],
  ['活动', 'event'],
  ['会议', 'event'],
  ['會議', 'event'],
])

export const aliasNames: readonly string[] = [...aliases.keys()]

/** Names of several words are written in many ways: `pdf-steps`, `pdf_steps`, `pdfSteps`. */
const bare = (key: string): string => key.toLowerCase().replace(/[-_]/g, '')

const names: ReadonlyMap<string, string> = new Map(Object.keys(settingsTable).map((name) => [bare(name), name]))

/** @returns the key itself, in lower case, when it is no name of a setting in whatever form */
export const ownName = (key: string): string =>
  aliases.get(key.toLowerCase()) ?? names.get(bare(key)) ?? key.toLowerCase()
