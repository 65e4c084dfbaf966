/** Every setting once: its name, type, default and the sentence that explains it. Flags, checks and the README follow from it. */

interface Shared {
  /** One sentence for help and README. */
  readonly help: string
  /** What blogs and other tools write under this name, for themselves: in front matter it is theirs, and says nothing here. */
  readonly elsewhere?: RegExp
  /** As commander reads it, with the value's name (`--canvas <size>`), where it may be set as a flag too; flags.ts knows whose it is. */
  readonly flag?: string
}

export interface TextSetting extends Shared {
  readonly type: 'text'
  readonly default: string
}
export interface YesNoSetting extends Shared {
  readonly type: 'yesno'
  readonly default: boolean
}
export interface ChoiceSetting<Value extends string> extends Shared {
  readonly type: 'choice'
  readonly choices: readonly Value[]
  readonly default: Value
}
/** A heading level 1–6, or 0: found from the notes. */
export interface LevelSetting extends Shared {
  readonly type: 'level'
  readonly default: number
}
export interface CanvasSetting extends Shared {
  readonly type: 'canvas'
  readonly default: string
}

/** How long the talk may take: seconds once it is read; 0 for as long as it takes. */
export interface DurationSetting extends Shared {
  readonly type: 'duration'
  readonly default: number
}

/** A colour that can be read as text once it is darkened or lightened enough; '' for the template's own. */
export interface ColourSetting extends Shared {
  readonly type: 'colour'
  readonly default: ''
}
/** Path of a file, from the folder of whoever names it; '' for none. */
export interface FileSetting extends Shared {
  readonly type: 'file'
  readonly default: ''
}
/** A template's name, or the path of its folder from the folder of whoever names it. */
export interface TemplateSetting extends Shared {
  readonly type: 'template'
  readonly default: string
}
/** BCP 47; '' for what the text shows. */
export interface LanguageSetting extends Shared {
  readonly type: 'language'
  readonly default: ''
}

/** A name of the Web's or of Windows' for an encoding; '' for what the bytes show. */
export interface EncodingSetting extends Shared {
  readonly type: 'encoding'
  readonly default: ''
}

export type Setting =
  | TextSetting
  | YesNoSetting
  | ChoiceSetting<string>
  | LevelSetting
  | CanvasSetting
  | DurationSetting
  | ColourSetting
  | FileSetting
  | TemplateSetting
  | LanguageSetting
  | EncodingSetting

const text = (help: string, flag?: string): TextSetting =>
  flag === undefined ? { type: 'text', default: '', help } : { type: 'text', default: '', help, flag }
const yesno = (value: boolean, help: string, flag?: string): YesNoSetting =>
  flag === undefined ? { type: 'yesno', default: value, help } : { type: 'yesno', default: value, help, flag }
const choice = <const Value extends string>(
  choices: readonly Value[],
  value: NoInfer<Value>,
  help: string,
  flag: string,
): ChoiceSetting<Value> => ({ type: 'choice', choices, default: value, help, flag })

/** `cover: /images/a.png`, `slides: https://…`. */
const addressOrFile = /[./]/

export const settingsTable = {
  title: text('Title of the talk; otherwise the first heading, then the file name.', '--title <text>'),
  subtitle: text('A line under the title.'),
  event: text('The conference this is about.'),
  place: text('Where it was.'),
  date: text('When it was, as it should be printed.'),
  author: text('Who presents; `speaker` and `authors` are read as well.'),
  lang: {
    type: 'language',
    default: '',
    help: 'Language of the deck (`zh-Hans`, `en`…); otherwise found from the text.',
    flag: '--lang <tag>',
  } satisfies LanguageSetting,
  encoding: {
    type: 'encoding',
    default: '',
    help: 'Encoding of notes that are not UTF-8 (`euc-jp`, `big5`, `windows-1252`…); otherwise found from their bytes.',
    flag: '--encoding <name>',
  } satisfies EncodingSetting,
  template: {
    type: 'template',
    default: 'report',
    help: 'A built-in template or a folder with one.',
    elsewhere: /\.(?:html?|j2|jinja2?|liquid|ejs|hbs|njk|pug|php)$/i,
    flag: '-t, --template <name|folder>',
  } satisfies TemplateSetting,
  accent: {
    type: 'colour',
    default: '',
    help: 'The one colour of the look (`teal`, `#0b6e4f`); it is darkened or lightened until it can be read.',
    flag: '--accent <colour>',
  } satisfies ColourSetting,
  logo: {
    type: 'file',
    default: '',
    help: 'A picture for the title slide and the foot of the others.',
    flag: '--logo <file>',
  } satisfies FileSetting,
  footer: text('Text in the foot of every slide, in place of the section.', '--footer <text>'),
  font: {
    type: 'file',
    default: '',
    help: 'A font of your own (.ttf, .otf, .woff2); what it lacks is drawn with ours.',
    flag: '--font <file>',
  } satisfies FileSetting,
  canvas: {
    type: 'canvas',
    default: '16:9',
    help: 'Shape of a slide: `16:9`, `4:3`, `16:10`, or a size such as `1600x900`.',
    flag: '--canvas <size>',
  } satisfies CanvasSetting,
  sections: {
    type: 'level',
    default: 0,
    help: 'Heading level (1–6) that opens a section; otherwise found from the notes.',
    flag: '--section-level <level>',
  } satisfies LevelSetting,
  slides: {
    type: 'level',
    default: 0,
    help: 'Heading level (1–6) that opens a slide; otherwise found from the notes.',
    elsewhere: addressOrFile,
    flag: '--slide-level <level>',
  } satisfies LevelSetting,
  density: choice(
    ['full', 'brief'],
    'full',
    '`full` keeps all text on slides; `brief` moves prose to the speaker notes and keeps its first sentence.',
    '--density <full|brief>',
  ),
  compose: choice(
    ['auto', 'plain'],
    'auto',
    '`auto` sets what the notes list as columns, numbers, cards, a timeline… where its shape says so; `plain` leaves lists and text as they are.',
    '--compose <auto|plain>',
  ),
  duration: {
    type: 'duration',
    default: 0,
    help: 'How long the talk may take (`45`, `45m`, `1:30`); the speaker view counts down from it.',
    flag: '--duration <time>',
  } satisfies DurationSetting,
  agenda: choice(['auto', 'yes', 'no'], 'auto', 'Whether there is an agenda.', '--agenda <auto|yes|no>'),
  closing: choice(
    ['auto', 'no'],
    'auto',
    'Whether a last slide gathers the takeaways of several talks.',
    '--closing <auto|no>',
  ),
  read: choice(
    ['auto', 'notes', 'slides'],
    'auto',
    '`slides`: the cuts you wrote are law, and nothing is added; `notes`: slides are made of them; `auto` finds which it is.',
    '--read <auto|notes|slides>',
  ),
  stacks: yesno(false, 'A vertical stack per section, as in classic reveal.js decks.', '--stacks'),
  repair: yesno(true, 'Mend broken Markdown while reading (`###x`, `1）`, private-use characters…).', '--no-repair'),
  infer: yesno(
    true,
    'Find headings in bold lines, `一、` and `1、` lines, long bullets, where the notes have none.',
    '--no-infer',
  ),
  pictures: choice(
    ['fit', 'full'],
    'fit',
    '`fit` makes photographs as small as slides need them; `full` keeps every pixel.',
    '--picture-size <fit|full>',
  ),
  paper: choice(['a4', 'letter'], 'a4', 'Paper of handouts.', '--paper <a4|letter>'),
  orientation: choice(
    ['auto', 'portrait', 'landscape'],
    'auto',
    'How handouts lie; `auto` is what gives slides and text the most room.',
    '--orientation <auto|portrait|landscape>',
  ),
  binding: choice(
    ['none', 'left', 'top', 'book'],
    'none',
    'The edge of handouts that is punched or stapled: it gets a wider margin; `book` for both sides of the paper, left on odd sheets and right on even ones.',
    '--binding <none|left|top|book>',
  ),
  cover: {
    ...yesno(false, 'A first sheet for handouts, with title, event, place, date and author.', '--cover'),
    elsewhere: addressOrFile,
  },
  ink: choice(
    ['save', 'full'],
    'save',
    "`save` prints handouts of dark templates dark on white; `full` keeps the slides' own colours.",
    '--ink <save|full>',
  ),
  pageSize: choice(
    ['canvas', 'a4', 'letter'],
    'canvas',
    'Pages of the slides PDF: as large as the canvas, or sheets of paper with the slide in the middle.',
    '--page-size <canvas|a4|letter>',
  ),
  steps: choice(
    ['none', 'points'],
    'none',
    'Whether points appear one after another; `{.steps}` behind a heading or a list says so for that one.',
    '--steps <none|points>',
  ),
  pdfSteps: yesno(false, 'A page for every step in the slides PDF.', '--pdf-steps'),
  speakerNotes: choice(
    ['none', 'written', 'all'],
    'written',
    'What leaves you of your speaker notes: `written` without comments and unfinished lines, `all`, or `none`, also in the deck itself.',
    '--speaker-notes <none|written|all>',
  ),
  pdfNotes: yesno(false, 'Speaker notes in the slides PDF, as a note to open on each page.', '--pdf-notes'),
} as const satisfies Readonly<Record<string, Setting>>

export type SettingName = keyof typeof settingsTable

type ValueOf<S extends Setting> = S extends YesNoSetting
  ? boolean
  : S extends ChoiceSetting<infer Value>
    ? Value
    : S extends LevelSetting | DurationSetting
      ? number
      : string

/** All settings, each with a checked value. */
export type Settings = { readonly [Name in SettingName]: ValueOf<(typeof settingsTable)[Name]> }
