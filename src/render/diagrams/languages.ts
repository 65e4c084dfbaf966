/** The language of a fence → what draws it, or what a diagram in it is called that nothing here draws. */

export type Pen = 'dot' | 'mermaid'

export interface DiagramLanguage {
  readonly name: string
  /** Absent where nothing here draws it. */
  readonly pen?: Pen
}

const languages = new Map<string, DiagramLanguage>([
  ...all({ name: 'Graphviz', pen: 'dot' }, 'dot graphviz gv'),
  ...all({ name: 'Mermaid', pen: 'mermaid' }, 'mermaid mmd'),
  ...all({ name: 'PlantUML' }, 'plantuml puml uml'),
  ...all({ name: 'flowchart.js' }, 'flow flowchart'),
  ...all({ name: 'js-sequence-diagrams' }, 'sequence seq'),
  ...all({ name: 'D2' }, 'd2'),
  ...all({ name: 'Vega' }, 'vega vega-lite vegalite'),
  ...all({ name: 'ECharts' }, 'echarts'),
  ...all({ name: 'Markmap' }, 'markmap'),
  ...all({ name: 'WaveDrom' }, 'wavedrom'),
  ...all({ name: 'ditaa' }, 'ditaa'),
  ...all({ name: 'Svgbob' }, 'svgbob bob'),
  ...all({ name: 'nomnoml' }, 'nomnoml'),
  ...all({ name: 'Pikchr' }, 'pikchr'),
  ...all({ name: 'Structurizr' }, 'structurizr'),
  ...all({ name: 'C4-PlantUML' }, 'c4plantuml'),
  ...all({ name: 'blockdiag' }, 'blockdiag seqdiag actdiag nwdiag packetdiag rackdiag'),
  ...all({ name: 'TikZ' }, 'tikz'),
  ...all({ name: 'Excalidraw' }, 'excalidraw'),
  ...all({ name: 'draw.io' }, 'drawio'),
])

function all(language: DiagramLanguage, names: string): readonly (readonly [string, DiagramLanguage])[] {
  return names.split(' ').map((name) => [name, language] as const)
}

/** @returns undefined for code */
export const diagramLanguage = (language: string): DiagramLanguage | undefined => languages.get(language.toLowerCase())
