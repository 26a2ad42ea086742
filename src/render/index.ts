export { renderCodes } from './codes.ts';
export { render, type RenderedDeck } from './render.ts';
