/** A language → what there is of something in that language, or in English. */

/**
 * @param lang BCP 47; `zh-TW` and the like count as traditional, all other Chinese as simplified
 * @param table with `en`, `zh-Hans`, `zh-Hant` and, without further parts, the others that there are
 */
export function inLanguage<Words>(
  lang: string,
  table: Readonly<Record<string, Words>> & { readonly en: Words },
): Words {
  const tag = lang.toLowerCase().replaceAll('_', '-')
  const language = tag.split('-')[0] ?? ''
  const chinese = /-(?:hant|tw|hk|mo)\b/.test(tag) ? 'zh-Hant' : 'zh-Hans'
  const key = language === 'zh' ? chinese : language
  return (Object.hasOwn(table, key) ? table[key] : undefined) ?? table.en
}
