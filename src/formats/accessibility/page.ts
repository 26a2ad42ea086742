import { plainText } from '../../compose/index.ts';
import {
  attribute,
  fontFacesOf,
  foreign,
  html,
  icon,
  pageHtml,
  type Html,
  type IconName,
} from '../../page-kit/index.ts';
import { pageWords } from '../../parse/index.ts';
import { fill, type AccessibilityWords as Words } from '../../wire/index.ts';
import { nameOf } from './asked.ts';
import { questionsOf, targets, type Dossier, type Question, type Target } from './dossier.ts';
import type { Item } from './facts.ts';
import { fileTest, flawsOf } from './files.ts';
import { clausesOf, type Row, type Verdict } from './judge.ts';
import { accessibilityCss } from './style.ts';
import { toolsOf } from './tools.ts';
import { saidShare } from './said.ts';

interface View extends Dossier {
  readonly words: Words;
  /** The language of the page. */
  readonly page: string;
  /** The language of the lesson's own texts, when the page speaks another. */
  readonly own: string | undefined;
}

const verdicts = ['pass', 'fails', 'person', 'absent', 'untested'] as const;
const icons: Readonly<Record<Verdict['verdict'], IconName>> = {
  pass: 'covered',
  fails: 'failed',
  person: 'question',
  absent: 'waived',
  untested: 'clock',
};

const mark = (verdict: Verdict['verdict'], text: Words): Html =>
  html`<span class="mark ${verdict}">${icon(icons[verdict])} ${text.verdicts[verdict]}</span>`;

/** Text of the lesson or of a finding, in its own language. */
const said = (text: string, lang: string | undefined): Html =>
  html`<span dir="auto" ${attribute('lang', lang)}>${text}</span>`;

function top({ words: text, input, own }: View): Html {
  return html`<header class="top">
    <p class="kicker">${text.kicker}</p>
    <h1 dir="auto" ${attribute('lang', own)}>${plainText(input.lesson.title)}</h1>
    <p class="intro">${text.intro}</p>
    <p class="limits">${text.limits}</p>
  </header>`;
}

function summary({ words: text, rows }: View): Html {
  const count = (target: Target, verdict: Verdict['verdict']): number =>
    rows.filter((row) => row[target].verdict === verdict).length;
  return html`<section aria-labelledby="summary">
    <h2 id="summary">${text.summary}</h2>
    <table class="sums">
      <thead>
        <tr>
          <td></td>
          ${targets.map((target) => html`<th scope="col">${text[target]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${verdicts.map(
          (verdict) =>
            html`<tr>
              <th scope="row">${mark(verdict, text)}</th>
              ${targets.map((target) => html`<td>${count(target, verdict)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** As many as a person can look at in one go; the JSON has all. */
const mostItems = 60;

function itemHtml(item: Item, { words: text, own, page }: View): Html {
  const lang = item.code === undefined ? own : foreign('en', page);
  const where =
    item.slide === undefined
      ? undefined
      : html`<b>${text.slide} ${item.slide}</b> ${item.line === undefined ? '' : `(${text.line} ${item.line})`}: `;
  const aside = item.aside === true ? html` <i>(${text.aside})</i>` : undefined;
  return html`<li>${where}${item.text === '' ? html`<i>${text.decorative}</i>` : said(item.text, lang)}${aside}</li>`;
}

function questionHtml({ task, items, for: uses }: Question, view: View): Html {
  const { words: text } = view;
  const shown = items.slice(0, mostItems);
  const list =
    shown.length === 0
      ? undefined
      : html`<ul class="items">
          ${shown.map((item) => itemHtml(item, view))}
          ${items.length > mostItems ? html`<li>${fill(text.more, items.length - mostItems)}</li>` : undefined}
        </ul>`;
  const names = targets.map((target) => {
    const ids = uses.filter((use) => use.target === target).map(({ criterion }) => criterion.id);
    return ids.length === 0 ? undefined : html`<span>${text[target]}: ${ids.join(', ')}</span> `;
  });
  return html`<li class="question">
    <h3>${text.tasks[task]}</h3>
    <p class="uses">${names}</p>
    ${list}
  </li>`;
}

const personPart = (view: View): Html =>
  html`<section aria-labelledby="person">
    <h2 id="person" tabindex="-1">${view.words.person}</h2>
    <p>${view.words.personIntro}</p>
    <ol class="questions">
      ${questionsOf(view.rows).map((question) => questionHtml(question, view))}
    </ol>
  </section>`;

function saidPart(view: View): Html | undefined {
  const { words: text, input } = view;
  const share = saidShare(input);
  if (share === undefined) return undefined;
  const items = share.slides.map(({ slide, unsaid }) => ({ slide, text: unsaid.join(', ') }));
  return html`<section aria-labelledby="said">
    <h2 id="said">${text.saidShown}</h2>
    <p>${fill(text.saidIntro, share.said, share.shown, share.percent)}</p>
    <ul class="items">
      ${items.slice(0, mostItems).map((item) => itemHtml(item, view))}
    </ul>
  </section>`;
}

/** The tests that found nothing; for PDF/UA what they are is said in words. */
function evidenceHtml(codes: readonly string[], text: Words): Html {
  if (codes.every((code) => code.startsWith('pdf/'))) return html`${text.pdfUa}`;
  return html`${text.testedBy} ${codes.map((code, i) => html`${i === 0 ? '' : ', '}<code>${code}</code>`)}`;
}

function reasonHtml(verdict: Verdict, { words: text, page }: View): Html {
  const english = page === 'en' ? undefined : 'en';
  if (verdict.verdict === 'absent') return html`${text.reasons[verdict.reason]}`;
  if (verdict.verdict === 'untested') return html`${text.untested}`;
  if (verdict.verdict === 'pass') return evidenceHtml(verdict.by === 'pdf-ua' ? [] : (verdict.codes ?? []), text);
  if (verdict.verdict === 'person')
    return html`${text.tasks[verdict.task]}
    ${verdict.tested.length === 0 ? undefined : html`<p class="tested">${evidenceHtml(verdict.tested, text)}</p>`}`;
  const found = verdict.findings.map(
    ({ slide, line, message }) =>
      html`<li>
        ${slide === undefined ? '' : `${text.slide} ${slide}`}${line === undefined ? '' : ` (${text.line} ${line})`}
        ${said(message, english)}
      </li>`,
  );
  return html`<ul class="items">
    ${found}
  </ul>`;
}

function rowHtml(row: Row, view: View): Html {
  const { words: text } = view;
  const { criterion } = row;
  const clauses = clausesOf(criterion);
  const cells = targets.map(
    (target) =>
      html`<td>
        <p class="name" aria-hidden="true">${text[target]}</p>
        ${mark(row[target].verdict, text)}
        <div class="why">${reasonHtml(row[target], view)}</div>
        <p class="clause">${clauses[target] === undefined ? `EN: ${text.notInNorm}` : `EN ${clauses[target]}`}</p>
      </td>`,
  );
  return html`<tr>
    <th scope="row"><b>${criterion.id}</b> ${nameOf(text, criterion.id)} <small>${criterion.level}</small></th>
    ${cells}
  </tr>`;
}

const rowsPart = (view: View): Html =>
  html`<section aria-labelledby="rows">
    <h2 id="rows">${view.words.rows}</h2>
    <table class="rows">
      <thead>
        <tr>
          <th scope="col">${view.words.criterion}, ${view.words.level}</th>
          ${targets.map((target) => html`<th scope="col">${view.words[target]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${view.rows.map((row) => rowHtml(row, view))}
      </tbody>
    </table>
    <ul class="extra">
      ${Object.values(view.words.extra).map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;

function filesPart({ words: text, evidence, input, own, page }: View): Html {
  const { contact } = input.lesson;
  const files = evidence.artifacts.map((file) => {
    const flaws = flawsOf(file).map((flaw) => html` ${said(flaw, foreign('en', page))}`);
    return html`<li>
      <b>${file.path}</b> <span>${file.bytes} ${text.bytes}</span> <code>${file.hash}</code>
      <p>${text.fileTests[fileTest(file)]}${flaws}</p>
    </li>`;
  });
  return html`<section aria-labelledby="files">
    <h2 id="files">${text.files}</h2>
    <p>${text.file}, ${text.bytes}, ${text.hash}</p>
    <ul class="files">
      ${files}
    </ul>
    <h2>${text.tools}</h2>
    <p>${toolsOf(evidence).join(' · ')}</p>
    <h2>${text.contact}</h2>
    <p>${contact === undefined ? text.noContact : said(plainText(contact), own)}</p>
  </section>`;
}

/**
 * `accessibility.html`: one self-contained page that tells what was tested and what a person must judge. Needs no script
 * and no network; reads well at 320 pixels, in the dark, printed, and by ear.
 */
export function dossierHtml(dossier: Dossier): string {
  const { lesson, deck, composition } = dossier.input;
  const { lang: page, words } = pageWords(composition.words, 'accessibility');
  const view: View = { ...dossier, words, page, own: foreign(lesson.lang, page) };
  const body = html`<a class="skip" href="#person">${view.words.skip}</a>
    ${top(view)}
    <main>${summary(view)} ${personPart(view)} ${saidPart(view)} ${rowsPart(view)} ${filesPart(view)}</main>`;
  return pageHtml({
    lang: page,
    title: `${plainText(lesson.title)} – ${view.words.kicker}`,
    css: accessibilityCss,
    body,
    fontCss: fontFacesOf(deck.css),
  });
}
