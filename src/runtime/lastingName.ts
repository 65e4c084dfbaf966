/** A slide in the page → the name that it keeps whatever its title and its address are by then: its key, and which part it is. */

export const lastingName = (slide: HTMLElement | undefined): string => {
  const { key, part = '1' } = slide?.dataset ?? {}
  return key === undefined || part === '1' ? (key ?? slide?.id ?? '') : `${key}--${part}`
}
