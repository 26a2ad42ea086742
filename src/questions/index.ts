export { writeGaps } from './gaps.ts';
export { questionsOf, type PlacedQuestion } from './list.ts';
export { choicesOf, mixedItems, mixedOrder, numberText } from './shown.ts';
export { taskTexts, textsOf } from './texts.ts';
export { escapeXml, htmlOf, inlineHtml, lineOf, wordsOf, type HtmlHost } from './html/index.ts';
