import { planName } from '../../documents/index.ts';
import type { Lesson, TimePlan } from '../../model/index.ts';
import type { Evidence } from '../format.ts';

/** A file that students may fetch. */
export interface SiteFile {
  readonly name: string;
  readonly bytes: number;
  /** The key of the word for what it is; none where its name must do. */
  readonly kind?: string;
  /** The time plan that it is made for; none when it is of the whole lesson. */
  readonly plan?: TimePlan;
  /** What else tells it from others of its kind. */
  readonly detail: readonly string[];
}

/** What a file is, by the beginning of its name: `handout-large.pdf` is a handout. */
const kinds: Readonly<Record<string, string>> = {
  deck: 'documents/slides',
  handout: 'documents/handout',
  reading: 'documents/reading',
  quiz: 'documents/quiz',
};

/** Pictures and what the deck links to are no files to fetch. */
const isDownload = (path: string): boolean => /\/(?:student|public)\/[^/]+\.(?:pdf|html|epub|txt|md|pptx)$/.test(path);

/** The files of a lesson that students may fetch, each with the time plan that it is for. */
export const siteFiles = ({ artifacts }: Evidence, { plans }: Pick<Lesson, 'plans'>): readonly SiteFile[] =>
  artifacts
    .filter(({ path }) => isDownload(path))
    .map(({ path, bytes }) => fileOf(path.slice(path.lastIndexOf('/') + 1), bytes, plans));

function fileOf(name: string, bytes: number, plans: readonly TimePlan[]): SiteFile {
  const base = name.slice(0, name.lastIndexOf('.'));
  const [stem = ''] = base.split('-');
  const kind = kinds[stem];
  if (kind === undefined) return { name, bytes, detail: [] };
  const rest = base.slice(stem.length + 1);
  // The slides as PDF are those of the first plan, where there are several.
  if (rest === '' && name === 'deck.pdf' && plans[0] && plans.length > 1)
    return { name, bytes, kind, plan: plans[0], detail: [] };
  const found = planIn(rest, plans);
  const more = found ? rest.slice(found.length) : rest;
  const detail = more
    .split('-')
    .filter((part) => part !== '')
    .map((part) => (part === 'large' ? '18 pt' : part.toUpperCase()));
  return { name, bytes, kind, ...(found ? { plan: found.plan } : {}), detail };
}

/** The plan that an ending names: all of the ending, or what stands before the letter of a sheet. */
function planIn(
  rest: string,
  plans: readonly TimePlan[],
): { readonly plan: TimePlan; readonly length: number } | undefined {
  const named = plans.flatMap((plan) => [plan.id, `plan-${plan.id}`].map((form) => ({ plan, form })));
  const isLetter = (text: string): boolean => text.length === 2 && text.startsWith('-');
  const found =
    named.find(({ form }) => form === rest) ??
    named.find(({ form }) => rest.startsWith(form) && isLetter(rest.slice(form.length)));
  return found && { plan: found.plan, length: found.form.length };
}

/** What a file is called on a page; that of a plan's own page need not name the plan. */
export function labelOf(
  { name, kind, plan, detail }: SiteFile,
  word: (key: string) => string,
  { namesPlan }: { readonly namesPlan: boolean },
): string {
  if (kind === undefined) return name;
  return [word(kind), ...(plan && namesPlan ? [planName(plan)] : []), ...detail].join(' · ');
}
