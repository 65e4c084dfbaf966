/** A slide as its author has it → the slide for whoever looks on: what is for the speaker is no part of it. Pure. */
import type { LiveSlide } from '../model/live.js'
import { withoutRemarks } from '../render/slide.js'

export const forGuests = ({ key, html }: LiveSlide): LiveSlide => ({ key, html: withoutRemarks(html) })
