/** A name of a file → the same for all names that people take for it: macOS takes accents apart, and puts a space of its own into names of screenshots. */
export const alike = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s/g, ' ')
