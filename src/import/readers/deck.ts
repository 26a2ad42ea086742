import { isDirective, markdownReader, trimEnd, type Token } from '../../text/index.ts';
import type { Imported, Loss } from '../model.ts';
import { lineFinder } from './lines.ts';
import { localPictures, picturePaths } from './pictures.ts';

/** The settings at the top of a deck; undefined when it has none. */
function settingsOf(text: string): { readonly body: number; readonly settings: string } | undefined {
  if (!text.startsWith('---\n')) return undefined;
  const end = text.indexOf('\n---', 3);
  if (end < 0) return undefined;
  const line = text.indexOf('\n', end + 1);
  return { body: line < 0 ? text.length : line + 1, settings: text.slice(4, end) };
}

/** Whether Markdown is a Marp deck: it says so, or it has directives of Marp. */
export function isDeck(text: string): boolean {
  const settings = settingsOf(text)?.settings ?? '';
  if (settings.split('\n').some((line) => /^marp: *["']?true\b/.test(line.trim()))) return true;
  return (
    /^<!--\s*_?(?:class|paginate|backgroundColor|backgroundImage|headingDivider):/m.test(text) &&
    /\n---+[ \t]*\n/.test(text)
  );
}

/** Words in the alternative text of a picture that tell Marp where to put it. */
const placing =
  /^(?:bg|left|right|fit|cover|contain|auto|vertical|\d+(?:\.\d+)?%|(?:left|right):\d+(?:\.\d+)?%|(?:w|h|width|height):\S+|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S+)?)$/;

/** Pictures without the words that place them. */
const withPlainPictures = (text: string): string =>
  text.replace(/!\[([^[\]\n]{0,500})\](?=\()/g, (_, alt: string) => {
    const words = alt.split(/\s+/).filter((word) => !placing.test(word));
    return `![${words.join(' ')}]`;
  });

/** One slide as it is gathered. */
interface Page {
  readonly lines: string[];
  readonly notes: string[];
  title: string;
}

/** Reads the slides of a Marp deck as sections: notes become boxes of notes, directives are named as left out. */
export function readDeck(text: string): Imported {
  return new DeckReader(text).read();
}

class DeckReader {
  readonly #lines: readonly string[];
  readonly #tokens: readonly Token[];
  readonly #losses: Loss[] = [];
  readonly #dividers: ReadonlySet<number>;
  /** Line in the file of the first line of the body. */
  readonly #first: number;
  readonly #pages: Page[] = [];
  #before = '';
  /** Tokens of slides that were gathered. */
  #read = 0;

  constructor(text: string) {
    const head = settingsOf(text);
    const body = text.slice(head?.body ?? 0);
    this.#lines = body.split('\n');
    this.#first = lineFinder(text)(head?.body ?? 0);
    this.#tokens = markdownReader().parse(body, {});
    this.#dividers = dividers(head?.settings ?? '');
    if (head !== undefined)
      this.#losses.push({
        kind: 'deck-settings',
        of: [
          head.settings
            .trim()
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
            .join('; ')
            .slice(0, 300),
        ],
        line: 1,
      });
  }

  read(): Imported {
    const starts = this.#boundaries();
    starts.forEach(([start, isRule], i) => {
      const end = starts[i + 1]?.[0] ?? this.#lines.length;
      this.#page(start + (isRule ? 1 : 0), end);
    });
    const markdown = `${this.#pages.map((page) => this.#written(page)).join('\n\n')}\n`;
    const title = this.#pages.find((page) => page.title !== '')?.title.replace(/[*_`]/g, '');
    return {
      markdown,
      ...(title !== undefined && { title }),
      isDeck: true,
      assets: localPictures(picturePaths(markdown)),
      losses: this.#losses,
    };
  }

  /** Lines at which slides begin, and whether the line is a rule between two. */
  #boundaries(): readonly (readonly [line: number, isRule: boolean])[] {
    const found: (readonly [number, boolean])[] = [[0, false]];
    for (const { type, tag, level, map } of this.#tokens) {
      if (level !== 0 || map === null) continue;
      if (type === 'hr') found.push([map[0], true]);
      else if (type === 'heading_open' && this.#dividers.has(Number(tag.slice(1))) && map[0] > 0)
        found.push([map[0], false]);
    }
    return found;
  }

  #page(start: number, end: number): void {
    const page: Page = { lines: this.#lines.slice(start, end), notes: [], title: '' };
    for (; this.#read < this.#tokens.length; this.#read++) {
      const token = this.#tokens[this.#read];
      const [from, to] = token?.map ?? [-1, -1];
      if (from >= end) break;
      if (token === undefined || from < start || to > end) continue;
      if (token.type === 'heading_open' && token.level === 0 && page.title === '')
        this.#title(page, [from - start, to - start]);
      const comments = [token, ...(token.children ?? [])].filter(({ type }) => type === 'comment');
      if (comments.length > 0)
        this.#comments(
          page,
          comments.map(({ content }) => content),
          [from - start, to - start],
          start,
        );
    }
    const isEmpty = page.title === '' && page.notes.length === 0 && page.lines.every((line) => line.trim() === '');
    if (!isEmpty) this.#pages.push(page);
  }

  /** The first heading of a slide is its title. */
  #title(page: Page, [from, to]: readonly [number, number]): void {
    // The second line of a heading that is underlined is its mark.
    const lines = page.lines.slice(from, to).filter((line) => !/^[=-]+$/.test(line.trim()));
    const written = lines.join(' ').trim().replace(/^#+/, '');
    page.title = trimEnd(written, /#/).trim();
    page.lines.fill('', from, to);
  }

  /** Takes the comments of one block out of its lines. */
  #comments(page: Page, comments: readonly string[], [from, to]: readonly [number, number], start: number): void {
    const written = page.lines.slice(from, to).join('\n');
    const lineAt = lineFinder(written);
    let read = 0;
    let rest = '';
    for (const comment of comments) {
      const at = written.indexOf(`<!--${comment}-->`, read);
      if (at < 0) continue;
      rest += written.slice(read, at);
      read = at + comment.length + '<!---->'.length;
      if (isDirective(comment)) {
        const of = [comment.trim().replace(/\s+/g, ' ').slice(0, 200)];
        this.#losses.push({ kind: 'directive', of, line: this.#first + start + from + lineAt(at) - 1 });
      } else if (comment.trim() !== '') page.notes.push(comment.trim());
    }
    const lines = (rest + written.slice(read)).split('\n');
    for (let i = from; i < to; i++) page.lines[i] = lines[i - from] ?? '';
  }

  /** A slide as a section; one without a title has that of the slide before it. */
  #written({ title, lines, notes }: Page): string {
    const before = this.#before;
    this.#before = title || before;
    const body = withPlainPictures(lines.join('\n').replace(/^#{1,2}(?=\s)/gm, '###')).trim();
    const spoken = notes.map((note) => (/^(?:```|~~~|[-*+] |\d+[.)] )/.test(note) ? note : note.replace(/^#+ /gm, '')));
    const parts = [
      `## ${title || before || '–'}`,
      body,
      notes.length === 0 ? '' : `::: notes\n\n${spoken.join('\n\n')}\n\n:::`,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  }
}

/** Levels of headings that begin a slide by themselves. */
function dividers(settings: string): ReadonlySet<number> {
  const value = /^headingDivider:(.*)$/m.exec(settings)?.[1] ?? '';
  const numbers = (value.match(/[1-6]/g) ?? []).map(Number);
  if (value.trim().startsWith('[')) return new Set(numbers);
  return new Set([1, 2, 3, 4, 5, 6].filter((level) => level <= (numbers[0] ?? 0)));
}
