/** What a picture is to be taken of → alone in the page, and the place where it is. */
import type { Box } from '../../model/parts.js'
import { boxAt } from './place.js'

const holder = document.createElement('div')

function show(css: string): void {
  const style = document.createElement('style')
  style.textContent = css
  holder.replaceChildren(style)
  document.body.append(holder)
}

const here = () => ({ left: -window.scrollX, top: -window.scrollY })

/**
 * An element that readSlides has marked: as it stands on its slide, or without what it holds.
 *
 * @returns undefined when it is not on the table
 */
export function aimAtElement(attribute: string, mark: string): Box | undefined {
  const place = `[${attribute}="${mark}"]`
  const element = document.querySelector(place)
  if (!element) return undefined
  show(mark.startsWith('ground') ? `${place} > * { visibility: hidden !important; }` : '')
  return boxAt(element.getBoundingClientRect(), here())
}

/** A picture's file by itself, on nothing. @param width of what is shown, CSS px */
export async function aimAtPicture(source: string, width: number): Promise<Box | undefined> {
  show('html, body { background: none !important; } .talk { display: none !important; }')
  const picture = new Image()
  picture.src = source
  picture.style.cssText = `position: absolute; inset: 0 auto auto 0; max-width: none; height: auto; width: ${width}px;`
  holder.append(picture)
  const there = await picture.decode().then(
    () => true,
    () => false,
  )
  return there ? boxAt(picture.getBoundingClientRect(), here()) : undefined
}

/** The page as it was. */
export function lookAway(): void {
  holder.remove()
}
