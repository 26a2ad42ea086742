export { deckData } from './data.ts';
export { deckHtml, staticHtml, type Player } from './page.ts';
