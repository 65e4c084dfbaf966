import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { addFormatFlags, givenFormats, spellOutHandout } from '../../src/commands/formatFlags.js'
import { noFormats } from '../../src/model/format.js'

function formatsOf(...args: string[]) {
  const command = new Command('build').argument('<notes...>').option('--pdf')
  addFormatFlags(command)
  command.parse(spellOutHandout(args), { from: 'user' })
  return { notes: command.args, formats: givenFormats(command) }
}

describe('what is made of a deck', () => {
  it('is nothing beside its folder unless flags say so', () => {
    expect(formatsOf('x.md')).toEqual({ notes: ['x.md'], formats: noFormats })
  })

  it.each([
    ['--handout', ['auto']],
    ['--handout=4', ['4']],
    ['--handout article,2', ['2', 'article']],
    ['--handout 3 --handout', ['auto', '3']],
  ])('%s asks for the handouts %j, and the notes stay the notes', (flags, handouts) => {
    const wanted = { ...noFormats, handouts }
    expect(formatsOf(...flags.split(' '), 'x.md')).toEqual({ notes: ['x.md'], formats: wanted })
    expect(formatsOf('x.md', ...flags.split(' '))).toEqual({ notes: ['x.md'], formats: wanted })
  })

  it('is pictures of chosen slides, larger than they are', () => {
    const { formats } = formatsOf('x.md', '--webp', '--png', '--slides', '3,7-9', '--scale', '2', '--transparent')
    expect(formats.pictures).toEqual({
      types: ['png', 'webp'],
      slides: [
        { from: 3, to: 3 },
        { from: 7, to: 9 },
      ],
      scale: 2,
      transparent: true,
      contactSheet: false,
      socialCard: false,
    })
  })

  it.each([
    [['--slides', '3'], /--slides does nothing without/],
    [['--social-card', '--scale', '2'], /--scale does nothing without/],
    [['--jpeg', '--transparent'], /--transparent does nothing without --png or --webp/],
    [['--png', '--jpeg', '--transparent'], /--transparent does nothing for --jpeg/],
  ])('refuses %j, which would do nothing', (flags, message) => {
    expect(() => formatsOf('x.md', ...flags)).toThrow(message)
  })
})
