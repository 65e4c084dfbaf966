/** Work in WebAssembly → the same work, without the optimising compiler getting in its way. */
import v8 from 'node:v8'

// V8's own default, and more than any build uses up.
const USUAL = 1_800_000
const ENOUGH = 2_000_000_000

/**
 * Runs work whose WebAssembly is used for a tenth of a second and then no more. V8 would spend half a second of both
 * cores on optimising it, and the process could not end before that: drawing fonts went from 1.0 s to 0.4 s.
 * Modules loaded meanwhile start with the larger budget; afterwards it is as before for everyone else in the process.
 */
export async function unhurried<Result>(work: () => Promise<Result>): Promise<Result> {
  setBudget(ENOUGH)
  try {
    return await work()
  } finally {
    setBudget(USUAL)
  }
}

function setBudget(budget: number): void {
  // An engine that does not know the flag says so on stderr: ask only those that do.
  const version = Number.parseInt(process.versions.v8, 10)
  if (version >= 11 && version <= 14) v8.setFlagsFromString(`--wasm-tiering-budget=${budget}`)
}
