/** What a page that draws says of a diagram: the drawing, or what is wrong with it. */
export type PageDrawing = { readonly svg: string } | { readonly says: string }
