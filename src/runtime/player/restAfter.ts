/** A mouse that lies still → how many milliseconds until nobody is about to click. */
export const restAfter = 2500
