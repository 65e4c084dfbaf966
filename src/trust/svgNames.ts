/** What an SVG may be made of: its elements and attributes, none of which runs a script, asks for anything or lies outside of it. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Left out are scripts, HTML inside of it (`foreignObject`, `iframe`…), handlers, sounds and films. */
export const svgElements = words(`
  a animate animateMotion animateTransform circle clipPath defs desc discard ellipse feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood
  feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker mask mpath path pattern
  polygon polyline radialGradient rect set stop style svg switch symbol text textPath title tspan use view`)

/** What programs write down for themselves and nobody sees. */
export const unseenElements = words('metadata')

/** Whatever is animated: not where something leads to. */
export const animations = words('animate animateMotion animateTransform set')

export const svgAttributes = words(`
  accumulate additive alignment-baseline amplitude attributeName attributeType azimuth baseFrequency baseline-shift baseProfile
  begin bias by calcMode class clip clip-path clip-rule clipPathUnits color color-interpolation
  color-interpolation-filters color-rendering cursor cx cy d diffuseConstant direction display divisor dominant-baseline dur
  dx dy edgeMode elevation enable-background end exponent fill fill-opacity fill-rule filter filterRes filterUnits
  flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
  font-style font-variant font-variation-settings font-weight fr from fx fy glyph-orientation-horizontal
  glyph-orientation-vertical gradientTransform gradientUnits height href id image-rendering in in2 inline-size intercept
  isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength kerning keyPoints keySplines keyTimes lang lengthAdjust
  letter-spacing lighting-color limitingConeAngle line-height marker marker-end marker-mid marker-start markerHeight
  markerUnits markerWidth mask mask-type maskContentUnits maskUnits max media method min mix-blend-mode mode numOctaves
  offset opacity operator order orient origin overflow overflow-wrap paint-order path pathLength patternContentUnits
  patternTransform patternUnits pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
  primitiveUnits r radius refX refY repeatCount repeatDur requiredExtensions requiredFeatures restart result role rotate
  rx ry scale seed shape-inside shape-margin shape-padding shape-rendering shape-subtract side solid-color solid-opacity
  space spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity
  stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  style surfaceScale systemLanguage tableValues targetX targetY text-align text-anchor text-decoration text-indent text-overflow
  text-rendering text-transform textLength title to transform transform-box transform-origin type unicode-bidi values
  vector-effect version vertical-align viewBox visibility white-space width word-spacing writing-mode x x1 x2
  xChannelSelector y y1 y2 yChannelSelector z zoomAndPan`)

export const isSvgAttribute = (name: string): boolean => svgAttributes.has(name) || /^(?:aria|data)-[\w-]+$/.test(name)
