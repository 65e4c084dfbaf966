/** Settings ⇄ the flags that set them, which may have other names: the table says both, once. */
import { type Setting, type SettingName, settingsTable } from './table.js'

/** `--slide-level` for `slides`; the setting's own name where there is no flag, as in calls of the library. */
export function flagOf(name: SettingName): string {
  const { flag }: Setting = settingsTable[name]
  return /--[\w-]+/.exec(flag ?? '')?.[0] ?? name
}
