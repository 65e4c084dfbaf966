/** Text → whether it only says that something is still to be written. */

const alone =
  /^[[(（【「<]*(?:to-?do|tbd|tba|tbc|fixme|x{3,}|待补充?|待補充?|待续|待續|待整理|待完善|未完待续|未完待續|待更新|此处省略|略|省略|\.{3,}|…+|。{3,})[\])）】」>]*\s*[:：。.!！…]*$/i
const names = 'TODO|FIXME|TBD|XXX|待补充|待補充|待整理|待续|待續'
/** `TODO: ask`, `TODO(Ann): ask`, `[TODO] ask`, `（待补充：价格）`, `[TODO ask Ann]`. */
const named = new RegExp(
  `^(?:[[(（【「]*(?:${names})(?:\\([^()]{1,40}\\))?[\\])）】」]*\\s*[:：]\\s*\\S` +
    `|[[(（【「](?:${names})(?:[\\])）】」]\\s*\\S|[\\s，,、][^[\\]()（）【】「」]*[\\])）】」][。.]?$))`,
)

/** `TODO`, `xxx`, `待补充`, `...` and the like, or `TODO: something`. */
export const isPlaceholder = (text: string): boolean => {
  const trimmed = text.trim()
  return trimmed.length < 400 && (alone.test(trimmed) || named.test(trimmed))
}
