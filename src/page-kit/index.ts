export { attribute, html, Html, htmlId, urlPath } from './html.ts';
export { pageHtml } from './shell.ts';
export { favicon } from './favicon.ts';
export { fontFacesOf } from './fonts.ts';
export { bar } from './bar.ts';
export { icon, type IconName } from './icons.ts';
export { foreign } from './lang.ts';
export { baseCss } from './style.ts';
