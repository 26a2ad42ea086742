/** The arguments in braces that follow a place in a formula, and where they end; `undefined` when one is missing. */
function argumentsAt(
  tex: string,
  from: number,
  count: number,
): { readonly found: string[]; readonly end: number } | undefined {
  const found: string[] = [];
  let at = from;
  while (found.length < count) {
    while (tex[at] === ' ') at++;
    if (tex[at] !== '{') return undefined;
    const start = ++at;
    for (let depth = 1; depth > 0; at++) {
      if (at >= tex.length) return undefined;
      if (tex[at] === '\\') at++;
      else if (tex[at] === '{') depth++;
      else if (tex[at] === '}') depth--;
    }
    found.push(tex.slice(start, at - 1));
  }
  return { found, end: at };
}

/** A command that is replaced by what it stands for: how many arguments it takes, and what it becomes. */
export interface Expansion {
  readonly takes: number;
  readonly become: (...args: string[]) => string;
}

const command = /\\([a-zA-Z]+)\s*(?:\[[^\]{}]{0,80}\])?/y;

/** Replaces commands with their arguments, from left to right, each once. Options in brackets are left out. */
export function expandCommands(tex: string, known: ReadonlyMap<string, Expansion>): string {
  let written = '';
  let from = 0;
  for (let at = tex.indexOf('\\'); at !== -1; at = tex.indexOf('\\', at)) {
    command.lastIndex = at;
    const expansion = known.get(/^\\([a-zA-Z]+)/.exec(tex.slice(at, at + 24))?.[1] ?? '');
    const read = expansion && command.test(tex) ? argumentsAt(tex, command.lastIndex, expansion.takes) : undefined;
    if (!expansion || !read) {
      at += 2;
      continue;
    }
    written += tex.slice(from, at) + expansion.become(...read.found);
    from = at = read.end;
  }
  return written + tex.slice(from);
}
