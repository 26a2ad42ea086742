export { paperSizes, type Desk, type OwnHtml } from './desk.ts';
export { paperHtml, type Paper } from './paper.ts';
export { partOf, readSlide, type ReadingWish, type SlideText } from './slide-text.ts';
export { slideCss, slideView } from './slide-view.ts';
export { tokensOf } from './tokens.ts';
export { wordsOfNodes, writeHtml, type HtmlNode } from './tree.ts';
export { frontOf, glossaryOf, referencesOf, type Front } from './front.ts';
export { longDate } from './dates.ts';
