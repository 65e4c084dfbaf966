/** What a deck says of itself → the title block of its article. */
import type { Deck, TitleFacts } from '../model/deck.js'
import { escapeHtml } from './escape.js'
import { type InlineContext, renderInlines } from './inlines.js'
import { renderTitle } from './title.js'

export function renderArticleHead({ title, facts, factMarks, slides, lang }: Deck, context: InlineContext): string {
  const opening = slides.find(({ kind }) => kind === 'title')
  const inlines = opening?.title ?? [{ kind: 'text', text: title }]
  const fact = (name: keyof TitleFacts) => escapeHtml(facts[name]) + renderInlines(factMarks[name] ?? [], context)
  const line = (name: 'event' | 'subtitle') => (facts[name] ? `<p class="article-${name}">${fact(name)}</p>` : '')
  const said = (['author', 'place', 'date'] as const).filter((name) => facts[name])
  return [
    '<header class="article-head">',
    line('event'),
    `<h1 id="${escapeHtml(opening?.id ?? 'title')}" data-bookmark="1" data-bookmark-title="${escapeHtml(title)}">${renderTitle(inlines, context, lang)}</h1>`,
    line('subtitle'),
    said.length > 0 ? `<p class="article-facts">${said.map((name) => `<span>${fact(name)}</span>`).join(' ')}</p>` : '',
    '</header>',
  ].join('')
}
