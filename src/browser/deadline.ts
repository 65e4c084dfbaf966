/** Milliseconds → the moment when they have passed, unless nobody waits for it any more. */

export function deadline(milliseconds: number): { readonly passed: Promise<undefined>; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return { passed, stop: () => clearTimeout(timer) }
}
