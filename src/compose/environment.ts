import Handlebars from 'handlebars';
import type { Diagnostic, FileId, Span } from '../base/index.ts';
import { composeDiagnostic } from './codes.ts';
import { HelperError, type SlideWriter } from './helper.ts';
import { helpers } from './helpers/index.ts';
import { limitFlaw } from './template-limits.ts';
import { preparedTemplate, specificationOf, type PreparedTemplate } from './prepared.ts';
import { rewrite, writeHelper, type Rewritten } from './rewrite.ts';
import { escapeText } from './text/index.ts';
import { Rich } from './text/rich.ts';
import { textOf } from './helper.ts';

/** Limits for one slide: far above any real one, reached in well under a second. */
const slideLimits: Budget = { characters: 2_000_000, iterations: 100_000 };
const compileOptions = { noEscape: true, knownHelpersOnly: false, preventIndent: true };
const blocks = ['if', 'unless', 'each', 'with', 'lookup'];

export interface TemplateText {
  readonly file: FileId;
  readonly text: string;
}

/** A template that has been checked and compiled. */
export interface Template {
  readonly file: FileId;
  run(context: object, slide: SlideWriter): { readonly markdown: string } | { readonly problem: Diagnostic };
}

/** A template without flaws: parsed now, or when Lectern was bundled. */
type Checked = Rewritten | PreparedTemplate;

/** What compiling a template gave. */
export interface Compiled {
  readonly template?: Template;
  readonly diagnostics: readonly Diagnostic[];
}

interface Budget {
  characters: number;
  iterations: number;
}

class LimitError extends Error {}

/** The place of a Handlebars location (one-based lines, zero-based columns) in a template's text. */
function spanOf(
  template: TemplateText,
  loc: { start: { line: number; column: number }; end: { line: number; column: number } },
): Span {
  const lines = template.text.split(/(?<=\n)/);
  const offset = (p: { line: number; column: number }): number =>
    lines.slice(0, p.line - 1).reduce((sum, line) => sum + line.length, 0) + p.column;
  return { file: template.file, start: offset(loc.start), end: Math.max(offset(loc.end), offset(loc.start)) };
}

/** An isolated Handlebars: only Lectern's helpers, the given partials, no access to prototypes, bounded work. */
export class TemplateEnvironment {
  readonly #handlebars = Handlebars.create();
  readonly #names: ReadonlySet<string>;
  readonly #partials = new Map<string, { template: TemplateText; checked: Checked }>();
  readonly #problems = new Map<string, readonly Diagnostic[]>();
  readonly #compiled = new Map<FileId, { readonly text: string; readonly compiled: Compiled }>();
  #budget: Budget = { characters: 0, iterations: 0 };
  #slide: SlideWriter | undefined;
  readonly #limits: Budget;

  constructor(partials: ReadonlyMap<string, TemplateText>, limits: Budget = slideLimits) {
    this.#limits = limits;
    for (const name of Object.keys(this.#handlebars.helpers))
      if (!blocks.includes(name)) this.#handlebars.unregisterHelper(name);
    this.#names = new Set([...helpers.map((helper) => helper.name), ...blocks]);
    this.#registerHelpers();
    this.#registerEach();
    for (const [name, template] of partials) this.#addPartial(name, template);
  }

  /** Parses, checks and compiles a template, once for all lessons; problems are told at their places. */
  compile(template: TemplateText): Compiled {
    const known = this.#compiled.get(template.file);
    if (known?.text === template.text) return known.compiled;
    const compiled = this.#compile(template);
    this.#compiled.set(template.file, { text: template.text, compiled });
    return compiled;
  }

  #compile(template: TemplateText): Compiled {
    const parsed = this.#parse(template);
    if (!('checked' in parsed)) return { diagnostics: parsed.diagnostics };
    const diagnostics = [...parsed.diagnostics, ...this.#partialProblems(template, parsed.checked)];
    if (diagnostics.length > 0) return { diagnostics };
    const run = this.#delegate(parsed.checked);
    return {
      diagnostics,
      template: { file: template.file, run: (context, slide) => this.#run(template, run, context, slide) },
    };
  }

  #delegate(checked: Checked): Handlebars.TemplateDelegate {
    return 'program' in checked
      ? this.#handlebars.compile(checked.program, compileOptions)
      : this.#handlebars.template(specificationOf(checked));
  }

  /** What the bundler keeps of a template of Lectern's own; nothing when there is something wrong with it. */
  prepare(template: TemplateText): PreparedTemplate | undefined {
    const parsed = this.#parse(template);
    if (!('checked' in parsed) || !('program' in parsed.checked) || parsed.diagnostics.length > 0) return undefined;
    const { program, partials } = parsed.checked;
    // The types promise an object; it is the text of one.
    const code = this.#handlebars.precompile(program, compileOptions) as unknown as string;
    return { code, partials };
  }

  #run(
    template: TemplateText,
    run: Handlebars.TemplateDelegate,
    context: object,
    slide: SlideWriter,
  ): { markdown: string } | { problem: Diagnostic } {
    this.#budget = { characters: 0, iterations: 0 };
    this.#slide = slide;
    try {
      return { markdown: run(context) };
    } catch (error) {
      if (error instanceof LimitError) {
        return {
          problem: composeDiagnostic(
            'template/too-much',
            `The template ${template.file} writes or loops too much for one slide`,
            { at: { file: template.file, start: 0, end: 0 } },
          ),
        };
      }
      const message = error instanceof Error ? error.message : String(error);
      const loc = error instanceof HelperCallError ? error.loc : undefined;
      const at = loc ? spanOf(template, loc) : { file: template.file, start: 0, end: 0 };
      return { problem: composeDiagnostic('template/failed', message, { at }) };
    } finally {
      this.#slide = undefined;
    }
  }

  #parse(
    template: TemplateText,
  ): { checked: Checked; diagnostics: readonly Diagnostic[] } | { diagnostics: readonly Diagnostic[] } {
    const prepared = preparedTemplate(template.text);
    if (prepared) return { checked: prepared, diagnostics: [] };
    let rewritten: Rewritten;
    const flaw = limitFlaw(template);
    if (flaw) return { diagnostics: [flaw] };
    try {
      rewritten = rewrite(this.#handlebars.parse(template.text, { srcName: template.file }), this.#names);
    } catch (error) {
      return { diagnostics: [syntaxProblem(template, error)] };
    }
    const diagnostics = rewritten.problems.map((problem) =>
      composeDiagnostic(`template/${problem.kind}`, describe(problem), { at: spanOf(template, problem.loc) }),
    );
    return { checked: rewritten, diagnostics };
  }

  #addPartial(name: string, template: TemplateText): void {
    const parsed = this.#parse(template);
    this.#problems.set(name, parsed.diagnostics);
    if (!('checked' in parsed) || parsed.diagnostics.length > 0) return;
    this.#partials.set(name, { template, checked: parsed.checked });
    const compiled = this.#delegate(parsed.checked);
    const counted: Handlebars.TemplateDelegate = (context, options) => this.#counted(() => compiled(context, options));
    this.#handlebars.registerPartial(name, counted);
  }

  /** Missing partials, problems inside them, and cycles, seen from one template. */
  #partialProblems(
    template: TemplateText,
    { partials }: Checked,
    chain: readonly string[] = [],
    sound = new Set<string>(),
  ): Diagnostic[] {
    return partials.flatMap(({ name, loc }) => {
      if (sound.has(name)) return [];
      const at = spanOf(template, loc);
      if (chain.includes(name)) {
        return [
          composeDiagnostic('template/cycle', `Partial "${name}" includes itself: ${[...chain, name].join(' → ')}`, {
            at,
          }),
        ];
      }
      const known = this.#problems.get(name);
      if (known === undefined) {
        const help =
          this.#problems.size > 0 ? [`Partials that exist: ${[...this.#problems.keys()].sort().join(', ')}.`] : [];
        return [composeDiagnostic('template/unknown-partial', `There is no partial "${name}"`, { at, help })];
      }
      const partial = this.#partials.get(name);
      if (!partial) return known;
      const problems = this.#partialProblems(partial.template, partial.checked, [...chain, name], sound);
      if (problems.length === 0) sound.add(name);
      return problems;
    });
  }

  #registerHelpers(): void {
    for (const helper of helpers) {
      this.#handlebars.registerHelper(helper.name, (...values: unknown[]) => {
        const options = values.pop() as Handlebars.HelperOptions & { loc?: hbs.AST.SourceLocation };
        return this.#guard(options, (slide) => helper.run({ params: values, hash: options.hash, slide }));
      });
    }
    this.#handlebars.registerHelper(writeHelper, (value: unknown) => {
      const written = value instanceof Rich ? value.markdown : escapeText(textOf(value));
      this.#count(written);
      return written;
    });
  }

  #registerEach(): void {
    const { each } = this.#handlebars.helpers;
    if (!each) throw new Error('Handlebars has no each');
    const count = (options: Handlebars.HelperOptions): void => {
      const inner = options.fn;
      options.fn = (context, data) => {
        return this.#counted(() => inner(context, data));
      };
    };
    this.#handlebars.registerHelper(
      'each',
      function (this: unknown, context: unknown, options: Handlebars.HelperOptions) {
        count(options);
        return each.call(this, context, options) as unknown;
      },
    );
  }

  /** Runs one turn of a loop or one partial and counts it with what it writes. */
  #counted(run: () => string): string {
    if (++this.#budget.iterations > this.#limits.iterations) throw new LimitError();
    const written = run();
    this.#count(written);
    return written;
  }

  #count(written: string): void {
    this.#budget.characters += written.length;
    if (this.#budget.characters > this.#limits.characters) throw new LimitError();
  }

  #guard(options: { loc?: hbs.AST.SourceLocation }, run: (slide: SlideWriter) => unknown): unknown {
    if (!this.#slide) throw new Error('a helper ran outside a slide');
    try {
      return run(this.#slide);
    } catch (error) {
      if (!(error instanceof HelperError)) throw error;
      throw new HelperCallError(error.message, options.loc);
    }
  }
}

/** A helper's mistake with the place of its call. */
class HelperCallError extends Error {
  readonly loc: hbs.AST.SourceLocation | undefined;
  constructor(message: string, loc: hbs.AST.SourceLocation | undefined) {
    super(message);
    this.loc = loc;
  }
}

function describe(problem: { kind: string; name: string }): string {
  if (problem.kind === 'unescaped') return `"${problem.name}" is written without escaping`;
  if (problem.kind === 'unknown-helper') return `There is no helper "${problem.name}"`;
  return `Partials must be named by a plain word, not "${problem.name}"`;
}

/** Handlebars' parser says `Parse error on line 3:` and nothing machine-readable. */
function syntaxProblem(template: TemplateText, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const line = Number(/line (\d+)/.exec(message)?.[1] ?? /- (\d+):/.exec(message)?.[1] ?? 1);
  const loc = { start: { line, column: 0 }, end: { line, column: (template.text.split('\n')[line - 1] ?? '').length } };
  const reason = message.split('\n').at(-1) ?? message;
  return composeDiagnostic('template/syntax', `The template cannot be parsed: ${reason}`, {
    at: spanOf(template, loc),
  });
}
