import { Tokenizer } from 'htmlparser2';
import type { Range } from './sentences.ts';

/** What a reader of HTML is told, in order. Nothing is nested or closed for it, so its time is linear. */
export interface HtmlEvents {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>, at: Range) => void;
  readonly close: (name: string, at: Range) => void;
  /** Text: character by character as written, or a character that an entity stands for. */
  readonly text: (text: string, at: Range) => void;
  readonly comment: (at: Range) => void;
}

/** Reads HTML tag by tag, with the place of each. Returns where reading ended: before a tag that is never closed. */
export function readTags(html: string, given: HtmlEvents): number {
  let read = 0;
  const to = (at: Range): Range => {
    read = Math.max(read, at[1]);
    return at;
  };
  const events: HtmlEvents = {
    open: (name, attributes, at) => given.open(name, attributes, to(at)),
    close: (name, at) => given.close(name, to(at)),
    text: (text, at) => given.text(text, to(at)),
    comment: (at) => given.comment(to(at)),
  };
  let tag = { name: '', start: 0, attributes: new Map<string, string>() };
  let attribute = { name: '', value: '' };
  let textEnd = 0;
  const opened = (end: number): void => events.open(tag.name, tag.attributes, [tag.start, end]);
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) =>
        (tag = { name: html.slice(start, end).toLowerCase(), start: start - 1, attributes: new Map() }),
      onattribname: (start, end) => (attribute = { name: html.slice(start, end).toLowerCase(), value: '' }),
      onattribdata: (start, end) => (attribute.value += html.slice(start, end)),
      onattribentity: (code) => (attribute.value += String.fromCodePoint(code)),
      onattribend: () => tag.attributes.set(attribute.name, attribute.value),
      onopentagend: (end) => opened(end + 1),
      onselfclosingtag: (end) => {
        opened(end + 1);
        events.close(tag.name, [end, end + 1]);
      },
      onclosetag: (start, end) => {
        const stop = html.indexOf('>', end);
        events.close(html.slice(start, end).toLowerCase(), [start - 2, stop < 0 ? html.length : stop + 1]);
      },
      ontext: (start, end) => {
        textEnd = end;
        events.text(html.slice(start, end), [start, end]);
      },
      ontextentity: (code, end) => {
        const start = Math.max(textEnd, html.lastIndexOf('&', end - 1));
        textEnd = end;
        events.text(String.fromCodePoint(code), [start, end]);
      },
      oncomment: (start, end) => events.comment([start - 4, Math.min(html.length, end + 3)]),
      ondeclaration: (start, end) => events.comment([start - 2, Math.min(html.length, end + 1)]),
      onprocessinginstruction: (start, end) => events.comment([start - 2, Math.min(html.length, end + 1)]),
      oncdata: (start, end) => events.comment([start - 9, Math.min(html.length, end + 3)]),
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return read;
}
