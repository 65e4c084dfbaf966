/** A graph in Graphviz's language → the same, so written that Graphviz makes its boxes as wide as our fonts need; and back. */

/**
 * Graphviz takes the three bytes of a Chinese character for three spaces, five sixths of what it takes. An `i` more
 * makes it a little wider than it is; one is put behind each such character and one taken away, so that no text is
 * mistaken. Characters of four bytes are wide enough.
 */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/g
const padded = new RegExp(`(${wide.source})i`, 'g')

export const padDot = (source: string): string => withOurFonts(source).replace(wide, '$&i')

export const unpadDot = (svg: string): string => svg.replace(padded, '$1')

/** Whatever fonts a graph names, it is drawn in ours: sized as Arial, or as Courier, which come next to them. */
const withOurFonts = (source: string): string =>
  source.replace(/\b(fontname|face)(\s*=\s*)("[^"\n]*"|[\w.]+)/gi, (_, name: string, equals: string, font: string) =>
    /mono|cour|consol|menlo|code/i.test(font) ? `${name}${equals}"Courier"` : `${name}${equals}"Arial"`,
  )
