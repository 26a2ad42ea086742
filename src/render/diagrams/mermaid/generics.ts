/** A place in a line where a generic type begins or ends. */
interface Tilde {
  readonly at: number;
  readonly opens: boolean;
}

/**
 * The pairs of tildes of generic types in a line, `Map~K, List~V~~`: one opens after a name and before one; the others
 * close. `undefined` when they do not pair, as in `~destroy()`, where the tilde is a sign of its own.
 */
function tildesIn(line: string): readonly Tilde[] | undefined {
  const found: Tilde[] = [];
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] !== '~') continue;
    const opens = isName(line[at - 1] ?? '') && (isName(line[at + 1] ?? '') || line[at + 1] === '(');
    if (!opens && depth === 0) {
      // The sign for the visibility of a member.
      if (isName(line[at - 1] ?? '')) return undefined;
      continue;
    }
    depth += opens ? 1 : -1;
    found.push({ at, opens });
  }
  return depth === 0 && found.length > 0 ? found : undefined;
}

const isName = (sign: string): boolean =>
  sign === '_' || sign === '?' || (sign >= '0' && sign <= '9') || isLetter(sign);
const isLetter = (sign: string): boolean => sign.toLowerCase() !== sign.toUpperCase();

/**
 * A member with the marks of its generic types in Mermaid's own code for them: of its tildes it reads those of one type
 * without commas, and drops the words between others.
 */
export function wordsOfMembers(line: string): string {
  const start = line.indexOf(':') + 1;
  const words = line.trimStart();
  // The head of a class, or a link between two, is no member.
  if (words.startsWith('class ') || words.startsWith('namespace ') || (isLink(line) && start === 0)) return line;
  const isInside = start === 0;
  const member = isInside ? line : line.slice(start);
  const tildes = isLink(line) ? undefined : tildesIn(member);
  if (tildes === undefined) return line;
  let out = '';
  let from = 0;
  for (const { at, opens } of tildes) {
    out += `${member.slice(from, at)}${opens ? '#lt;' : '#gt;'}`;
    from = at + 1;
  }
  return (isInside ? '' : line.slice(0, start)) + out + member.slice(from);
}

const isLink = (line: string): boolean => line.includes('--') || line.includes('..');

/**
 * Mermaid knows a class as it was first named: where `class Tree~T~` follows a link to `Tree`, its type would be lost, so
 * that the first mention gets it.
 */
export function withGenerics(lines: readonly string[]): readonly string[] {
  const types = new Map<string, string>();
  for (const line of lines) {
    const words = line.trim().split(' ');
    const named = words[0] === 'class' ? (words[1] ?? '') : '';
    const from = named.indexOf('~');
    const to = named.lastIndexOf('~');
    if (from > 0 && to > from) types.set(named.slice(0, from), named.slice(from, to + 1));
  }
  if (types.size === 0) return lines;
  return lines.map((line) => {
    const words = line.split(' ');
    const named = words.map((word) => {
      const name = word.split('~', 1)[0] ?? '';
      const type = types.get(name);
      if (type === undefined) return word;
      types.delete(name);
      return word === name ? name + type : word;
    });
    return named.join(' ');
  });
}
