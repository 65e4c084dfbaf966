/** Every way to write boxes that is read: a new one is a line here. */
import type { Spelling } from './box.js'
import { brackets } from './brackets.js'
import { colons } from './colons.js'
import { deckset, multiColumn, presenterm, slots } from './signs.js'
import { tags } from './tags.js'

export const spellings: readonly Spelling[] = [colons, tags, slots, presenterm, deckset, multiColumn, brackets]
