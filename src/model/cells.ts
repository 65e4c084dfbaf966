/** A row of a table as text → its cells, as GFM cuts them: at bars that no backslash stands before. */
export const cellsOf = (text: string): readonly string[] => {
  const bare = text
    .trim()
    .replace(/^(?:>\s?)*\|/, '')
    .replace(/(?<!\\)\|$/, '')
  return bare.split(/(?<!\\)\|/).map((part) => part.trim())
}
