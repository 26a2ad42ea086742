import { escapeXml } from '../../base/index.ts';
import { svgNamespace, type SvgAttribute, type SvgElement } from './parse.ts';
import { cleanDeclarations, cleanSheet, cleanValue, type Rename } from './style.ts';
import { element, type Attributes } from './xml.ts';

const allowed = new Set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc linearGradient
  radialGradient stop clipPath mask pattern marker filter image style switch a feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
  feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
  feTile feTurbulence`.split(/\s+/),
);

// Left out without a word: they change nothing that is seen.
const silent = new Set(['metadata', 'view', 'cursor']);

const xlink = 'http://www.w3.org/1999/xlink';
const xml = 'http://www.w3.org/XML/1998/namespace';
const rasterData = /^data:image\/(png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/;
/** Attributes that hold words, numbers or paths and never a value of CSS. */
const isText = /^(?:aria-[a-z]+|class|d|lang|points|role|systemLanguage|text)$/;
const renamed = new Set(['aria-labelledby', 'aria-describedby', 'aria-owns', 'aria-controls']);

export interface Cleaning {
  readonly rename: Rename;
  /** The id under which style rules are confined; none for a file of its own. */
  readonly scope: string | undefined;
  /** Names of what was left out, for the report. */
  readonly dropped: Set<string>;
}

/** Writes a tree with everything left out that could run, load, move or reach beyond the drawing. */
function writeClean(node: SvgElement | string, cleaning: Cleaning): string {
  if (typeof node === 'string') return escapeXml(node);
  if (node.namespace !== svgNamespace || silent.has(node.local)) return '';
  if (!allowed.has(node.local)) {
    cleaning.dropped.add(`<${node.local}>`);
    return '';
  }
  if (node.local === 'style') return writeSheet(node, cleaning);
  const name = node.local === 'a' ? 'g' : node.local;
  return element(name, cleanAttributes(node, cleaning), writeChildren(node, cleaning));
}

/** Elements whose content a page of HTML reads as HTML: only words stay in them. */
const words = new Set(['title', 'desc']);

export function writeChildren(node: SvgElement, cleaning: Cleaning): string {
  const children = words.has(node.local) ? node.children.filter((child) => typeof child === 'string') : node.children;
  return children.map((child) => writeClean(child, cleaning)).join('');
}

function writeSheet(node: SvgElement, cleaning: Cleaning): string {
  const sheet = cleanSheet(
    node.children.filter((child) => typeof child === 'string').join(''),
    cleaning.rename,
    cleaning.scope,
  );
  if (!sheet || sheet.dropped) cleaning.dropped.add('<style> with more than plain rules');
  return sheet ? element('style', {}, escapeXml(sheet.css).replaceAll('&gt;', '>')) : '';
}

/** The attributes of an element that are harmless, references renamed. */
export function cleanAttributes(node: SvgElement, cleaning: Cleaning): Attributes {
  const kept: Record<string, string> = {};
  for (const attribute of node.attributes) {
    const written = cleanAttribute(node.local, attribute, cleaning);
    if (written) kept[written[0]] = written[1];
  }
  return kept;
}

function cleanAttribute(
  owner: string,
  { local, namespace, value }: SvgAttribute,
  cleaning: Cleaning,
): readonly [string, string] | undefined {
  const { rename, dropped } = cleaning;
  if (local === 'href' && (namespace === xlink || namespace === '')) return cleanReference(owner, value, cleaning);
  if (namespace === xml) return local === 'space' || local === 'lang' ? [`xml:${local}`, value] : undefined;
  if (namespace !== '' || local === 'xmlns') return undefined;
  if (/^on/i.test(local)) {
    dropped.add(local);
    return undefined;
  }
  if (local.startsWith('data-') && !(local === 'data-step' && /^[1-9]\d{0,2}$/.test(value))) return undefined;
  if (local === 'id') return ['id', rename(value)];
  if (renamed.has(local)) return [local, value.split(/\s+/).map(rename).join(' ')];
  if (local === 'style') {
    const { css, dropped: lost } = cleanDeclarations(value, rename);
    if (lost) dropped.add('style with url(…)');
    return css === '' ? undefined : ['style', css];
  }
  if (isText.test(local)) return [local, value];
  const clean = cleanValue(value, rename);
  if (clean === undefined) dropped.add(`${local} with url(…)`);
  return clean === undefined ? undefined : [local, clean];
}

function cleanReference(
  owner: string,
  value: string,
  { rename, dropped }: Cleaning,
): readonly [string, string] | undefined {
  const target = value.trim();
  if (owner === 'a') return undefined;
  if (/^#[^\s#]+$/.test(target)) return ['href', `#${rename(target.slice(1))}`];
  if (owner === 'image' && rasterData.test(target)) return ['href', target.replace(/\s+/g, '')];
  dropped.add(`href of <${owner}> to another file`);
  return undefined;
}
