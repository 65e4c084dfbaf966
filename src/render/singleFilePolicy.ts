/** The content policy of a deck's folder → that of one file: nothing from anywhere, scripts by their hash only. */

/** What a document that carries everything inside it may load, in place of the files beside it. */
const loads: Readonly<Record<string, string>> = {
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
}

/**
 * @param policy of the folder: its directives stay
 * @param scripts `sha256-…` of the scripts inside the document
 */
export const strictPolicy = (policy: string, scripts: readonly string[]): string =>
  policy
    .split(/\s*;\s*/)
    .map((directive) => {
      const [name = ''] = directive.split(/\s+/)
      if (name !== 'script-src') return loads[name] === undefined ? directive : `${name} ${loads[name]}`
      return [name, ...scripts.map((hash) => `'${hash}'`)].join(' ')
    })
    .join('; ')
