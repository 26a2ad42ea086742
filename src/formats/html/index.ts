export { deckData } from './data.ts';
export { oldBrowser } from './old-browser.ts';
export { deckHtml, deckPieces, staticHtml, type Player } from './page.ts';
