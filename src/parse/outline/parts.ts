import type {
  DiscussionPrompt,
  Misconception,
  Objective,
  Presentation,
  Reference,
  Term,
  TimePlan,
} from '../../model/index.ts';
import { bloomLevels, slideSizes } from '../../model/index.ts';
import type { Cursor } from '../cursor.ts';
import { present } from '../cursor.ts';
import { slugOf } from '../slug.ts';
import type { Named } from './ids.ts';
import { uniqueIds } from './ids.ts';
import type { Links } from './links.ts';
import type { Session } from './session.ts';
import type { StatementLinks } from './statements.ts';

/** Lesson parts that link to each other are read in two steps: first all ids, then the parts with their links checked. */
export type Ids = readonly string[];

/** Ids of a list, as written or made by `make`; unique. `kind` names the things in the plural. */
export function readIds(session: Session, kind: string, list: Cursor, make: (item: Cursor, i: number) => string): Ids {
  const named = list.items().map((item, i): Named => {
    const written = item.get('id').text();
    return { id: written ?? make(item, i), written: written !== undefined, at: item.get('id').at };
  });
  return uniqueIds(session, kind, named);
}

export const slugFrom =
  (key: string, fallback: string) =>
  (item: Cursor): string =>
    slugOf(item.get(key).text() ?? '') || fallback;

/** The time plans; `duration` alone makes one plan, and so does nothing at all (the sum of the sections, or 45). */
export function readPlans(root: Cursor, ids: Ids): readonly TimePlan[] {
  const plans = root.get('plans').items();
  if (plans.length > 0) {
    return plans.map((plan, i) =>
      present<TimePlan>({
        id: ids[i] ?? '',
        minutes: plan.get('minutes').number() ?? 0,
        title: plan.get('title').text(),
      }),
    );
  }
  const sum = root
    .get('sections')
    .items()
    .reduce((total, section) => total + (section.get('minutes').number() ?? 0), 0);
  return [{ id: 'default', minutes: root.get('duration').number() ?? (sum || 45) }];
}

export function readObjectives(links: Links, list: Cursor, ids: Ids): readonly Objective[] {
  return list.items().map((item, i) =>
    present<Objective>({
      id: ids[i] ?? '',
      verb: item.get('verb').text() ?? '',
      bloom: bloomLevels.find((level) => level === item.get('bloom').value),
      text: item.get('text').text() ?? '',
      plans: links.readOptional('plan', item.get('plans')),
      at: item.at,
    }),
  );
}

export function readGlossary(list: Cursor, ids: Ids): readonly Term[] {
  return list.items().map((item, i) =>
    present<Term>({
      id: ids[i] ?? '',
      term: item.get('term').text() ?? '',
      definition: item.get('definition').text() ?? '',
      lang: item.get('lang').text(),
      at: item.at,
    }),
  );
}

export function readMisconceptions(statements: StatementLinks, list: Cursor): readonly Misconception[] {
  return list.items().map((item) => ({
    wrong: item.get('wrong').text() ?? '',
    right: item.get('right').text() ?? '',
    covers: statements.read(item.get('covers')),
    at: item.at,
  }));
}

export function readDiscussion(links: Links, list: Cursor, ids: Ids): readonly DiscussionPrompt[] {
  return list.items().map((item, i) =>
    present<DiscussionPrompt>({
      id: ids[i] ?? '',
      prompt: item.get('prompt').text() ?? '',
      hint: item.get('hint').text(),
      objectives: links.read('objective', item.get('objectives')),
      plans: links.readOptional('plan', item.get('plans')),
      at: item.at,
    }),
  );
}

/** A reference with the id that it has, or was given. */
export function readReference(item: Cursor, id: string): Reference {
  const text = (key: string): string | undefined => item.get(key).text();
  return present<Reference>({
    id,
    authors: text('authors') ?? '',
    year: text('year') ?? '',
    title: text('title') ?? '',
    container: text('container'),
    lang: text('lang'),
    doi: text('doi'),
    pmid: text('pmid'),
    url: text('url'),
    note: text('note'),
    facts: item.get('facts').value === undefined ? undefined : item.get('facts').texts(),
    retracted: item.get('retracted').boolean(),
    at: item.at,
    places: item.places,
  });
}

/** How the lesson looks; what it does not say comes from `defaults`. */
export function readPresentation(cursor: Cursor, defaults: Presentation): Presentation {
  const tokens = cursor
    .get('tokens')
    .entries()
    .flatMap(([name, value]) => {
      const text = value.text();
      return text === undefined ? [] : [[name, text] as const];
    });
  const fonts = cursor.get('fonts').texts();
  return present<Presentation>({
    theme: cursor.get('theme').text() ?? defaults.theme,
    variant: cursor.get('variant').text() ?? defaults.variant,
    palette: cursor.get('palette').text() ?? defaults.palette,
    size: slideSizes.find((size) => size === cursor.get('size').value) ?? defaults.size,
    typography: cursor.get('typography').boolean() ?? defaults.typography,
    footer: cursor.get('footer').text() ?? defaults.footer,
    logo: cursor.get('logo').text() ?? defaults.logo,
    background: cursor.get('background').text() ?? defaults.background,
    tokens: { ...defaults.tokens, ...Object.fromEntries(tokens) },
    fonts: fonts.length > 0 ? fonts : defaults.fonts,
    css: cursor.get('css').text() ?? defaults.css,
  });
}

export const builtInPresentation: Presentation = {
  theme: 'lectern',
  variant: 'light',
  size: '16:9',
  tokens: {},
  fonts: [],
};
