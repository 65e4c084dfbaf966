/** The inks of code → the letters that they are kept and marked by: `k3` is a keyword of three characters, `<c-k>` its element in the page. */
import type { Ink } from '../../model/notes.js'

export const letters: Readonly<Record<Ink | 'plain', string>> = {
  plain: '-',
  keyword: 'k',
  string: 's',
  comment: 'c',
  name: 'n',
  added: 'a',
  removed: 'r',
}
