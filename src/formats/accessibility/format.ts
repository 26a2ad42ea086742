import { textFile, type Format } from '../format.ts';
import { factsOf } from './facts.ts';
import { dossierJson } from './json.ts';
import { judgeAll } from './judge.ts';
import { dossierHtml } from './page.ts';

export const accessibilityFormat: Format = {
  name: 'accessibility',
  summary: 'what was tested of WCAG 2.2 and EN 301 549 in the other files, and what a person must judge',
  standard: false,
  audiences: ['teacher'],
  closing: (input, evidence) => {
    const facts = factsOf(input, evidence);
    const dossier = { input, evidence, facts, rows: judgeAll(facts) };
    return [
      textFile('accessibility.html', 'text/html', dossierHtml(dossier)),
      textFile('accessibility.json', 'application/json', dossierJson(dossier)),
    ];
  },
};
