import type { Finding, ShownPlace } from '../../wire/index.ts';
import { fill } from '../../wire/index.ts';
import { button, h, icon } from './dom.ts';
import { words } from './page-words.ts';

/** What a list of findings can ask for. */
export interface FindingActions {
  go(slide: string): void;
  open(place: ShownPlace): void;
  numberOf(slide: string): number;
}

/** A link or button that opens a place in the editor. */
export function placeControl(place: ShownPlace, label: string | undefined, actions: FindingActions): HTMLElement {
  const { file, line, column, link } = place;
  const text = label ?? `${file.slice(file.lastIndexOf('/') + 1)}:${line}:${column}`;
  const title = fill(words.editAt, file, line);
  if (link !== undefined) return h('a', { class: 'place', href: link, title }, icon('edit'), text);
  const control = button({ class: 'place', title }, icon('edit'), () => actions.open(place));
  control.append(text);
  return control;
}

/** One finding with its place, its slide and the ways to mend it. */
function findingItem(finding: Finding, actions: FindingActions, withSlide: boolean): HTMLElement {
  const { severity, message, code, help, place, slide } = finding;
  // At the slide there is room for the first way to mend it; the panel has them all.
  const shownHelp = withSlide ? help : help.slice(0, 1);
  const where = h('p', { class: 'where' });
  if (place) where.append(placeControl(place, undefined, actions));
  if (withSlide && slide !== undefined)
    where.append(button({ class: 'place' }, fill(words.slide, actions.numberOf(slide)), () => actions.go(slide)));
  where.append(h('code', {}, code));
  return h(
    'li',
    { class: `finding is-${severity}` },
    h('p', { class: 'message' }, icon(severity), h('strong', {}, `${words[severity]}: `), message),
    where,
    shownHelp.length > 0 && h('ul', { class: 'help' }, ...shownHelp.map((line) => h('li', {}, line))),
  );
}

/** A list of findings, or a sentence when there is none. */
export function findingList(
  findings: readonly Finding[],
  actions: FindingActions,
  options: { readonly withSlide: boolean; readonly empty: string },
): HTMLElement {
  if (findings.length === 0) return h('p', { class: 'nothing' }, icon('good'), options.empty);
  return h('ul', { class: 'findings' }, ...findings.map((finding) => findingItem(finding, actions, options.withSlide)));
}
