import { readFileSync } from 'node:fs';
import { suggest, type Diagnostic, type Span } from '../base/index.ts';
import type { Formula, SlideId } from '../model/index.ts';
import { expandTex, texCommands } from '../text/index.ts';
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

interface KatexError {
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

/** Tries every formula; each that cannot be set is an error at its place. */
export async function formulaProblems(
  formulas: readonly Formula[],
): Promise<readonly { readonly slide?: SlideId; readonly problem: Diagnostic }[]> {
  if (formulas.length === 0) return [];
  const { default: katex } = await import('katex');
  const tried = new Map<string, KatexError | undefined>();
  const attempt = ({ tex, display }: Formula): KatexError | undefined => {
    try {
      katex.renderToString(expandTex(tex), {
        throwOnError: true,
        strict: 'ignore',
        displayMode: display,
        output: 'mathml',
      });
      return undefined;
    } catch (error) {
      return error as KatexError;
    }
  };
  return formulas.flatMap((formula) => {
    const key = `${formula.display}${formula.tex}`;
    if (!tried.has(key)) tried.set(key, attempt(formula));
    const error = tried.get(key);
    const { slide } = formula;
    return error === undefined
      ? []
      : [{ ...(slide === undefined ? {} : { slide }), problem: problemOf(formula, error) }];
  });
}
