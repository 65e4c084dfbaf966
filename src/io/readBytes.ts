/** The path of a file that need not be there → what it holds. */
import { readFile } from 'node:fs/promises'

/** @returns undefined when it is gone, or can't be read */
export const readBytes = (file: string): Promise<Uint8Array | undefined> => readFile(file).catch(() => undefined)
