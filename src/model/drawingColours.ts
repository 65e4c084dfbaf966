/** The colours that Mermaid is given → what they stand for in a deck: it reckons with colours, and knows no variables. */
export const drawingColours = {
  ink: '#1c1c1f',
  soft: '#6c6c6f',
  panel: '#efeff2',
  cluster: '#f7f7fa',
  accent: '#b4362b',
} as const

/** Grounds for what is told apart by colour alone, light enough for dark letters, and far enough from dark paper. */
export const drawingGrounds = [
  '#9cc3e6',
  '#f6c58f',
  '#a9d6a5',
  '#e9a5a1',
  '#c9b3e0',
  '#8fd0cf',
  '#f0d97d',
  '#d8b79c',
  '#b8c4cf',
  '#e3b1d0',
  '#c4da84',
  '#a8b5ea',
] as const
