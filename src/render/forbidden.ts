import { cleanDeclarations, htmlPieces } from '../text/index.ts';

/** Elements that run, load, lead away or change how the rest of the page is read. */
const elements = new Set(
  (
    'script style iframe frame frameset object embed applet portal fencedframe base meta link title head body html ' +
    'form input button select textarea noscript template slot plaintext xmp noembed noframes audio video source track ' +
    'foreignobject animate animatemotion animatetransform set image feimage main'
  ).split(' '),
);

/** Attributes that load, send or run. */
const attributes =
  /^(?:on.*|srcset|srcdoc|poster|data|action|formaction|background|ping|http-equiv|autofocus|usemap|is)$/;
const linkTarget = /^(?:https?:\/\/|mailto:|tel:|#|files\/[\w.-]+(?:#|$))/i;
const ownPicture = /^(?:assets\/[\w.-]+|data:image\/)/;

const start = (html: string, at: number, length: number): string => html.slice(at, at + length);

function forbiddenAttribute(element: string, name: string, value: string): boolean {
  if (attributes.test(name)) return true;
  if (name === 'src') return element !== 'img' || !ownPicture.test(value);
  if (name === 'href' || name === 'xlink:href') return !(element === 'a' ? linkTarget : /^#/).test(value);
  return name === 'style' && /[(\\@]/.test(value) && loads(value);
}

/** Whether the declarations of a `style` attribute hold anything that is not known to be harmless. */
function loads(style: string): boolean {
  const cleaned = cleanDeclarations(style, { url: () => undefined });
  return 'flaw' in cleaned || cleaned.leftOut.length > 0;
}

/**
 * The first thing in the HTML of a slide that no slide may hold, as written: lesson text cannot bring it in, so that it
 * comes from a template. `undefined` when there is nothing.
 */
export function forbiddenHtml(html: string): string | undefined {
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') continue;
    // Half a tag, a comment or a declaration: nothing that a template needs, and a way to hide what follows.
    if (piece.kind === 'other') return start(html, piece.start, 42);
    if (elements.has(piece.name)) return `<${piece.kind === 'close' ? '/' : ''}${piece.name}>`;
    if (piece.kind === 'close') continue;
    for (const { name, value } of piece.attributes) {
      if (forbiddenAttribute(piece.name, name, value.trim())) return `${name} in ${start(html, piece.start, 60)}`;
    }
  }
  return undefined;
}
