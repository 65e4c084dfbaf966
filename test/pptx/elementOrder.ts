/** A part of a .pptx file → elements that the format's schemas (ECMA-376, transitional) don't allow where they stand. */

/** Element → what may stand in it, in this order. Only what our files have; what is not named here is not checked inside. */
const CHILDREN: Readonly<Record<string, string>> = {
  'p:presentation':
    'p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:embeddedFontLst p:defaultTextStyle p:extLst',
  'p:embeddedFont': 'p:font p:regular p:bold p:italic p:boldItalic',
  'p:sldMaster': 'p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst',
  'p:txStyles': 'p:titleStyle p:bodyStyle p:otherStyle',
  'p:sldLayout': 'p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst',
  'p:sld': 'p:cSld p:clrMapOvr p:transition p:timing p:extLst',
  'p:notesMaster': 'p:cSld p:clrMap p:hf p:notesStyle p:extLst',
  'p:notes': 'p:cSld p:clrMapOvr p:extLst',
  'p:cSld': 'p:bg p:spTree p:custDataLst p:controls p:extLst',
  'p:bgPr': 'a:solidFill a:effectLst',
  'p:sp': 'p:nvSpPr p:spPr p:style p:txBody p:extLst',
  'p:nvSpPr': 'p:cNvPr p:cNvSpPr p:nvPr',
  'p:pic': 'p:nvPicPr p:blipFill p:spPr p:style p:extLst',
  'p:nvPicPr': 'p:cNvPr p:cNvPicPr p:nvPr',
  'p:blipFill': 'a:blip a:srcRect a:stretch',
  'p:graphicFrame': 'p:nvGraphicFramePr p:xfrm a:graphic p:extLst',
  'p:cNvPr': 'a:hlinkClick a:hlinkHover a:extLst',
  'p:spPr': 'a:xfrm a:prstGeom a:noFill|a:solidFill a:ln a:effectLst a:extLst',
  'a:xfrm': 'a:off a:ext a:chOff a:chExt',
  'a:ln': 'a:noFill|a:solidFill a:prstDash a:miter',
  'p:txBody': 'a:bodyPr a:lstStyle a:p',
  'a:txBody': 'a:bodyPr a:lstStyle a:p',
  'a:bodyPr': 'a:noAutofit|a:normAutofit|a:spAutoFit',
  'a:p': 'a:pPr a:r|a:br|a:fld a:endParaRPr',
  'a:r': 'a:rPr a:t',
  'a:fld': 'a:rPr a:pPr a:t',
  'a:rPr': 'a:ln a:noFill|a:solidFill a:effectLst a:highlight a:latin a:ea a:cs a:sym a:hlinkClick a:rtl a:extLst',
  'a:defRPr': 'a:ln a:noFill|a:solidFill a:effectLst a:highlight a:latin a:ea a:cs a:sym a:hlinkClick a:rtl a:extLst',
  'a:pPr':
    'a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzTx|a:buSzPct|a:buSzPts a:buFontTx|a:buFont a:buNone|a:buAutoNum|a:buChar a:tabLst a:defRPr a:extLst',
  'a:lvl1pPr':
    'a:lnSpc a:spcBef a:spcAft a:buClrTx|a:buClr a:buSzTx|a:buSzPct|a:buSzPts a:buFontTx|a:buFont a:buNone|a:buAutoNum|a:buChar a:tabLst a:defRPr a:extLst',
  'a:tbl': 'a:tblPr a:tblGrid a:tr',
  'a:tc': 'a:txBody a:tcPr a:extLst',
  'a:tcPr': 'a:lnL a:lnR a:lnT a:lnB a:noFill|a:solidFill a:extLst',
  'a:themeElements': 'a:clrScheme a:fontScheme a:fmtScheme',
  'a:clrScheme':
    'a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink',
  'a:fontScheme': 'a:majorFont a:minorFont',
  'a:majorFont': 'a:latin a:ea a:cs a:font',
  'a:minorFont': 'a:latin a:ea a:cs a:font',
  'a:fmtScheme': 'a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst',
}
/** What may come any number of times; all else comes once. */
const MANY = new Set(['a:p', 'a:r', 'a:br', 'a:fld', 'a:tr', 'a:font', 'p:extLst'])

export function misplaced(xml: string): readonly string[] {
  const faults: string[] = []
  const open: { readonly name: string; at: number; last: string }[] = []
  for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
    if (end) {
      open.pop()
      continue
    }
    const above = open.at(-1)
    const slots = above && CHILDREN[above.name]?.split(' ').map((slot) => slot.split('|'))
    if (above && slots) {
      const at = slots.findIndex((slot) => slot.includes(name))
      const again = at === above.at && !MANY.has(name)
      if (at < above.at || again) faults.push(`<${name}> in <${above.name}> after <${above.last}>`)
      above.at = Math.max(above.at, at)
      above.last = name
    }
    if (!alone) open.push({ name, at: -1, last: '' })
  }
  return [...new Set(faults)]
}
