/** What stands in braces, `.class #id key="value" word`, as Pandoc, Kramdown and others have it → what each of them says. */

export interface AttributeList {
  /** Without their dots. */
  readonly classes: readonly string[]
  readonly id: string | undefined
  /** By their names in lower case, without quotes. */
  readonly values: ReadonlyMap<string, string>
  /** What is none of these, as it is written. */
  readonly words: readonly string[]
}

const each = /(?:\.([\w:-]+)|#([^\s#{}="'<>]+)|([\w:-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"']*)))(?!\S)|\S+/g

export function attributesIn(text: string): AttributeList {
  const classes: string[] = []
  const values = new Map<string, string>()
  const words: string[] = []
  let id: string | undefined
  for (const [word, className, named, key, double, single, bare] of text.matchAll(each)) {
    if (className !== undefined) classes.push(className)
    else if (named !== undefined) id ??= named
    else if (key !== undefined) values.set(key.toLowerCase(), double ?? single ?? bare ?? '')
    else words.push(word)
  }
  return { classes, id, values, words }
}
