/** Style sheets that scripts/build.mjs puts into a bundle as text. */
declare module '*.css' {
  const text: string
  export default text
}
