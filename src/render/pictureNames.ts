/** A picture's address → the name of its file, as people say it: `photos/a%20b.png?x` → `a b.png`; '' of one that stands in the notes. */
export function fileOf(src: string): string {
  const [path = ''] = src.startsWith('data:') ? [] : src.split(/[?#]/, 1)
  return decoded(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
