/**
 * A style sheet's list of font families → their names.
 *
 * @param css as a browser writes it, in double quotes; of a variable, as its author did
 */
export const familyNames = (css: string): readonly string[] =>
  [...css.matchAll(/"([^"]*)"|'([^']*)'|[^\s,"'][^,"']*/g)].map(
    ([plain, double, single]) => double ?? single ?? plain.trim(),
  )
