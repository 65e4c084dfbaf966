/** Language of the deck → what the player says by itself: help, search, speaker view. Fonts of a deck can draw these words. */
import { inLanguage } from './inLanguage.js'

export interface StageWords {
  /** What one slide is to a screen reader. */
  readonly slide: string
  readonly page: string
  readonly progress: string
  readonly close: string
  readonly keys: string
  readonly next: string
  readonly previous: string
  readonly ends: string
  readonly number: string
  readonly overview: string
  readonly search: string
  readonly black: string
  readonly laser: string
  readonly draw: string
  readonly clear: string
  readonly zoom: string
  readonly fullscreen: string
  readonly speaker: string
  readonly times: string
  readonly help: string
  readonly back: string
  readonly hit: string
  readonly noHit: string
  readonly nextHit: string
  readonly previousHit: string
  readonly goTo: string
  readonly drawing: string
  readonly pointing: string
  readonly blocked: string
  readonly following: string
  readonly end: string
  readonly notes: string
  readonly noNotes: string
  readonly larger: string
  readonly smaller: string
  readonly elapsed: string
  readonly left: string
  readonly over: string
  readonly time: string
  /** Time taken for the slide that is shown, and planned. */
  readonly thisSlide: string
  readonly start: string
  readonly pause: string
  readonly again: string
  readonly onTime: string
  readonly ahead: string
  readonly behind: string
  readonly alone: string
  readonly planned: string
  readonly taken: string
  readonly total: string
  readonly save: string
  /** Only where the deck is served to its author. */
  readonly export: string
  readonly openFile: string
  readonly saveFile: string
  readonly serverGone: string
  readonly noServer: string
  readonly startServer: string
  readonly noExport: string
  readonly exports: string
  readonly handout: string
  readonly handoutIs: string
  readonly powerpointIs: string
  readonly pdfIs: string
  readonly allThree: string
  readonly allThreeIs: string
  readonly editor: string
  readonly pan: string
  readonly notesSize: string
  readonly notesScroll: string
  /** Time taken for the section that is shown, and planned. */
  readonly thisSection: string
  readonly undo: string
  /** The room sees nothing. */
  readonly dark: string
}

const english: StageWords = {
  slide: 'slide',
  page: 'Slide {page} of {pages}',
  progress: 'Progress',
  close: 'Close',
  keys: 'Keys',
  next: 'Next slide',
  previous: 'Previous slide',
  ends: 'First, last slide',
  number: 'Go to a slide by its number',
  overview: 'Overview',
  search: 'Search',
  black: 'Black screen',
  laser: 'Laser pointer',
  draw: 'Draw on the slide',
  clear: 'Clear the drawing',
  zoom: 'Zoom in, out (Alt + click: to a point)',
  fullscreen: 'Full screen',
  speaker: 'Speaker view',
  times: 'Times of the rehearsal',
  help: 'This help',
  back: 'Back to the slides',
  hit: '{at} of {count}',
  noHit: 'Nothing found',
  nextHit: 'Next hit',
  previousHit: 'Previous hit',
  goTo: 'Go to {page} of {pages}',
  drawing: 'Drawing: C clears, Esc ends',
  pointing: 'Pointer: Esc ends',
  blocked: 'The browser blocked the window. Open it here:',
  following: 'Next',
  end: 'This is the last slide.',
  notes: 'Notes',
  noNotes: 'No notes for this slide.',
  larger: 'Larger notes',
  smaller: 'Smaller notes',
  elapsed: 'Elapsed',
  left: 'Left',
  over: 'Over',
  time: 'Time',
  thisSlide: 'This slide {taken}, planned {planned}',
  start: 'Start',
  pause: 'Pause',
  again: 'Start over',
  onTime: 'On time',
  ahead: '{time} ahead',
  behind: '{time} behind',
  alone: 'Not connected to the slides.',
  planned: 'Planned',
  taken: 'Taken',
  total: 'Total',
  save: 'Save as JSON',
  export: 'Export',
  openFile: 'Open',
  saveFile: 'Save',
  serverGone: 'The server is gone; this page waits for it.',
  noServer: 'The server does not answer.',
  startServer: 'Is `talkback serve` still running?',
  noExport: 'Nothing was exported.',
  exports: 'Export PDF, handout, PowerPoint',
  pdfIs: 'a page per slide',
  handout: 'Handout',
  handoutIs: 'slides and their full text, on paper',
  powerpointIs: 'for colleagues to edit',
  allThree: 'All three',
  allThreeIs: 'at once',
  editor: 'Open the editor at this slide',
  pan: 'Move an enlarged slide',
  notesSize: 'Larger, smaller notes',
  notesScroll: 'Scroll the notes',
  thisSection: 'This section {taken}, planned {planned}',
  undo: 'Undo',
  dark: 'The screen is black',
}

const table = {
  en: english,
  'zh-Hans': {
    slide: '幻灯片',
    page: '第 {page} 页，共 {pages} 页',
    progress: '进度',
    close: '关闭',
    keys: '快捷键',
    next: '下一页',
    previous: '上一页',
    ends: '首页、末页',
    number: '按页码跳转',
    overview: '总览',
    search: '搜索',
    black: '黑屏',
    laser: '激光笔',
    draw: '在幻灯片上画线',
    clear: '清除画线',
    zoom: '放大、缩小（Alt + 点击：放大某处）',
    fullscreen: '全屏',
    speaker: '演讲者视图',
    times: '排练用时',
    help: '本帮助',
    back: '回到幻灯片',
    hit: '第 {at} 处，共 {count} 处',
    noHit: '没有找到',
    nextHit: '下一处',
    previousHit: '上一处',
    goTo: '跳到第 {page} 页，共 {pages} 页',
    drawing: '画线：C 清除，Esc 结束',
    pointing: '激光笔：Esc 结束',
    blocked: '浏览器拦截了窗口。请点此打开：',
    following: '下一页',
    end: '这是最后一页。',
    notes: '备注',
    noNotes: '这一页没有备注。',
    larger: '放大备注',
    smaller: '缩小备注',
    elapsed: '已用',
    left: '剩余',
    over: '超时',
    time: '时间',
    thisSlide: '本页 {taken}，计划 {planned}',
    start: '开始',
    pause: '暂停',
    again: '重新开始',
    onTime: '正合进度',
    ahead: '提前 {time}',
    behind: '落后 {time}',
    alone: '没有连接到幻灯片。',
    planned: '计划',
    taken: '用时',
    total: '合计',
    save: '保存为 JSON',
    export: '导出',
    openFile: '打开',
    saveFile: '保存',
    serverGone: '服务器已断开，本页会等它恢复。',
    noServer: '服务器没有响应。',
    startServer: '`talkback serve` 还在运行吗？',
    noExport: '没有导出任何文件。',
    exports: '导出 PDF、讲义、PowerPoint',
    pdfIs: '每页一张幻灯片',
    handout: '讲义',
    handoutIs: '幻灯片和全文，印在纸上',
    powerpointIs: '给同事编辑',
    allThree: '全部',
    allThreeIs: '一次导出三种',
    editor: '在编辑器中打开本页',
    pan: '移动放大的幻灯片',
    notesSize: '放大、缩小备注',
    notesScroll: '滚动备注',
    thisSection: '本节 {taken}，计划 {planned}',
    undo: '撤销',
    dark: '屏幕已黑',
  },
  'zh-Hant': {
    slide: '投影片',
    page: '第 {page} 頁，共 {pages} 頁',
    progress: '進度',
    close: '關閉',
    keys: '快速鍵',
    next: '下一頁',
    previous: '上一頁',
    ends: '首頁、末頁',
    number: '按頁碼跳轉',
    overview: '總覽',
    search: '搜尋',
    black: '黑屏',
    laser: '雷射筆',
    draw: '在投影片上畫線',
    clear: '清除畫線',
    zoom: '放大、縮小（Alt + 點擊：放大某處）',
    fullscreen: '全螢幕',
    speaker: '演講者檢視',
    times: '排練用時',
    help: '本說明',
    back: '回到投影片',
    hit: '第 {at} 處，共 {count} 處',
    noHit: '沒有找到',
    nextHit: '下一處',
    previousHit: '上一處',
    goTo: '跳到第 {page} 頁，共 {pages} 頁',
    drawing: '畫線：C 清除，Esc 結束',
    pointing: '雷射筆：Esc 結束',
    blocked: '瀏覽器擋下了視窗。請點此開啟：',
    following: '下一頁',
    end: '這是最後一頁。',
    notes: '備註',
    noNotes: '這一頁沒有備註。',
    larger: '放大備註',
    smaller: '縮小備註',
    elapsed: '已用',
    left: '剩餘',
    over: '超時',
    time: '時間',
    thisSlide: '本頁 {taken}，計劃 {planned}',
    start: '開始',
    pause: '暫停',
    again: '重新開始',
    onTime: '正合進度',
    ahead: '提前 {time}',
    behind: '落後 {time}',
    alone: '沒有連接到投影片。',
    planned: '計劃',
    taken: '用時',
    total: '合計',
    save: '儲存為 JSON',
    export: '匯出',
    openFile: '開啟',
    saveFile: '儲存',
    serverGone: '伺服器已斷線，本頁會等它恢復。',
    noServer: '伺服器沒有回應。',
    startServer: '`talkback serve` 還在執行嗎？',
    noExport: '沒有匯出任何檔案。',
    exports: '匯出 PDF、講義、PowerPoint',
    pdfIs: '每頁一張投影片',
    handout: '講義',
    handoutIs: '投影片和全文，印在紙上',
    powerpointIs: '給同事編輯',
    allThree: '全部',
    allThreeIs: '一次匯出三種',
    editor: '在編輯器中開啟本頁',
    pan: '移動放大的投影片',
    notesSize: '放大、縮小備註',
    notesScroll: '捲動備註',
    thisSection: '本節 {taken}，計劃 {planned}',
    undo: '復原',
    dark: '畫面已黑',
  },
} satisfies Readonly<Record<string, StageWords>>

/** @param lang BCP 47; `zh-TW` and the like count as traditional, languages that are not here get English */
export const stageWords = (lang: string): StageWords => inLanguage(lang, table)

/** `Slide {page} of {pages}` and its values → the sentence. */
export const said = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (found, name: string) => String(values[name] ?? found))
