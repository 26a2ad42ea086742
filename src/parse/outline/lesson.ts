import type { FileId, Json, Outcome } from '../../base/index.ts';
import { failure, isObject, success } from '../../base/index.ts';
import { evidenceTones, type Config, type Files, type Lesson } from '../../model/index.ts';
import { Cursor, present } from '../cursor.ts';
import type { Catalogue } from '../layouts/index.ts';
import { loadCatalogue, ownTemplates } from '../layouts/index.ts';
import { readQuiz, settleQuestions } from '../questions/index.ts';
import { checkValue, looseOutlineSchema, looseSlidesSchema } from '../schema/index.ts';
import { tidy } from '../tidy.ts';
import type { YamlFile } from '../yaml/file.ts';
import { readEvidence } from './evidence.ts';
import { readReferences } from './files.ts';
import { readSource } from './source-texts.ts';
import { fromFrontMatter } from './front-matter.ts';
import { besideSlides, namesNoLayout, opened } from './beside-slides.ts';
import { hoistLists } from './hoist-lists.ts';
import { hoistQuestions } from './hoist.ts';
import { nameKeys } from './name-keys.ts';
import { meantLanguage } from './meant-lang.ts';
import { meantTheme } from './meant-theme.ts';
import { checkLessonId, outlineFile } from './lesson-id.ts';
import { Links } from './links.ts';
import type { Ids } from './parts.ts';
import {
  builtInPresentation,
  readDiscussion,
  readGlossary,
  readIds,
  readMisconceptions,
  readObjectives,
  readPlans,
  readPresentation,
  slugFrom,
} from './parts.ts';
import { readSections } from './sections.ts';
import { Session } from './session.ts';
import { StatementLinks } from './statements.ts';
import { emptyScope, replaceVariables, resolveVariables, type Scope } from './variables.ts';

/** What a lesson takes from its project. */
export interface LessonOptions {
  readonly config?: Config;
  /** The layouts of the project and of Lectern, to share between lessons; read from `templates/` when absent. */
  readonly catalogue?: Catalogue;
}

/** The layouts that a lesson may use: its own, then those of the project, then Lectern's. */
export function lessonCatalogue(files: Files, dir: FileId, shared?: Catalogue): Catalogue {
  return loadCatalogue(files, [`${dir}/templates`], shared ?? loadCatalogue(files, ['templates', ownTemplates]));
}

/**
 * Reads a lesson: the outline, the files it includes, its references and its source.
 * @param dir `lessons/<id>`.
 * @returns the lesson as far as it can be read, with everything that was found, sorted by place; a failure only when
 * there is nothing to read. A slide with a mistake has `standIn`.
 */
export function parseLesson(files: Files, dir: FileId, options: LessonOptions = {}): Outcome<Lesson> {
  const session = new Session(files);
  const id = dir.slice(dir.lastIndexOf('/') + 1);
  const flaw = checkLessonId(id, dir.slice(0, Math.max(0, dir.lastIndexOf('/'))));
  if (flaw !== undefined) return failure([flaw]);
  const file = outlineFile(files, dir);
  const yaml = session.yaml(file);
  const lesson = yaml === undefined ? undefined : readLesson(session, yaml, id, dir, options);
  if (session.isFull)
    session.report('outline/many-findings', 'There is more wrong than is shown here.', {
      at: { file, start: 0, end: 0 },
    });
  const diagnostics = tidy(session.diagnostics, session.inputs);
  return lesson === undefined ? failure(diagnostics) : success(lesson, diagnostics);
}

const isRaw = (pointer: string): boolean => pointer === '/vars' || /^(?:\/sections\/\d+)?\/slides$/.test(pointer);

/** The outline with its variables replaced, checked but for its slides. */
function checkedOutline(session: Session, yaml: YamlFile, scope: Scope, catalogue: Catalogue): Json {
  const written = replaceVariables(session, yaml, scope, yaml.value, '', isRaw);
  // Before questions and drawings are given theirs.
  const isUnnamed = namesNoLayout(written);
  session.add(nameKeys(written, yaml.places, catalogue));
  session.add(meantLanguage(written, yaml.places));

  const hoisted = hoistQuestions(written, yaml.places, catalogue);
  session.add(hoisted.diagnostics);
  session.add(fromFrontMatter(hoisted.value, yaml.places));
  if (isUnnamed) session.add(opened(hoisted.value, yaml.places, catalogue));
  session.add(besideSlides(hoisted.value, yaml.places, catalogue));
  session.add(hoistLists(hoisted.value, yaml.places, catalogue));
  const { value, diagnostics } = settleQuestions(hoisted.value, yaml.places);
  session.add(meantTheme(value, yaml.places));
  const schema = isObject(value) && value.slides !== undefined ? looseSlidesSchema : looseOutlineSchema;
  session.add([...diagnostics, ...checkValue(schema, value, { places: yaml.places, pointer: '' })]);
  return value;
}

function readLesson(session: Session, yaml: YamlFile, id: string, dir: FileId, options: LessonOptions): Lesson {
  const scope = resolveVariables(
    session,
    yaml,
    isObject(yaml.value) ? yaml.value.vars : undefined,
    '/vars',
    emptyScope,
  );
  const catalogue = lessonCatalogue(session.files, dir, options.catalogue);
  const value = checkedOutline(session, yaml, scope, catalogue);
  const root = new Cursor(value, yaml.places);
  const lang = root.get('lang').text() ?? 'en';
  const source = readSource(session, root.get('sources'), dir, lang);
  const links = new Links(session);
  const statements = new StatementLinks(session, source);
  const references = readReferences(session, root, dir, links);
  const ids = defineIds(session, root, links);
  const plans = readPlans(root, ids.plans);
  links.define(
    'plan',
    plans.map((plan) => plan.id),
  );
  checkDuration(session, root);
  const evidence = readEvidence(root.get('evidence'));
  links.define('evidence', [...evidenceTones, ...evidence.map((level) => level.id)]);
  const context = { session, catalogue, links, statements, plans: plans.map((plan) => plan.id) };
  return present<Lesson>({
    id,
    dir,
    file: yaml.file,
    ...readHead(root),
    lang,
    plans,
    priorKnowledge: root.get('prior-knowledge').texts(),
    objectives: readObjectives(links, root.get('objectives'), ids.objectives),
    evidence,
    sections: readSections(context, yaml, sectionsOf(root), ids.sections, scope),
    quiz: readQuiz({ session, links, statements, lang, ids: ids.questions }, root.get('quiz')),
    glossary: readGlossary(root.get('glossary'), ids.terms),
    misconceptions: readMisconceptions(statements, root.get('misconceptions')),
    discussion: readDiscussion(links, root.get('discussion'), ids.prompts),
    references,
    omits: statements.waivers(root.get('omits')),
    says: readSays(root.get('says')),
    presentation: readPresentation(root.get('presentation'), options.config?.presentation ?? builtInPresentation),
    source: source === 'faulty' ? undefined : source,
    inputs: session.inputs,
    places: root.places,
    vars: Object.fromEntries([...scope].map(([name, variable]) => [name, variable.value])),
  });
}

/** Words that say the same as others in the source. */
const readSays = (says: Cursor): Lesson['says'] => says.entries().map(([word, as]) => ({ word, as: as.texts() }));

/** A short lesson may have its slides without sections: then it is the one section itself. */
const sectionsOf = (root: Cursor): Cursor =>
  root.get('sections').value === undefined && root.get('slides').value !== undefined ? root : root.get('sections');

type Head = Pick<
  Lesson,
  'title' | 'subtitle' | 'authors' | 'institution' | 'contact' | 'license' | 'date' | 'audience' | 'level'
>;

function readHead(root: Cursor): Head {
  const text = (key: string): string | undefined => root.get(key).text();
  return present<Head>({
    title: text('title') ?? '',
    subtitle: text('subtitle'),
    authors: root.get('author').texts(),
    institution: text('institution'),
    contact: text('contact'),
    license: text('license'),
    date: text('date'),
    audience: text('audience'),
    level: text('level'),
  });
}

function defineIds(
  session: Session,
  root: Cursor,
  links: Links,
): Record<'sections' | 'objectives' | 'questions' | 'terms' | 'prompts' | 'plans', Ids> {
  const ids = {
    sections: readIds(session, 'sections', sectionsOf(root), slugFrom('title', 'section')),
    objectives: readIds(session, 'objectives', root.get('objectives'), (_, i) => `o${i + 1}`),
    questions: readIds(session, 'quiz questions', root.get('quiz'), (_, i) => `q${i + 1}`),
    terms: readIds(session, 'terms', root.get('glossary'), slugFrom('term', 'term')),
    prompts: readIds(session, 'discussion prompts', root.get('discussion'), (_, i) => `d${i + 1}`),
    plans: readIds(session, 'time plans', root.get('plans'), (_, i) => `p${i + 1}`),
  };
  readIds(session, 'evidence levels', root.get('evidence'), (_, i) => `e${i + 1}`);
  links.define('section', ids.sections);
  links.define('objective', ids.objectives);
  links.define('question', ids.questions);
  links.define('term', ids.terms);
  links.define('prompt', ids.prompts);
  return ids;
}

function checkDuration(session: Session, root: Cursor): void {
  if (root.get('duration').value === undefined || root.get('plans').value === undefined) return;
  session.report('outline/value', '`duration` and `plans` both give the length of the lesson; keep one.', {
    at: root.get('duration').keyAt,
  });
}
