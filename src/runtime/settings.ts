/** What the document says about the deck as a whole (data attributes of its root) → values for the runtime. */

export interface DeckData {
  readonly root: HTMLElement
  readonly width: number
  readonly height: number
  readonly stacks: boolean
  /** Seconds that the talk may take; 0 when nobody said. */
  readonly duration: number
  /** `{part}/{parts}` in the deck's language. */
  readonly partLabel: string
  /** `(cont.)` in the deck's language. */
  readonly continued: string
  /** Nothing in it is for the speaker: it is served to somebody who looks on. */
  readonly forGuests: boolean
}

export function readDeckData(): DeckData {
  const root = document.querySelector<HTMLElement>('[data-talkback]')
  if (!root) throw new Error('This page holds no deck.')
  return {
    root,
    width: Number(root.dataset['width']),
    height: Number(root.dataset['height']),
    stacks: root.dataset['stacks'] === 'true',
    duration: Number(root.dataset['duration'] ?? 0),
    partLabel: root.dataset['partLabel'] ?? '{part}/{parts}',
    continued: root.dataset['continued'] ?? '',
    forGuests: root.dataset['guests'] !== undefined,
  }
}

/** All slides in order, whether or not they stand in stacks. */
export const slidesIn = (root: Element): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('section.slide')]
