export {
  cleanDeclarations,
  cleanSheet,
  settledSheet,
  untaggingDeclarations,
  cleanValue,
  cssLimits,
  sectionLengths,
  sectionProperties,
  fontRules,
  harmlessAtRules,
  prefixSelectors,
  rulesOf,
  unescapeCss,
  type CleanSheet,
  type CssFlaw,
  type FontRule,
  type SheetPolicy,
  type ValuePolicy,
} from './css/index.ts';
export { calloutKind, calloutWords, type CalloutKind } from './callout.ts';
export { calloutOf, commentsOf, isDirective, markdownReader, type RawMark, type Token } from './markdown/index.ts';
export { breakLines, textWidth, type Font } from './metrics/index.ts';
export { flowOfArrows } from './arrows.ts';
export { isMermaid, mermaidHead, withoutFence } from './mermaid.ts';
export { trim, trimEnd } from './trim.ts';
export { expandTex, texCommands } from './tex/index.ts';
export { texNesting } from './tex/nesting.ts';
export { readableTex } from './tex/readable.ts';
export { sayFormulas, speakMath, type SpeechWords } from './speech/index.ts';
export { attributeOf, htmlPieces, replacePieces, tablesAsMarkdown, type HtmlOpening } from './html/index.ts';
export { isRightToLeft } from './direction.ts';
export { fromWindows1252 } from './windows-1252.ts';
export { hyphenator } from './hyphenate.ts';
export { fenceFor, longestRun } from './longest-run.ts';
export { longestWord } from './longest-word.ts';
