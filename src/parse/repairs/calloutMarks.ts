/** The two lines between which a callout stands for the reader of blocks: characters that no notes hold, as they are dropped from them. */
import { type CalloutType, calloutType } from '../../model/callouts.js'

const start = '\ue0c0'
const between = '\ue0c1'
export const calloutEnd = '\ue0c2'

export const calloutStart = (type: CalloutType, title: string): string => `${start}${type}${between}${title}`
/** A quote over several lines. */
export const quoteStart = `${start}${between}`

export const opensCallout = (text: string): boolean => text.startsWith(start)
export const closesCallout = (text: string): boolean => text.startsWith(calloutEnd)

/** What a callout says of itself in its first line. */
export interface CalloutHead {
  readonly type: CalloutType
  readonly title: string
}

export interface CalloutMark {
  /** Absent for a quote. */
  readonly type?: CalloutType
  readonly title: string
}

export function readCalloutMark(mark: string): CalloutMark {
  const [name = '', title = ''] = mark.trim().slice(start.length).split(between)
  const type = calloutType(name)
  return { ...(type ? { type } : {}), title: title.trim() }
}
