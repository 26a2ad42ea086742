/**
 * The functions of CSS that compute, draw or move and load nothing. What is not named here is left out: `image-set("…")`,
 * `cross-fade(…)`, `image(…)`, `src(…)`, `element(…)` and whatever browsers learn next could ask a network for something.
 * `url` is not among them: it has a rule of its own.
 */
export const harmlessFunctions: ReadonlySet<string> = new Set(
  // Variables and counting.
  (
    'var env attr counter counters symbols local format tech ' +
    // Arithmetic.
    'calc min max clamp round mod rem sin cos tan asin acos atan atan2 pow sqrt hypot log exp abs sign calc-size ' +
    // Colours.
    'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix color-contrast light-dark device-cmyk ' +
    'palette-mix contrast-color ' +
    // Gradients.
    'linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient ' +
    'repeating-conic-gradient -webkit-linear-gradient -webkit-radial-gradient -webkit-gradient from to color-stop ' +
    // Filters.
    'blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia ' +
    // Transforms.
    'matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley scalez skew skewx ' +
    'skewy translate translate3d translatex translatey translatez ' +
    // Shapes and paths of motion.
    'circle ellipse inset polygon rect xywh path shape ray ' +
    // Timing.
    'cubic-bezier linear steps view scroll ' +
    // Grid and boxes.
    'minmax repeat fit-content anchor anchor-size ' +
    // Font variants.
    'stylistic styleset character-variant swash ornaments annotation ' +
    // Conditions of at-rules.
    'selector style font-tech font-format layer not and or supports'
  ).split(' '),
);

/** At-rules that choose, order and name, and load nothing. */
export const harmlessAtRules: ReadonlySet<string> = new Set(
  (
    'media supports container layer scope starting-style keyframes -webkit-keyframes -moz-keyframes property ' +
    'counter-style font-face font-feature-values font-palette-values styleset swash ornaments annotation stylistic ' +
    'character-variant page position-try'
  ).split(' '),
);
