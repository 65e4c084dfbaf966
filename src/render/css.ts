/** The text of a style sheet → what can be told from it without a browser. */

/** Comments become blanks, so that lines keep their numbers. */
export const withoutComments = (css: string): string =>
  css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, (comment) => comment.replace(/[^\n]/g, ' '))

/** The value that `:root` gives a variable (its name without `--`) last; undefined when it gives none. */
export function lastValue(css: string, variable: string): string | undefined {
  const roots = [...withoutComments(css).matchAll(/:root\s*\{([^}]*)\}/g)].map(([, inside = '']) => inside)
  const given = [...roots.join(';').matchAll(new RegExp(`(?:^|[;\\s])--${variable}\\s*:\\s*([^;]*)`, 'g'))]
  return given.at(-1)?.[1]?.trim()
}
