import { h, plain } from '../dom.ts';
import type { Tools } from './tools.ts';

/** The answers that a slide gives to its own question go behind a disclosure. Editions without answers hold none. */
export function hideAnswers(slide: HTMLElement, { strings }: Tools): void {
  const marks = [...slide.querySelectorAll('li > .mark')];
  const list = marks[0]?.closest('ol, ul');
  const filled = [...slide.querySelectorAll('.slot > .place, .line > .key, .also, .gap > .word')];
  const place = list ?? filled[0]?.closest('.match, ol, ul, .field, .cloze');
  if (!place) return;
  const answers = marks.map((mark) => {
    const item = mark.closest('li');
    mark.remove();
    const letter = item && list ? String.fromCharCode(65 + [...list.children].indexOf(item)) : '';
    return h('p', { class: 'lr-right' }, `✓ ${letter}. ${plain(item?.querySelector('.words')?.textContent)}`);
  });
  const details = h(
    'details',
    { class: 'lr-answer' },
    h('summary', {}, strings.answer),
    ...answers,
    ...filled.map(right),
  );
  for (const explanation of slide.querySelectorAll('.explanation')) details.append(explanation);
  place.after(details);
}

/** What fills a slot or a gap, with the words that it belongs to; in its place stays a blank. */
function right(filled: Element): HTMLElement {
  const words = filled.closest('li')?.querySelector('.words')?.textContent;
  const text = plain(filled.textContent);
  if (filled.classList.contains('word')) filled.replaceWith('____');
  else filled.remove();
  return h('p', { class: 'lr-right' }, words ? `✓ ${plain(words)} → ${text}` : `✓ ${text}`);
}
