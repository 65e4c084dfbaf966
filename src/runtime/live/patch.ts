/** Slides on stage and what they are to look like → the same elements with other content: the player need not be told. */

/** What reveal.js writes on slides; it stays. */
const playing = {
  classes: ['present', 'past', 'future', 'visible', 'enabled', 'stack', 'has-dark-background', 'has-light-background'],
  attributes: /^(?:style|hidden|role|aria-.*|data-(?:index-[hv]|previous-indexv|fragment|loaded|background-hash))$/,
}

/** Only elements are exchanged that were made for the same number of slides. */
export function patchSlides(old: readonly HTMLElement[], fresh: readonly HTMLElement[]): void {
  old.forEach((slide, index) => {
    const made = fresh[index]
    if (made) patch(slide, made)
  })
}

function patch(slide: HTMLElement, made: HTMLElement): void {
  const states = playing.classes.filter((name) => slide.classList.contains(name))
  for (const name of slide.getAttributeNames())
    if (!playing.attributes.test(name) && !made.hasAttribute(name)) slide.removeAttribute(name)
  for (const { name, value } of made.attributes)
    if (name !== 'class' && slide.getAttribute(name) !== value) slide.setAttribute(name, value)
  slide.className = [made.className, ...states].join(' ')
  slide.replaceChildren(...made.childNodes)
}
