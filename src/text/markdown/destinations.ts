import type MarkdownIt from 'markdown-it';

type ParseDestination = MarkdownIt['helpers']['parseLinkDestination'];

const isAlphanumeric = (sign: string): boolean =>
  (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || (sign >= '0' && sign <= '9');

/** Whether a text ends like the name of a file: a dot and two to five letters or digits. */
function endsInFileName(text: string): boolean {
  const dot = text.lastIndexOf('.');
  const ending = text.slice(dot + 1);
  return dot > 0 && ending.length >= 2 && ending.length <= 5 && Array.from(ending).every(isAlphanumeric);
}

/** The longest address that is looked at. */
const longest = 300;

/** The name of a file with spaces or brackets in it, up to the bracket that closes the link. */
function fileNameIn(text: string, start: number, max: number): string | undefined {
  const line = text.slice(start, Math.min(max, start + longest));
  if (line.startsWith('<')) return undefined;
  for (let end = line.indexOf(')'); end !== -1; end = line.indexOf(')', end + 1)) {
    const inside = line.slice(0, end);
    if (inside.includes('\n') || inside.includes('](')) return undefined;
    // A title follows in quotes.
    const title = inside.indexOf(' "');
    const name = title < 0 ? inside : inside.slice(0, title);
    if (endsInFileName(name)) return name;
  }
  return undefined;
}

/**
 * `![Plan](images/my plan (2).png)` as its author means it. CommonMark ends an address at the first space, so that the
 * whole link would be shown as it is written.
 */
export function addFileNames(md: MarkdownIt): void {
  const strict: ParseDestination = md.helpers.parseLinkDestination.bind(md.helpers);
  md.helpers.parseLinkDestination = (text, start, max) => {
    const found = strict(text, start, max);
    const next = text.slice(found.pos, max).trimStart().charAt(0);
    if (found.ok && (next === ')' || next === '"' || next === "'" || next === '(')) {
      // A title in round brackets looks like a name that goes on: `(a (1).png)`.
      if (next !== '(') return found;
    }
    const name = fileNameIn(text, start, max);
    return name?.trim().includes(' ') !== true
      ? found
      : { ...found, ok: true, pos: start + name.length, str: name.trim() };
  };
}
