/** Notes whose pictures lie where their author had them → the same notes, with the copies that lie in the deck's folder. */
import type { Pictures, ReadyPicture } from '../../model/bundle.js'
import type { Notes } from '../../model/notes.js'
import { withAddresses } from '../../model/withAddresses.js'

/** What is not there to be copied keeps its address: it may be in reach of whoever reads the notes. */
export function withOwnPictures(notes: Notes, pictures: Pictures, logo?: ReadyPicture): Notes {
  const picture = (src: string): string => {
    const found = pictures.get(src)
    return found?.state === 'ready' ? found.path : src
  }
  const written = notes.front['logo']
  const front = logo && written ? { ...notes.front, logo: { ...written, value: logo.path } } : notes.front
  return { ...notes, front, blocks: withAddresses(notes.blocks, { picture, link: (href) => href }) }
}
