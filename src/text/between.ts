/**
 * Text in which everything between an opening and a closing mark, and the marks, is replaced: comments, directives. A
 * pattern such as `/<!--[^]*?-->/g` would look for the closing mark again from every opening that has none.
 */
export function replaceBetween(
  text: string,
  [open, close]: readonly [open: string, close: string],
  replace: (inner: string, at: number) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const at = text.indexOf(open, from);
    const end = at < 0 ? -1 : text.indexOf(close, at + open.length);
    if (end < 0) return from === 0 ? text : [...parts, text.slice(from)].join('');
    parts.push(text.slice(from, at), replace(text.slice(at + open.length, end), at));
    from = end + close.length;
  }
}
