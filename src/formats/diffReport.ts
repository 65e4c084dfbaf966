/** Slides that differ, with their pictures → the report on them: one HTML file with everything inside. */
import { oneLine } from '../check/phrases.js'
import { type Absence, absenceLine } from '../diff/absences.js'
import type { ChangedWords, SlideDifference } from '../diff/difference.js'
import type { Region } from '../diff/regions.js'
import { changedLines, countsOf, type DiffNames, gap, shownPieces } from '../diff/text.js'
import { reportMark } from '../io/refuseReport.js'
import type { Deck } from '../model/deck.js'
import { escapeHtml } from '../render/escape.js'
import { anchorOf, contentsHtml, type Difference, differenceOf, numberHtml } from './diffContents.js'
import { type PagePair, type PicturedDifference, type PicturedPage, pictureType } from './diffPictures.js'
import { reportStyle } from './diffStyle.js'
import { type ReportWords, reportWords } from './diffWords.js'

export interface ReportParts {
  /** The later one: the report speaks its language. */
  readonly deck: Deck
  readonly names: DiffNames
  /** How many slides are as they were. */
  readonly same: number
  readonly slides: readonly PicturedDifference[]
  readonly absences: readonly Absence[]
}

/** No clock in it: the same two versions give the same bytes. */
export function diffReport({ deck, names, same, slides, absences }: ReportParts): string {
  const words = reportWords(deck.lang)
  const { width, height } = deck.canvas
  const told = slides.flatMap(({ slide, pages }) => {
    const difference = differenceOf(slide, names, words)
    return difference === undefined ? [] : [{ slide, pages, difference }]
  })
  const hasMarks = slides.some(({ pages }) => pages.some(({ regions }) => regions.length > 0))
  return `<!doctype html>
<html lang="${escapeHtml(deck.lang)}">
<head>
<meta charset="utf-8">
${reportMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${escapeHtml(`${words.heading} · ${deck.title}`)}</title>
<style>:root{--shape:${width}/${height}}
${reportStyle}</style>
</head>
<body>
<header>
<p class="kind">${words.heading}</p>
<h1>${text(deck.title)}</h1>
<p class="names">${text(names.before)} → ${text(names.after)}</p>
<p class="counts">${countsHtml(slides, same, words)}</p>
${absences.map((absence) => `<p class="absence">${text(absenceLine(absence, words.absences))}</p>`).join('\n')}
${hasMarks ? `<label><input type="checkbox" id="marks" checked> ${words.marks}</label>\n` : ''}</header>
<main>
${contentsHtml(
  told.map(({ difference }) => difference),
  words,
)}${told.map((each, index) => articleHtml(each, { id: anchorOf(index), number: numberHtml(index, told.length, words) }, words)).join('\n')}
</main>
</body>
</html>
`
}

const text = (value: string): string => escapeHtml(oneLine(value))

function countsHtml(slides: readonly PicturedDifference[], same: number, words: ReportWords): string {
  const counts = countsOf(slides.map(({ slide }) => slide))
  const all = counts.map(([kind, number]) => `<span><b>${number}</b> ${words[kind]}</span>`)
  if (all.length === 0) all.push(`<span>${words.none}</span>`)
  return [...all, `<span>${words.same.replace('{count}', `<b>${same}</b>`)}</span>`].join('')
}

interface ToldDifference extends PicturedDifference {
  readonly difference: Difference
}

function articleHtml(
  { slide, pages, difference: { kind, title, place } }: ToldDifference,
  { id, number }: { readonly id: string; readonly number: string },
  words: ReportWords,
): string {
  const { change, moved, before } = slide
  const facts = [place, ...(moved && before?.number ? [words.was.replace('{number}', `${before.number}`)] : [])]
  return `<article class="${kind}">
<h2 id="${id}">${number}<span class="badge">${words[kind]}</span> ${title} <small>${facts.filter(Boolean).join(' · ')}</small></h2>
${pages.map((pair) => pairHtml(pair, change, words)).join('\n')}${wordsHtml(slide, words)}
</article>`
}

const pairHtml = (
  { before, after, regions }: PagePair,
  change: SlideDifference['change'],
  words: ReportWords,
): string => `<div class="pair">
${figure(before, words.before, change === 'removed' ? [] : regions, words.notBefore, 'gone')}
${figure(after, words.after, regions, words.notAfter, 'new')}
</div>`

function figure(
  page: PicturedPage | undefined,
  name: string,
  regions: readonly Region[],
  absent: string,
  kind: 'gone' | 'new',
): string {
  if (page === undefined) return `<figure><figcaption>${name}</figcaption><div class="absent">${absent}</div></figure>`
  const address = `data:image/${pictureType};base64,${Buffer.from(page.bytes).toString('base64')}`
  const marks = regions.map((region) => `<i style="${placeStyle(region)}"></i>`).join('')
  const caption = `${name} · ${page.number}`
  return `<figure class="${kind}"><figcaption>${caption}</figcaption><div class="frame"><img src="${address}" alt="${caption}">${marks}</div></figure>`
}

const placeStyle = ({ left, top, width, height }: Region): string =>
  Object.entries({ left, top, width, height })
    .map(([name, share]) => `${name}:${Math.round(share * 10_000) / 100}%`)
    .join(';')

/** What a picture of a slide that came or went shows is not said again; what the speaker says is on no picture. */
function wordsHtml({ change, words: changed }: SlideDifference, words: ReportWords): string {
  if (change === 'same') return ''
  if (change === 'changed' && changed.length === 0) return `\n<p class="same-words">${words.sameWords}</p>`
  const told = change === 'changed' ? changed : changed.filter(({ aspect }) => aspect === 'speaker notes')
  if (told.length === 0) return ''
  return `\n<dl>${told.map((part) => `<dt>${words.aspects[part.aspect]}</dt><dd>${linesHtml(part)}</dd>`).join('')}</dl>`
}

const marked = {
  same: (part: string) => part,
  gone: (part: string) => `<del>${part}</del>`,
  new: (part: string) => `<ins>${part}</ins>`,
}

const linesHtml = ({ pieces }: ChangedWords): string =>
  changedLines(pieces)
    .map((line) =>
      line === gap
        ? '<p class="gap">…</p>'
        : `<p>${shownPieces(line)
            .map(({ kind, text: part }) => marked[kind](escapeHtml(part)))
            .join('')}</p>`,
    )
    .join('')
