/** How long a talk may take, as somebody writes it (`45`, `45m`, `1:30`, `1h30`, `90 分钟`) → seconds. */

/** A day: more is a slip. */
const longest = 24 * 60 * 60

const units = { h: 3600, m: 60, s: 1 }
const hours = '(?:h|hours?|hrs?|小时|小時|时|時)'
const minutes = '(?:m|mins?|minutes?|分|分钟|分鐘)'
const seconds = '(?:s|secs?|seconds?|秒|秒钟|秒鐘)'
const spelled = new RegExp(
  `^(?:(\\d+(?:\\.\\d+)?)\\s*${hours})?\\s*(?:(\\d+(?:\\.\\d+)?)\\s*(?:${minutes}|$))?\\s*(?:(\\d+)\\s*${seconds})?$`,
)

/** A number alone is minutes; `1:30` is an hour and a half, `1:30:00` too. Undefined for what is no time, or none at all. */
export function durationSeconds(word: string): number | undefined {
  const text = word.trim().toLowerCase().replace('：', ':')
  const [, h, m, s] = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? spelled.exec(text) ?? []
  const total = Number(h ?? 0) * units.h + Number(m ?? 0) * units.m + Number(s ?? 0) * units.s
  return total > 0 && total <= longest ? Math.round(total) : undefined
}
