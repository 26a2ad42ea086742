import { plainText } from '../../compose/index.ts';
import {
  leftOutList,
  percent,
  sayings,
  statuses,
  type Coverage,
  type Saying,
  type TextCoverage,
} from '../../coverage/index.ts';
import type { Lesson } from '../../model/index.ts';
import { attribute, bar, fontFacesOf, html, icon, pageHtml, type Html } from '../../page-kit/index.ts';
import { fill } from '../../wire/index.ts';
import { questionsPart, reviewPart, slidesPart, waiversPart } from './other-parts.ts';
import { sectionHtmlId, sourcePart } from './source-part.ts';
import { coverageCss } from './style.ts';
import { viewOf, type CoverageExtras, type View } from './view.ts';

/** How many statements of one text are said where. */
function saidOfText({ said, words, coverage }: View, file: string): string {
  const statements = coverage.sections.flatMap((section) => section.statements.map(({ statement }) => statement));
  const own = statements.filter(({ at }) => at.file === file).flatMap(({ id }) => said.get(id) ?? []);
  const count = (saying: Saying): number => own.filter((one) => one.saying === saying).length;
  return sayings.map((saying) => `${words.saying[saying]} ${count(saying)}`).join(' · ');
}

/** What was read of one text, and what of it is no statement. */
function readingOf({ words }: View, { text, counts, words: read, leftOut }: TextCoverage): string {
  const roles: Readonly<Record<string, string>> = words.roles;
  const head = fill(words.reading, counts.statements, percent(read.stated, read.stated + read.leftOut));
  const list = leftOutList(leftOut, words);
  const parts = list.length === 0 ? '' : `; ${words.leftOut} ${list.join(', ')}`;
  return `${text.file} (${roles[text.role] ?? text.role}): ${head}${parts}`;
}

function top(view: View): Html {
  const { lesson, words, coverage } = view;
  const { totals } = coverage;
  const own = attribute('lang', view.foreign);
  const subtitle =
    lesson.subtitle === undefined
      ? undefined
      : html`<p class="subtitle" dir="auto" ${own}>${plainText(lesson.subtitle)}</p>`;
  const figures = statuses.map(
    (status) =>
      html`<div class="figure ${status}">
        <dt>${icon(status)} ${words.status[status]}</dt>
        <dd>${totals[status]}</dd>
      </div>`,
  );
  return html`<header class="top">
    <p class="kicker">${words.kicker}</p>
    <h1 dir="auto" ${own}>${plainText(lesson.title)}</h1>
    ${subtitle} ${view.isOnlyQuestions ? html`<p class="only">${words.onlyQuestions}</p>` : undefined}
    <p class="screen">
      <a class="button" href="${view.deckHref}">${icon('slides')} ${words.openDeck}</a>
    </p>
    <div class="result">
      <p class="share">
        <b>${percent(totals.covered, totals.statements)} %</b>
        <span>${words.accounted}</span>
      </p>
      <div class="sum">
        ${bar(totals)}
        <dl>${figures}</dl>
        <p class="facts">
          ${totals.statements} ${fill(words.statements, totals.statements)} ·
          ${fill(words.sectionsComplete, totals.completeSections, totals.sections)} · ${totals.slides} ${words.slides},
          ${fill(words.orphans, totals.orphans)}
        </p>
        ${coverage.texts.map((text) => html`<p class="facts text"><b>${readingOf(view, text)}</b><br />${saidOfText(view, text.text.file)}</p>`)}
      </div>
    </div>
  </header>`;
}

function contents(view: View): Html {
  const own = attribute('lang', view.foreign);
  const items = view.coverage.sections.map(({ section, counts, complete }, index) => {
    const state = complete ? '' : ` · ${counts.uncovered} ${view.words.status.uncovered.toLowerCase()}`;
    return html`<li class="${complete ? 'complete' : 'short'}">
      <a href="#${sectionHtmlId(section.id)}"
        ><span class="nth" aria-hidden="true">${index + 1}</span
        ><span class="go"
          ><span dir="auto" ${own}>${section.title}</span
          ><small>${counts.covered + counts.waived}/${counts.statements}${state}</small>${bar(counts)}</span
        ></a
      >
    </li> `;
  });
  return html`<nav class="contents" aria-label="${view.words.contents}">
    <p class="contents-title" aria-hidden="true">${view.words.contents}</p>
    <ol>
      ${items}
    </ol>
  </nav>`;
}

/** Radio buttons that work by style alone (`:has`), so that the page needs no script. */
function filters(view: View): Html {
  const { totals } = view.coverage;
  const option = (id: string, label: string, count: number): Html =>
    html`<label class="option"
      ><input type="radio" name="show" id="show-${id}" ${id === 'all' ? html` checked` : undefined} /><span
        >${label} <b>${count}</b></span
      ></label
    >`;
  const review = view.stale.size > 0 ? option('stale', view.words.review, view.stale.size) : undefined;
  return html`<fieldset class="filters screen">
      <legend class="hidden">${view.words.filter}</legend>
      ${option('all', view.words.all, totals.statements)}${statuses.map((status) => option(status, view.words.status[status], totals[status]))}${review}
    </fieldset>
    ${statuses.filter((status) => totals[status] === 0).map((status) => html`<p class="empty empty-${status} screen">${view.words.none}</p>`)}`;
}

/**
 * `coverage.html`: one self-contained page that shows the source beside the slides that carry it, and the other way round.
 * Needs no script, no network; reads well printed, in the dark, and by ear.
 */
export function coverageHtml(lesson: Lesson, coverage: Coverage, extras: CoverageExtras): string {
  const view = viewOf(lesson, coverage, extras);
  const body = html`<a class="skip" href="#source">${view.words.skip}</a>
    ${top(view)}
    <div class="columns">
      ${contents(view)}
      <main>
        ${reviewPart(view)}
        <h2 id="source" class="source-title" tabindex="-1">${view.words.sourceTitle}</h2>
        ${filters(view)} ${sourcePart(view)} ${slidesPart(view)} ${questionsPart(view)} ${waiversPart(view)}
      </main>
    </div>`;
  const title = `${plainText(lesson.title)} – ${view.words.kicker}`;
  const fonts = extras.deck === undefined ? {} : { fontCss: fontFacesOf(extras.deck.css) };
  return pageHtml({ lang: view.lang, title, css: coverageCss(), body, ...fonts });
}
