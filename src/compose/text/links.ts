import type { Token } from '../../text/index.ts';
import { escapeAttribute } from './escape.ts';
import type { WriterHost } from './host.ts';

const allowed = /^(?:https?:\/\/|mailto:|tel:|#)/i;
const relative = /^(?![a-z][a-z0-9+.-]*:|[/\\]{1,2})[^\0\\]+$/i;

/** A path as its author wrote it: the parser writes spaces and letters with marks as `%20`, `%C3%B6`. */
export function writtenPath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Where a link of the text leads: out of the deck, to a slide, or to a file beside the lesson. */
function addressOf(token: Token, host: WriterHost): string | undefined {
  const href = token.attrGet('href') ?? '';
  if (allowed.test(href)) return href;
  if (href.toLowerCase().startsWith('www.')) return `https://${href}`;
  const path = relative.test(href) ? host.file?.(writtenPath(href)) : undefined;
  if (path === undefined && !(relative.test(href) && host.file))
    host.report?.({ kind: 'link', text: writtenPath(href) });
  return path;
}

/** The tag that opens a link, or nothing where the words stand without their link (which is reported). */
export function linkOpen(token: Token, host: WriterHost): string {
  const address = addressOf(token, host);
  return address === undefined ? '' : `<a href="${escapeAttribute(address)}">`;
}
