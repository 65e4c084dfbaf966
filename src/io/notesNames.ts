/** The name of a file → whether it is one of notes, by what it ends in. */

const ENDS = /\.(?:md|markdown|mdown|mkd|mdx|qmd|rmd|txt|org)$/i

/** Text that programs read, or that nobody wrote for a talk. */
const NO_NOTES =
  /^(?:(?:requirements|constraints)\b.*|robots|humans|ads|llms(?:-full)?|cmakelists|(?:third[-_]?party[-_]?)?licen[cs]es?.*|copying|notices?|version|manifest|sources|top_level|entry_points|dependency_links)\.txt$/i

/** What somebody named may be called as it likes; this is for names that are found or mistaken. */
export const isNotesName = (name: string): boolean => ENDS.test(name)

/** In a folder: hidden ones are an editor's, such as `.#day1.md`, by which Emacs says that it has day1.md open. */
export const isFoundNotes = (name: string): boolean =>
  !name.startsWith('.') && isNotesName(name) && !NO_NOTES.test(name)

export const withoutEnd = (name: string): string => name.replace(ENDS, '')

/** What stands for what comes through the pipe on the command line, and what it is called. */
export const PIPED = '-'
export const PIPED_NAME = 'notes'
