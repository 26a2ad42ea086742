import type MarkdownIt from 'markdown-it';
import type { Token } from './token.ts';

const box = /^\[([ xX])\]\s+(?=\S)/;
/** What Word puts before the items of a list. */
const wordBullet = /^([ \t]*)[•·▪◦‣●○\uf0b7\uf0a7][ \t\u00a0]+(?=\S)/gm;

/** `- [ ] task` and `- [x] done`, as on GitHub: the item begins with a token of its own. */
function markTasks(tokens: readonly Token[], make: (isDone: boolean) => Token): void {
  for (const [i, token] of tokens.entries()) {
    const { children } = token;
    if (!children || tokens[i - 1]?.type !== 'paragraph_open' || tokens[i - 2]?.type !== 'list_item_open') continue;
    const first = children[0];
    const match = first?.type === 'text' ? box.exec(first.content) : null;
    if (!first || !match) continue;
    first.content = first.content.slice(match[0].length);
    children.unshift(make(match[1] !== ' '));
  }
}

/** Adds task lists, and lists with the bullets of Word, to a Markdown parser. */
export function addLists(md: MarkdownIt): void {
  md.core.ruler.after('normalize', 'word_bullets', (state) => {
    state.src = state.src.replace(wordBullet, '$1- ');
  });
  md.core.ruler.after('inline', 'tasks', (state) => {
    markTasks(state.tokens, (isDone) => {
      const token = new state.Token('task', '', 0);
      token.content = isDone ? '☑' : '☐';
      return token;
    });
  });
}
