/**
 * The top-level rules of a style sheet, in order, without the comments and white space between them. Strings, comments
 * and escapes are passed over; what follows the last rule unclosed is the last item.
 */
export function rulesOf(css: string): readonly string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  const token = /\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*"?|'(?:\\[^]|[^'\\\n])*'?|\\[^]|[{};]/g;
  const end = (at: number): void => {
    const rule = withoutLeadingComments(css.slice(start, at));
    if (rule !== '') rules.push(rule);
    start = at;
  };
  for (const { 0: found, index } of css.matchAll(token)) {
    if (found === '{') depth++;
    if (found === '}') depth = Math.max(0, depth - 1);
    if ((found === '}' || found === ';') && depth === 0) end(index + 1);
  }
  end(css.length);
  return rules;
}

const withoutLeadingComments = (text: string): string => text.replace(/^(?:\s|\/\*[^]*?(?:\*\/|$))+/, '').trimEnd();
