/** An address → whether following it does no harm. */

/** Only what leads somewhere harmless: http, https, mailto, and addresses without a scheme. */
export const isSafeLink = (href: string): boolean => {
  // biome-ignore lint/complexity/useRegexLiterals: control characters read better escaped
  const bare = href.replace(new RegExp('[\\u0000-\\u0020\\u007f-\\u00a0\\u200b-\\u200f\\u2028-\\u202f]', 'g'), '')
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase()
  return scheme === undefined || scheme === 'http' || scheme === 'https' || scheme === 'mailto'
}
