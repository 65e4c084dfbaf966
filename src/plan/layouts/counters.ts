/** What stands behind a number → its counter, `个`, `人`, `小时`, where it begins with one: it belongs to the number, the rest says what is counted. */

/** Each with what makes a word of it that counts nothing: `人工`, `天津`. */
const counters =
  /^\s?(?:个月|小时|分钟|人次|美元|个(?![人性体别])|[台座](?![湾阶标])|人(?![工员口类民均次力群才事物机文])|天(?![津猫气线然花])|次(?![要日数级第])|家(?![庭长电乡具])|条(?![件目例款形])|种(?![子类植群])|页(?![面码岩])|行(?![业动程为人政])|位(?![置于数移图])|名(?![称字单额词])|款(?![项式待])|项(?!目)|场(?![景地所合])|篇(?!章)|层(?![级次面])|套(?![餐件路接])|份(?!额)|张(?!力)|秒|年(?![度级轻代])|周(?![期边])|核(?!心)|轮(?!次)|门(?![店户])|支(?![持付出])|只|辆|元)/u

/** @returns how many characters; 0 where there is none */
export const counterLength = (after: string): number => counters.exec(after)?.[0].length ?? 0
