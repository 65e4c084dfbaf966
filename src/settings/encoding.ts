/** What people call an encoding → its name as the Web has it, and as TextDecoder takes it. */

/** Windows and Python number what the Web has other names for. */
const NUMBERED: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  cp950: 'big5',
  cp54936: 'gb18030',
  uhc: 'euc-kr',
}

/** @returns undefined for what is no encoding */
export function encodingName(label: string): string | undefined {
  const plain = label.trim().toLowerCase()
  try {
    return new TextDecoder(NUMBERED[plain.replace(/^(?:ms|windows-?|cp-)(?=9)/, 'cp')] ?? plain).encoding
  } catch {
    return undefined
  }
}
