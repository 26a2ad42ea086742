/** A piece of a slide's HTML: a tag with its name and attributes as written, or text. */
export type Piece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const emptyElements = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr', 'source']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

const decode = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16) || 32);
    return entities[name] ?? (name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1)) || 32) : whole);
  });

/** Reads the HTML that the renderer writes: quoted attributes, no comments inside tags. */
export function* piecesOf(html: string): Generator<Piece> {
  const tags = /<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'"<>])*)>|([^<]+|<)/g;
  for (const [, slash, name, attributes = '', text] of html.matchAll(tags)) {
    if (text !== undefined) yield { kind: 'text', text: decode(text) };
    else if (name !== undefined && slash === '/') yield { kind: 'close', name: name.toLowerCase() };
    else if (name !== undefined) {
      const lower = name.toLowerCase();
      yield { kind: 'open', name: lower, attributes, empty: attributes.endsWith('/') || emptyElements.has(lower) };
    }
  }
}

const inlineElements = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'em',
  'i',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'tspan',
]);

/** The text of HTML without the elements that `isHidden` names, with a space between blocks. */
export function textOf(html: string, isHidden: (name: string, attributes: string) => boolean): string {
  let text = '';
  let hiddenIn: string | undefined;
  let depth = 0;
  for (const piece of piecesOf(html)) {
    if (hiddenIn !== undefined) {
      if (piece.kind === 'open' && piece.name === hiddenIn && !piece.empty) depth++;
      if (piece.kind === 'close' && piece.name === hiddenIn) depth--;
      if (depth === 0) hiddenIn = undefined;
    } else if (piece.kind === 'text') text += piece.text;
    else if (piece.kind === 'open' && !piece.empty && isHidden(piece.name, piece.attributes)) {
      hiddenIn = piece.name;
      depth = 1;
    } else if (!inlineElements.has(piece.name)) text += ' ';
  }
  return text.replace(/\s+/g, ' ').trim();
}
