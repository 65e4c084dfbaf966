/** What is used of css-tree's doors for single parts, which its types leave out: its tokens, without its grammar and data. */
declare module 'css-tree/tokenizer' {
  /** Calls back for each token of CSS Syntax Level 3. Never throws; gaps between tokens there are none. */
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void
  export const tokenTypes: Readonly<
    Record<
      | 'Function'
      | 'AtKeyword'
      | 'String'
      | 'BadString'
      | 'Url'
      | 'BadUrl'
      | 'Comment'
      | 'WhiteSpace'
      | 'LeftParenthesis'
      | 'RightParenthesis'
      | 'LeftSquareBracket'
      | 'RightSquareBracket'
      | 'LeftCurlyBracket'
      | 'RightCurlyBracket',
      number
    >
  >
}

declare module 'css-tree/utils' {
  interface Coder {
    /** What a token says, its escapes read. */
    decode(token: string): string
  }
  export const ident: Coder
  export const string: Coder
  export const url: Coder
}
