import type { Token } from '../../text/index.ts';

/** Tags of emphasis. `b` and `i`, because browsers tag `strong` and `em` in a PDF by names that no standard knows. */
const tags: Readonly<Record<string, string>> = {
  strong_open: 'b',
  strong_close: '/b',
  em_open: 'i',
  em_close: '/i',
  s_open: 's',
  s_close: '/s',
};

export const isEmphasis = (token: Token): boolean => token.type in tags;

/** A word character on the outer side of a Markdown marker would stop it from being read as one. */
const plainNeighbour = /^$|[\s.,;:!?)(]/;

/** Whether a marker of Markdown is certain to be read back as emphasis. */
function isSimple(token: Token, before: string, next: string): boolean {
  const tag = tags[token.type] ?? '';
  const outer = tag.startsWith('/') ? next : before;
  const inner = tag.startsWith('/') ? before : next;
  return plainNeighbour.test(outer) && /[\p{L}\p{N}]/u.test(inner) && tag !== 's' && tag !== '/s';
}

/** Pairs each opening emphasis token with its closing one and decides for both at once how they are written. */
export function emphasisMarks(children: readonly Token[], text: readonly string[]): ReadonlyMap<Token, string> {
  const marks = new Map<Token, string>();
  const open: { token: Token; at: number; simple: boolean }[] = [];
  const next = nextCharacters(text);
  let before = '';
  let lastMark = -1;
  children.forEach((token, i) => {
    if (!isEmphasis(token)) {
      before = lastCharacter(text[i] ?? '') || before;
      return;
    }
    const simple = isSimple(token, before, next[i] ?? '');
    if (token.nesting === 1) {
      open.push({ token, at: i, simple });
      return;
    }
    const start = open.pop();
    if (!start) return;
    const nested = open.length > 0 || lastMark > start.at;
    const markdown = simple && start.simple && !nested ? (token.type === 'strong_close' ? '**' : '*') : undefined;
    marks.set(start.token, markdown ?? `<${tags[start.token.type] ?? ''}>`);
    marks.set(token, markdown ?? `<${tags[token.type] ?? ''}>`);
    lastMark = i;
  });
  return marks;
}

/** For each piece the first character that follows it. */
function nextCharacters(text: readonly string[]): readonly string[] {
  const next: string[] = [];
  let character = '';
  for (let i = text.length - 1; i >= 0; i--) {
    next[i] = character;
    character = firstCharacter(text[i] ?? '') || character;
  }
  return next;
}

const lastCharacter = (text: string): string => /.$/su.exec(text)?.[0] ?? '';
const firstCharacter = (text: string): string => /^./su.exec(text)?.[0] ?? '';
