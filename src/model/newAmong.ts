/** Findings now and before → those that are new. Places move with every line that is added above: that makes none a new one. */

export interface Told {
  readonly file: string
  readonly message: string
}

/** The same sentence twice is two findings. */
export function newAmong<One extends Told>(findings: readonly One[], before: readonly Told[]): readonly One[] {
  const left = before.map(nameOf)
  return findings.filter((finding) => {
    const index = left.indexOf(nameOf(finding))
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

const nameOf = ({ file, message }: Told): string => `${file}\n${message}`
