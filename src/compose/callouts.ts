import { isObject, pointerStep, type Json } from '../base/index.ts';
import { calloutKind, calloutWords, type CalloutKind } from '../text/index.ts';
import { calloutMark, withMark } from './text/callout.ts';
import type { WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';

/** A call-out as templates show it. */
export interface ShownCallout {
  readonly kind: CalloutKind;
  /** The name of the kind, or the author's own, as it stands before the text. */
  readonly mark: Rich;
  readonly text: Rich;
}

/** The text of a call-out with its name, as Markdown. */
export const calloutMarkdown = ({ mark, text }: Pick<ShownCallout, 'mark' | 'text'>): string =>
  `\n\n${withMark(text.markdown.trim().split('\n'), mark.markdown).join('\n')}\n\n`;

/** `[!WARNING] Never …`, as in a quotation on GitHub. */
const mark = /^\s*(?:>\s*)?\[!([A-Za-z]+)\]\s*/;

interface Written {
  readonly kind: CalloutKind;
  readonly title: string | undefined;
  readonly text: string;
  readonly pointer: string;
}

function read(value: Json | undefined, pointer: string): readonly Written[] {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => read(item, pointer + pointerStep(i)));
  if (typeof value === 'string') {
    const found = mark.exec(value);
    const kind = found?.[1] === undefined ? undefined : calloutKind(found[1]);
    const text = kind === undefined ? value : value.slice(found?.[0].length).replace(/^> ?/gm, '');
    return text.trim() === '' ? [] : [{ kind: kind ?? 'note', title: undefined, text, pointer }];
  }
  if (!isObject(value)) return [];
  const title = typeof value.title === 'string' ? value.title : undefined;
  const ownKind = typeof value.kind === 'string' ? calloutKind(value.kind) : undefined;
  return ['text', ...calloutWords].flatMap((field) => {
    const text = value[field];
    if (typeof text !== 'string' || text.trim() === '') return [];
    return [{ kind: calloutKind(field) ?? ownKind ?? 'note', title, text, pointer: pointer + pointerStep(field) }];
  });
}

/** The call-outs of a slide, from its field `callout`. */
export function calloutsOf(value: Json | undefined, host: (pointer: string) => WriterHost): readonly ShownCallout[] {
  return read(value, '/callout').map(({ kind, title, text, pointer }) => {
    const on = host(pointer);
    const name = title === undefined ? undefined : Rich.inline(title, on).markdown.trim();
    return { kind, mark: Rich.trusted(calloutMark(kind, on, name), title), text: Rich.block(text, on) };
  });
}
