/** The templates that Talkback brings → their names and descriptions. */
import { ownFile } from './assets.js'
import { readTemplateFacts } from './readTemplate.js'
import { BASE, builtInNames } from './templates/findTemplate.js'
import { revealThemes } from './templates/revealTheme.js'

export interface BuiltInTemplates {
  /** The one that is used when none is chosen comes first. */
  readonly templates: readonly { readonly name: string; readonly description: string }[]
  /** Names of reveal.js's themes, as `--template` takes them. */
  readonly themes: readonly string[]
}

export async function listTemplates(): Promise<BuiltInTemplates> {
  const names = await builtInNames()
  const templates = await Promise.all(
    [BASE, ...names.filter((name) => name !== BASE)].map(async (name) => {
      const { content } = await readTemplateFacts({ folder: ownFile('templates', name), builtIn: true })
      return { name, description: content.description ?? '' }
    }),
  )
  return { templates, themes: (await revealThemes()).map((theme) => `reveal/${theme}`) }
}
