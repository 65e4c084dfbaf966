/** Markers and indents that were mended, line by line → findings, one for each run of them. */
import type { Finding } from '../../model/finding.js'
import type { Line } from '../lines.js'
import type { Marker } from './markers.js'

interface Run {
  readonly line: number
  endLine: number
  count: number
}

export class ListReport {
  private readonly markerRuns: (Run & { readonly key: string; readonly marker: string })[] = []
  private readonly indentRuns: Run[] = []
  private indentRunOpen = false
  private markerRunFrom = 0

  noteMarker(line: Line, marker: Marker): void {
    const run = this.markerRuns.slice(this.markerRunFrom).find((one) => one.key === marker.key)
    if (run === undefined) {
      this.markerRuns.push({ key: marker.key, marker: marker.written, line: line.line, endLine: line.line, count: 1 })
    } else {
      run.count++
      run.endLine = line.line
    }
  }

  noteIndent(line: Line): void {
    const run = this.indentRunOpen ? this.indentRuns.at(-1) : undefined
    if (run === undefined) this.indentRuns.push({ line: line.line, endLine: line.line, count: 1 })
    else {
      run.count++
      run.endLine = line.line
    }
    this.indentRunOpen = true
  }

  endMarkers(): void {
    this.markerRunFrom = this.markerRuns.length
  }

  endIndents(): void {
    this.indentRunOpen = false
  }

  findings(): readonly Finding[] {
    const place = (run: Run) =>
      run.line === run.endLine ? { line: run.line } : { line: run.line, endLine: run.endLine }
    return [
      ...this.markerRuns.map(
        (run): Finding => ({
          code: 'list-marker',
          place: place(run),
          facts: { marker: run.marker, count: run.count },
        }),
      ),
      ...this.indentRuns.map(
        (run): Finding => ({
          code: 'list-indent',
          place: place(run),
          facts: { count: run.count },
        }),
      ),
    ]
  }
}
