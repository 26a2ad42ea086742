import type MarkdownIt from 'markdown-it';
import { quotesOf } from './quotes.ts';
import { setSpaces } from './spaces.ts';

/**
 * Lets a reader set quotes, dashes and spaces as a language wants them. Code, formulas and addresses are other tokens and
 * stay as they are.
 */
export function addTypography(md: MarkdownIt, lang: string): void {
  const quotes = quotesOf(lang);
  md.set({ typographer: true, ...(quotes ? { quotes: [...quotes] } : {}) });
  md.core.ruler.disable('replacements');
  if (!quotes) md.core.ruler.disable('smartquotes');
  md.core.ruler.push('spaces', (state) => {
    for (const token of state.tokens) {
      for (const child of token.children ?? []) {
        if (child.type === 'text' && child.info !== 'auto') child.content = setSpaces(child.content, lang);
      }
    }
  });
}
