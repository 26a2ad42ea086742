export { attribute, html, Html, htmlId, urlPath, type HtmlValue } from './html.ts';
export { pageHtml, type PageParts } from './shell.ts';
export { favicon } from './favicon.ts';
export { fontFacesOf } from './fonts.ts';
export { bar, type BarParts } from './bar.ts';
export { icon, type IconName } from './icons.ts';
export { foreign } from './lang.ts';
export { baseCss } from './style.ts';
