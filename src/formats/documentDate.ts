/** The environment and the date that the notes name → the date of the files made of them, the same for every build of the same notes. */

/**
 * SOURCE_DATE_EPOCH (seconds since 1970), which builds that can be repeated agree on; else the day of the notes, when it is one.
 * Today would make other bytes tomorrow, and a made-up day would be a lie.
 *
 * @param written as it is printed: `2018-11-14`, `2018年11月14日`, `14 November 2018`; days from to are none
 */
export function documentDate(env: NodeJS.ProcessEnv, written: string): Date | undefined {
  const epoch = env['SOURCE_DATE_EPOCH'] ?? ''
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : dayIn(written)
}

/** For files that can't do without one. */
export const startOfCentury = new Date(Date.UTC(2000, 0, 1))

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const forms: readonly RegExp[] = [
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})$/,
  /^(?<year>\d{4}) ?年 ?(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<month>[a-z]{3,9})\.?,? (?<year>\d{4})$/i,
  /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i,
]

function dayIn(written: string): Date | undefined {
  const text = written.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const { year, month, day } = forms.map((form) => form.exec(text)?.groups).find((found) => found !== undefined) ?? {}
  if (year === undefined || month === undefined || day === undefined) return undefined
  const index = /^\d/.test(month) ? Number(month) - 1 : months.indexOf(month.slice(0, 3).toLowerCase())
  const date = new Date(Date.UTC(Number(year), index, Number(day)))
  // There is no 31st of February, and no month called «Monsoon».
  return index >= 0 && date.getUTCMonth() === index && date.getUTCDate() === Number(day) ? date : undefined
}
