/**
 * An address in a file that stands in notes of another folder → the same from those notes: `pages/./img/a.png`, where `/./` says that
 * it was written in `pages`, and so is looked for there first, and then in the folders above.
 */

const mark = '/./'

/** What has a scheme, counts from a root, or is a place in the deck, is the same from everywhere. */
export const isOfAnywhere = (address: string): boolean =>
  address === '' || /^(?:[a-z][a-z\d+.-]*:|[/#\\])/i.test(address)

/** @param folder with `/`; '' or `.` for that of the notes */
export function standingIn(folder: string, address: string): string {
  if (folder === '' || folder === '.' || isOfAnywhere(address)) return address
  const { folder: inner, name } = whereItStands(address)
  return `${folder}/${inner === '' ? '' : `${inner}/`}./${name}`
}

/** The folder that an address counts from, '' for that of the notes, and what is written there. */
export function whereItStands(address: string): { readonly folder: string; readonly name: string } {
  const at = isOfAnywhere(address) ? -1 : address.indexOf(mark)
  return at < 0
    ? { folder: '', name: address }
    : { folder: address.slice(0, at), name: address.slice(at + mark.length) }
}

/** As it is told. */
export const plainAddress = (address: string): string => address.replace(mark, '/')
