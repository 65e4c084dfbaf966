/** A mapping where a text is wanted (`author: {name: …, affiliation: …}`, `place: {city: …}`) → what of it is for a title slide. */

/** What a mapping holds: texts by their keys, in order. */
export type Told = readonly (readonly [key: string, texts: readonly string[]])[]

const NAME = /^(?:name|literal|full-?name|display-?name|label)$/
const GIVEN = /^(?:given|first|first-?name|given-?names?)$/
const PARTICLE = /particle$/
const FAMILY = /^(?:family|last|last-?name|family-?name|surname)$/
const AFFILIATION = /^(?:affiliations?|organi[sz]ation|org|company|institut(?:e|ion)|employer|单位|公司|机构)$/
const CHINESE_NAME = /^(?:姓名|名字|名称)$/

/** Addresses, marks and pictures: for machines, or for mail. */
const ASIDE =
  /^(?:e?-?mails?|url|uri|href|link|links|web|website|homepage|orcid|id|ref|key|avatar|image(?:-?url)?|img|photo|picture|github|gitlab|twitter|x|mastodon|linkedin|socials?|phone|tel|corresponding|equal-?contributor|degrees?|roles?|title|bio|note|notes|number|attributes|metadata)$/

export function textOfMapping(told: Told): string {
  const find = (key: RegExp): string =>
    told
      .filter(([name]) => key.test(bare(name)))
      .flatMap(([, texts]) => texts.filter((text) => text !== ''))
      .join(', ')
  const parts = [find(GIVEN), find(PARTICLE), find(FAMILY)].filter((part) => part !== '')
  const name = find(NAME) || find(CHINESE_NAME) || parts.join(' ')
  const affiliation = find(AFFILIATION)
  if (name !== '' && affiliation !== '')
    return /\p{Script=Han}/u.test(name) ? `${name}（${affiliation}）` : `${name} (${affiliation})`
  if (name !== '') return name
  return told
    .filter(([key]) => !ASIDE.test(bare(key)))
    .flatMap(([, texts]) => texts.filter((text) => text !== ''))
    .join(', ')
}

const bare = (key: string): string => key.toLowerCase().replaceAll('_', '-')
