export { escapeXml, htmlOf, inlineHtml, lineOf, wordsOf, type HtmlHost } from './render.ts';
