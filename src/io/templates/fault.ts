/** What is wrong with a template, and where → a finding. */
import { relative } from 'node:path'
import type { Finding } from '../../model/finding.js'

/** @param file path of the template's file; messages show it from where the user is */
export function templateFault(template: string, file: string, line: number, reason: string): Finding {
  return { code: 'template-fault', place: { file: shownPath(file), line }, facts: { template, reason } }
}

export const shownPath = (file: string): string => relative('.', file) || file

/** What one file of a template gives; faults never throw. */
export interface Checked<Content> {
  readonly content: Content
  readonly faults: readonly Fault[]
}

export interface Fault {
  readonly line: number
  /** A clause without a full stop. */
  readonly reason: string
}

/** Of a place in a text, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
