import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';
import type { PlayedSlide } from './deck.ts';
import type { Player } from './player.ts';
import { fill } from './strings.ts';
import type { Ui } from './ui.ts';
import { isNotable, keyOf, tokensOf } from './where-words.ts';

type Statement = PlayedSlide['statements'][number];

let close: (() => void) | undefined;

/** Takes the outlines away. @returns whether there were any. */
export function closeWhere(): boolean {
  const wasOpen = close !== undefined;
  close?.();
  return wasOpen;
}

/**
 * Outlines each number and name on the slide that stands in the source; a click, or Enter, shows its sentence. The
 * presenter's window, whose slides are copies, lists them.
 */
export function toggleWhere(ui: Ui): void {
  if (closeWhere()) return;
  const { player, announcer } = ui;
  const found = findPlaces(player);
  if (found.length === 0) return announcer.toast(player.strings.whereNone);
  if (player.session.role === 'presenter') return listPlaces(ui, found);
  const abort = new AbortController();
  const marks = found.flatMap(({ range, text, statement }) => {
    const show = (): void => showSentence(ui, statement);
    // A word that goes on in the next line has two outlines, of which the first is reached by key.
    return [...range.getClientRects()].map((box, part) => {
      const name = { 'aria-label': `${text}: ${player.strings.where}`, title: statement.text };
      const mark = button({ ...name, ...(part > 0 ? { tabindex: -1, 'aria-hidden': true } : {}) }, '', show);
      const [width, height] = [Math.max(24, box.width + 8), Math.max(24, box.height + 4)];
      const [x, y] = [box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2];
      mark.style.cssText = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
      return mark;
    });
  });
  const layer = h('div', { class: 'lp-where', role: 'region', 'aria-label': player.strings.where }, ...marks);
  player.root.append(layer);
  close = () => {
    close = undefined;
    abort.abort();
    layer.remove();
  };
  let isNews = false;
  // Whatever moves the slide takes the outlines away: they lie where the words were.
  player.watch(['position', 'zoom', 'variant', 'quiz', 'screen'], () => isNews && closeWhere(), abort.signal);
  isNews = true;
  addEventListener('resize', closeWhere, { signal: abort.signal });
  announcer.toast(fill(player.strings.whereFound, found.length));
  marks[0]?.focus();
}

interface Place {
  readonly text: string;
  readonly range: Range;
  readonly statement: Statement;
}

/** Statements by the numbers and names in them: those of this slide come before those of the others. */
function sourceWords(player: Player): ReadonlyMap<string, Statement> {
  const { slide, deck, data } = player;
  const words = new Map<string, Statement>();
  for (const statement of [...slide.statements, ...deck.slides.flatMap(({ statements }) => statements)])
    for (const token of tokensOf(statement.text))
      if (isNotable(token, data.lang) && !words.has(keyOf(token.text))) words.set(keyOf(token.text), statement);
  return words;
}

/** What of the slide on screen stands in the source, in the order of the document. */
function findPlaces(player: Player): readonly Place[] {
  const words = sourceWords(player);
  if (words.size === 0) return [];
  const places: Place[] = [];
  const walker = document.createTreeWalker(player.slide.element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest('math, .katex, style, title, desc, .lp-future, footer, header')) continue;
    for (const { text, start } of tokensOf(node.nodeValue ?? '')) {
      const statement = words.get(keyOf(text));
      if (!statement) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      const isShown = [...range.getClientRects()].some(({ width, height }) => width > 2 && height > 2);
      if (isShown || player.session.role === 'presenter') places.push({ text, range, statement });
    }
  }
  return places;
}

/** The sentence as the source has it, its id, and what the slide cites. */
function sentence({ player }: Ui, { id, text }: Statement): readonly HTMLElement[] {
  const { references } = player.slide;
  const cited = references.map((reference) => h('p', {}, reference.text));
  const heading = cited.length > 0 && h('h3', {}, player.strings.references);
  return [h('blockquote', {}, text), h('p', { class: 'lp-statement-id' }, id), h('div', {}, heading, ...cited)];
}

function showSentence(ui: Ui, statement: Statement): void {
  const content = h('div', { class: 'lp-scroll lp-sentence', tabindex: 0 }, ...sentence(ui, statement));
  openDialog(ui, { name: 'where', title: ui.player.strings.sources, content, focus: content });
}

function listPlaces(ui: Ui, places: readonly Place[]): void {
  const statements = new Map<string, { readonly statement: Statement; readonly words: Set<string> }>();
  for (const { text, statement } of places) {
    const known = statements.get(statement.id) ?? { statement, words: new Set<string>() };
    statements.set(statement.id, known);
    known.words.add(text);
  }
  const parts = [...statements.values()].map(({ statement, words }) =>
    h('div', {}, h('h3', {}, [...words].join(' · ')), h('blockquote', {}, statement.text), h('p', {}, statement.id)),
  );
  const content = h('div', { class: 'lp-scroll lp-sentence', tabindex: 0 }, ...parts);
  openDialog(ui, { name: 'where', title: ui.player.strings.where, content, focus: content });
}
