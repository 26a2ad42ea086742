/** The other direction and the lists at the end: slides to statements, questions, waivers, what to review. */
import { plainText } from '../../compose/index.ts';
import type { Change, Review } from '../../coverage/index.ts';
import type { StatementLink } from '../../model/index.ts';
import { attribute, html, icon, type Html } from '../../page-kit/index.ts';
import { statementLink, type SlideView, type View } from './view.ts';

const own = (view: View, text: string): Html =>
  html`<span dir="auto" ${attribute('lang', view.foreign)}>${plainText(text)}</span>`;

function known(view: View, links: readonly StatementLink[]): readonly string[] {
  const ids = new Set(
    view.coverage.sections.flatMap(({ statements }) => statements.map(({ statement }) => statement.id)),
  );
  return [...new Set(links.map(({ statement }) => statement))].filter((id) => ids.has(id));
}

const refs = (ids: readonly string[]): readonly Html[] => ids.map((id) => html`${statementLink(id)} `);

/** A table that scrolls sideways by itself on a narrow screen; focusable, so that the keyboard can scroll it. */
function table(label: string, head: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${head.map((text) => html`<th scope="col">${text}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `;
}

function slideRow(view: View, slide: SlideView): Html {
  const carried =
    slide.orphan === 'no'
      ? refs(slide.statements)
      : [html`<span class="quiet">${view.words.orphan[slide.orphan]}</span>`];
  const title = html`<a href="${slide.href}" dir="auto" ${attribute('lang', view.foreign)}>${slide.plainTitle}</a>`;
  return html`<tr>
    <td class="count">${slide.number}</td>
    <th scope="row">${title}</th>
    <td>${slide.layout}</td>
    <td>${slide.evidence.join(', ')}</td>
    <td>${carried}</td>
  </tr> `;
}

/** What each slide carries. */
export function slidesPart(view: View): Html {
  const { words } = view;
  const head = [words.number, words.slide, words.layout, words.evidence, words.carries];
  const rows = view.coverage.slides
    .flatMap(({ slide }) => view.slides.get(slide) ?? [])
    .map((slide) => slideRow(view, slide));
  return html`<section class="more" aria-labelledby="slides">
    <h2 id="slides">${words.fromSlides}</h2>
    ${table(words.fromSlides, head, rows)}
  </section>`;
}

/** Questions and misconceptions with their statements; nothing when there are none. */
export function questionsPart(view: View): Html | undefined {
  const { words, lesson } = view;
  const row = (kind: string, text: string, links: readonly StatementLink[]): Html =>
    html`<tr>
      <td>${kind}</td>
      <th scope="row">${own(view, text)}</th>
      <td>${refs(known(view, links))}</td>
    </tr> `;
  const rows = [
    ...lesson.quiz.map(({ id, question, covers }) => row(`${words.kind.question} ${id}`, question, covers)),
    ...lesson.misconceptions.map(({ wrong, covers }) => row(words.kind.misconception, wrong, covers)),
  ];
  if (rows.length === 0) return undefined;
  return html`<section class="more" aria-labelledby="questions">
    <h2 id="questions">${words.others}</h2>
    ${table(words.others, [words.kindOf, words.text, words.carries], rows)}
  </section>`;
}

/** Every waiver with its reason; nothing when there are none. */
export function waiversPart(view: View): Html | undefined {
  const { words } = view;
  const rows = view.coverage.sections
    .flatMap(({ statements }) => statements)
    .flatMap(({ statement, waivers }) =>
      waivers.map(
        ({ reason }) =>
          html`<tr>
            <td>${statementLink(statement.id)}</td>
            <th scope="row">${own(view, statement.text)}</th>
            <td>${own(view, reason)}</td>
          </tr> `,
      ),
    );
  if (rows.length === 0) return undefined;
  return html`<section class="more" aria-labelledby="waivers">
    <h2 id="waivers">${words.waivers}</h2>
    ${table(words.waivers, [words.number, words.statement, words.reason], rows)}
  </section>`;
}

function changeText(view: View, change: Change): Html {
  const label = view.words.change[change.kind];
  if (change.kind === 'removed') return html`<span>${change.before}: ${label}</span> `;
  const from = change.kind !== 'added' && change.before !== change.after ? html`${change.before} → ` : undefined;
  return html`<span>${from}${statementLink(change.after)}: ${label}</span> `;
}

function reviewItem(view: View, { kind, id, changes }: Review): Html {
  const slide = kind === 'slide' ? view.slides.get(id) : undefined;
  const name = slide === undefined ? own(view, id) : html`<a href="${slide.href}">${own(view, slide.title)}</a>`;
  return html`<li>
    ${icon('review')}<span
      ><b>${view.words.kind[kind]}${slide === undefined ? '' : ` ${slide.number}`}</b> ${name}
      <span class="changes">${changes.map((change) => changeText(view, change))}</span></span
    >
  </li> `;
}

/** What must be reviewed because the source changed; nothing when all is up to date. */
export function reviewPart(view: View): Html | undefined {
  const reviews = view.staleness?.reviews ?? [];
  if (reviews.length === 0) return undefined;
  return html`<section class="to-review" aria-labelledby="review">
    <h2 id="review">${view.words.reviewTitle} (${reviews.length})</h2>
    <p>${view.words.reviewLead}</p>
    <ul>
      ${reviews.map((review) => reviewItem(view, review))}
    </ul>
  </section>`;
}
