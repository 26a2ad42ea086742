import { h, plain } from '../dom.ts';
import type { Tools } from './tools.ts';

/** The answers that a slide gives to its own question go behind a disclosure. Editions without answers hold none. */
export function hideAnswers(slide: HTMLElement, { strings }: Tools): void {
  const marks = [...slide.querySelectorAll('li > .mark')];
  const explanations = [...slide.querySelectorAll('.explanation')];
  const list = marks[0]?.closest('ol, ul');
  if (!list) return;
  const answers = marks.map((mark) => {
    const item = mark.closest('li');
    mark.remove();
    const letter = item ? String.fromCharCode(65 + [...list.children].indexOf(item)) : '';
    return h('p', { class: 'lr-right' }, `✓ ${letter}. ${plain(item?.querySelector('.words')?.textContent)}`);
  });
  const details = h('details', { class: 'lr-answer' }, h('summary', {}, strings.answer), ...answers);
  for (const explanation of explanations) details.append(explanation);
  list.after(details);
}
