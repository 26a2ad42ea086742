import MarkdownIt from 'markdown-it';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly script?: 'sub' | 'super';
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Escaped characters stay tokens of their own, so that `\~` is never taken for the start of a subscript.
markdown.core.ruler.disable('text_join');

const scripts = /~([^~\s]+)~|\^([^^\s]+)\^/g;

/**
 * Reads one line of Markdown as styled runs: `**bold**`, `*italic*`, `H~2~O`, `x^2^`, escapes and entities.
 * Links and code keep their text; pictures keep their alternative text; HTML stays visible as text.
 */
export function parseInline(source: string): readonly Run[] {
  const runs: Run[] = [];
  let bold = 0;
  let italic = 0;
  const push = (text: string, script?: Run['script']): void => {
    if (text === '') return;
    const style = { bold: bold > 0, italic: italic > 0, ...(script && { script }) };
    const last = runs.at(-1);
    const joins = last?.bold === style.bold && last.italic === style.italic && last.script === script;
    if (joins) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, ...style });
  };
  for (const token of markdown.parseInline(source, {})[0]?.children ?? []) {
    if (token.type === 'strong_open') bold++;
    else if (token.type === 'strong_close') bold--;
    else if (token.type === 'em_open') italic++;
    else if (token.type === 'em_close') italic--;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') push(' ');
    else if (token.type === 'text') pushWithScripts(token.content, push);
    else push(token.content);
  }
  return runs;
}

function pushWithScripts(text: string, push: (text: string, script?: Run['script']) => void): void {
  let end = 0;
  for (const match of text.matchAll(scripts)) {
    push(text.slice(end, match.index));
    if (match[1] !== undefined) push(match[1], 'sub');
    else push(match[2] ?? '', 'super');
    end = match.index + match[0].length;
  }
  push(text.slice(end));
}

/** The text of one line of Markdown without its marks, white space collapsed. */
export function plainText(source: string): string {
  return parseInline(source)
    .map((run) => run.text)
    .join('')
    .replaceAll('\u00AD', '')
    .replace(/\s+/g, ' ')
    .trim();
}
