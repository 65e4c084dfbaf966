/** Files of a revision → those that are text of its templates. */
import { expect, test } from 'vitest'
import { templateTexts } from '../../src/io/git/pastTemplates.js'

test('what is right in a template, and its layouts', () => {
  const paths = [
    'a/template.yaml',
    'a/theme.css',
    'a/layouts/title.html',
    'a/layouts/old/title.html',
    'a/p.svg',
    'b/x.css',
  ]
  expect(paths.filter(templateTexts(paths))).toEqual(paths.slice(0, 3))
  const atTop = ['template.yaml', 'theme.css', 'layouts/title.html', 'talks/x.css']
  expect(atTop.filter(templateTexts(atTop))).toEqual(atTop.slice(0, 3))
})

test('of very many files and templates none is asked about each other', () => {
  // Each with each would last until the test is given up.
  const templates = Array.from({ length: 20_000 }, (_, index) => `t${index}/template.yaml`)
  const others = Array.from({ length: 50_000 }, (_, index) => `notes/${index}/n.css`)
  const paths = [...templates, ...others]
  expect(paths.filter(templateTexts(paths))).toHaveLength(templates.length)
})
