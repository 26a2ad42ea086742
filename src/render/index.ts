export { chartCodes } from './charts/codes.ts';
export { renderCodes } from './codes.ts';
export { diagramCodes } from './diagrams/codes.ts';
export { codePointsOf, inlineFonts } from './fonts.ts';
export { imageCodes } from './images/codes.ts';
export { render, type RenderedDeck, type RenderTools } from './render.ts';
export type { StyleCache } from './styles.ts';
export { svgCodes } from './svg/codes.ts';
export { linkSlides, numberAddresses } from './links.ts';
