import { plainText } from '../../compose/index.ts';
import { pageWords } from '../../parse/index.ts';
import type { AccessibilityWords } from '../../wire/index.ts';
import { nameOf } from './asked.ts';
import { fileTest, flawsOf } from './files.ts';
import { toolsOf } from './tools.ts';
import { questionsOf, targets, type Dossier } from './dossier.ts';
import { clausesOf, type Verdict } from './judge.ts';
import { saidShare } from './said.ts';

/** A verdict with its words in English, as a machine or a colleague elsewhere reads it. */
function verdictJson(verdict: Verdict, en: AccessibilityWords) {
  if (verdict.verdict === 'absent') return { verdict: 'not applicable', reason: en.reasons[verdict.reason] };
  if (verdict.verdict === 'person')
    return {
      verdict: 'needs a person',
      task: verdict.task,
      question: en.tasks[verdict.task],
      testedBy: verdict.tested,
    };
  if (verdict.verdict === 'fails') return { verdict: 'fails', findings: verdict.findings };
  if (verdict.verdict === 'untested') return { verdict: 'not tested' };
  return { verdict: 'pass', evidence: verdict.by === 'pdf-ua' ? en.pdfUa : verdict.codes };
}

function saidIn(input: Dossier['input']) {
  const saidAndShown = saidShare(input);
  return saidAndShown === undefined ? {} : { saidAndShown };
}

/** `accessibility.json`: the same bytes for the same files. */
export function dossierJson({ input, evidence, rows }: Dossier): string {
  const { lesson } = input;
  const { words } = pageWords(input.wordsIn('en'), 'accessibility');
  const dossier = {
    format: 'lectern-accessibility/1',
    lesson: { id: lesson.id, title: plainText(lesson.title), lang: lesson.lang },
    standards: ['WCAG 2.2 A and AA', 'EN 301 549 v3.2.1, clauses 9 and 10', 'ISO 14289-1 (PDF/UA-1)'],
    note: words.limits,
    ...(lesson.contact === undefined ? {} : { contact: plainText(lesson.contact) }),
    tools: toolsOf(evidence),
    checked: evidence.isChecked,
    files: evidence.artifacts.map((file) => ({
      path: file.path,
      mediaType: file.mediaType,
      bytes: file.bytes,
      sha256: file.hash,
      tested: [words.fileTests[fileTest(file)], ...flawsOf(file)].join(' '),
    })),
    ...saidIn(input),
    criteria: rows.map(({ criterion, ...verdicts }) => ({
      criterion: criterion.id,
      name: nameOf(words, criterion.id),
      level: criterion.level,
      en301549: clausesOf(criterion),
      ...Object.fromEntries(targets.map((target) => [target, verdictJson(verdicts[target], words)])),
    })),
    person: questionsOf(rows).map(({ task, items, for: uses }) => ({
      task,
      question: words.tasks[task],
      criteria: uses.map(({ criterion, target }) => `${criterion.id} ${target}`),
      items,
    })),
  };
  return `${JSON.stringify(dossier, undefined, 2)}\n`;
}
