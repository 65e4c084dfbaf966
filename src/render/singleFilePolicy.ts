/** The content policy of a deck's folder → that of one file: nothing from anywhere. */

/** What a document that carries everything inside it may load, in place of the files beside it. */
const loads: Readonly<Record<string, string>> = {
  'style-src': "'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
}

/** @param policy of the folder: its other directives stay, and with them which script may run */
export const strictPolicy = (policy: string): string =>
  policy
    .split(/\s*;\s*/)
    .map((directive) => {
      const [name = ''] = directive.split(/\s+/)
      return loads[name] === undefined ? directive : `${name} ${loads[name]}`
    })
    .join('; ')
