/** A key press → the name that commands know it by: `b`, `PageDown`, `ctrl+f`, `shift+ArrowUp`. */

/** Keys that a Chinese keyboard gives in place of those on the caps. */
const alike: Readonly<Record<string, string>> = { '。': '.', '、': '/', '÷': '/', '＋': '+', '－': '-' }

export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const plain = key.length === 1 ? (alike[key] ?? key.normalize('NFKC').toLowerCase()) : key
  const held = [ctrlKey || metaKey ? 'ctrl+' : '', altKey ? 'alt+' : '', key.length > 1 && shiftKey ? 'shift+' : '']
  return `${held.join('')}${plain}`
}
