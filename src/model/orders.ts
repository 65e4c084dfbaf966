/** Text from elsewhere → the same without what a terminal would obey: colours, moves of the cursor, titles of windows, bells. */

/** Colours first; then what else begins with Escape; then single characters. Tabs and line ends are text. */
const ORDERS =
  /\u001b\[[\d;]*m|\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b.?|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gs

export const withoutOrders = (text: string): string => text.replace(ORDERS, '')

/** For what was coloured by us. */
export const withoutOthersOrders = (text: string): string =>
  text.replace(ORDERS, (order) => (/^\u001b\[[\d;]*m$/.test(order) ? order : ''))
