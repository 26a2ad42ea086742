import { readFileSync } from 'node:fs';
import { Recent, suggest, type Diagnostic, type Span } from '../base/index.ts';
import type { Formula } from '../model/index.ts';
import { expandTex, texCommands, texNesting } from '../text/index.ts';
import { renderDiagnostic } from './codes.ts';
import { katexFile } from './katex.ts';

let names: readonly string[] | undefined;

/** The commands of KaTeX, read from its own code: it has no list of them. Only a mistake asks for it. */
function commandNames(): readonly string[] {
  names ??= [
    ...new Set(
      [...readFileSync(katexFile(), 'utf8').matchAll(/"\\\\([a-zA-Z]{2,24})"/g)].map((match) => match[1] ?? ''),
    ),
    ...texCommands,
  ];
  return names;
}

/** What a command that nobody knows may be meant as. */
function help(command: string): readonly string[] {
  const isLower = (name: string): boolean => /^[a-z]/.test(name);
  const alike = commandNames().filter((name) => isLower(name) === isLower(command));
  const near = suggest(command, alike);
  const spell = near === undefined ? [] : [`Did you mean \\${near}?`];
  return [...spell, `If it is a name, write it as text: \\operatorname{${command}} or \\text{${command}}.`];
}

const within = (at: Span, tex: string, words: string): Span => {
  const start = tex.split('\n')[0]?.indexOf(words) ?? -1;
  return start < 0 ? at : { file: at.file, start: at.start + start, end: at.start + start + words.length };
};

/** What KaTeX says of a formula that it cannot set. */
export interface KatexError {
  readonly rawMessage?: string;
  readonly message: string;
}

function problemOf({ tex, at }: Formula, error: KatexError): Diagnostic {
  const message = (error.rawMessage ?? error.message).replace(/^KaTeX parse error: /, '');
  const command = /Undefined control sequence: \\([a-zA-Z]+)/.exec(message)?.[1];
  if (command === undefined)
    return renderDiagnostic('render/math', `The formula \`${tex.trim()}\` cannot be set: ${message}`, { at });
  return renderDiagnostic('render/math', `There is no command \`\\${command}\` in the formula \`${tex.trim()}\``, {
    at: within(at, tex.trimStart(), `\\${command}`),
    help: help(command),
  });
}

/** What was tried lately, by the formula. */
const lately = new Recent<{ readonly error?: KatexError }>(500_000);

/** Why a formula cannot be set; nothing for one that can. */
export type FormulaTrial = (tex: string, display: boolean) => KatexError | undefined;

/** A formula of a book stays under ten; KaTeX writes what stands in each other by calls in each other, and at some thousands there is no room left. */
const mostNesting = 200;

/** Loads KaTeX to try formulas; each is tried once. */
export async function formulaTrial(): Promise<FormulaTrial> {
  const { default: katex } = await import('katex');
  const attempt = (tex: string, displayMode: boolean): { readonly error?: KatexError } => {
    if (texNesting(tex) > mostNesting)
      return { error: { message: `its parts stand in each other more than ${mostNesting} deep` } };
    try {
      katex.renderToString(tex, { throwOnError: true, strict: 'ignore', displayMode, output: 'mathml' });
      return {};
    } catch (error) {
      return { error: error as KatexError };
    }
  };
  return (tex, display) =>
    lately.getOrMake(
      `${display}${tex}`,
      () => attempt(tex, display),
      () => tex.length + 100,
    ).error;
}

/** Tries every formula; each that cannot be set is an error at its place. */
export async function formulaProblems(formulas: readonly Formula[]): Promise<readonly Diagnostic[]> {
  if (formulas.length === 0) return [];
  const trial = await formulaTrial();
  return formulas.flatMap((formula) => {
    const error = trial(expandTex(formula.tex), formula.display);
    return error === undefined ? [] : [problemOf(formula, error)];
  });
}

/** Names the source of a formula that stands in its place. */
export const sourceClass = 'formula-source';

/** The source of a formula that cannot be set, under a mark that nobody overlooks. */
export function shownSource(
  tex: string,
  { message, rawMessage }: KatexError,
  escape: (text: string) => string,
): string {
  const reason = escape((rawMessage ?? message).replace(/^KaTeX parse error: /, ''));
  return `<code class="${sourceClass}" title="${reason}"><b>!</b> ${escape(tex.trim())}</code>`;
}
