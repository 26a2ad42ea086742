/** The source at the left, statement by statement; at the right what carries it. */
import { plainText } from '../../compose/index.ts';
import { statuses, type Said, type SectionCoverage, type StatementCoverage } from '../../coverage/index.ts';
import { attribute, bar, html, htmlId, icon, type Html } from '../../page-kit/index.ts';
import { fill } from '../../wire/index.ts';
import { statementHtmlId, type SlideView, type View } from './view.ts';

export const sectionHtmlId = (id: string): string => htmlId('section', id);

/** The words of a slide that say a statement, marked in the pieces that they stand in. */
function quoted(view: View, said: Said | undefined, slide: SlideView): Html | undefined {
  const passages = said === undefined ? [] : view.passages(said, slide.slide);
  if (passages.length === 0) return undefined;
  const lines = passages.map(({ text, marks }) => {
    let from = 0;
    const parts = marks.map(([start, end]) => {
      const part = html`${text.slice(from, start)}<mark>${text.slice(start, end)}</mark>`;
      from = end;
      return part;
    });
    return html`<li>${parts}${text.slice(from)}</li>`;
  });
  return html`<ul class="said" dir="auto" ${attribute('lang', view.foreign)}>
    ${lines}
  </ul>`;
}

/** A small card of a slide; the picture when there is one, its number set large otherwise. */
function card(view: View, slide: SlideView, said: Said | undefined): Html {
  const picture =
    slide.thumbnail === undefined
      ? html`<span class="tile" aria-hidden="true">${slide.number}</span>`
      : html`<img class="tile" src="${slide.thumbnail}" alt="" loading="lazy" decoding="async" />`;
  const evidence = slide.evidence.map(
    (label) => html`<span class="badge" dir="auto" ${attribute('lang', view.foreign)}>${label}</span>`,
  );
  return html`<li>
    <a class="card" href="${slide.href}"
      >${picture}<span class="about"
        ><span class="hidden">${view.words.slide} ${slide.number}: </span
        ><span class="name" dir="auto" ${attribute('lang', view.foreign)}>${slide.plainTitle}</span
        ><span class="meta"><span>${slide.layout}</span>${evidence}</span></span
      ></a
    >${quoted(view, said, slide)}
  </li>`;
}

/** A slide that was shown in full a little higher in the same section. */
const again = (view: View, slide: SlideView, said: Said | undefined): Html =>
  html`<li>
    <a class="again" href="${slide.href}"
      ><span class="hidden">${view.words.slide} </span><b>${slide.number}</b>
      <span dir="auto" ${attribute('lang', view.foreign)}>${slide.plainTitle}</span></a
    >${quoted(view, said, slide)}
  </li>`;

function others(view: View, { questions, misconceptions }: StatementCoverage): readonly Html[] {
  const own = attribute('lang', view.foreign);
  const asked = questions.map((id) => {
    const text = plainText(view.lesson.quiz.find((question) => question.id === id)?.question ?? '');
    return html`<li class="other">
      ${icon('question')}<span>${view.words.kind.question} ${id}: <span dir="auto" ${own}>${text}</span></span>
    </li>`;
  });
  const corrected = misconceptions.map((number) => {
    const text = plainText(view.lesson.misconceptions[number - 1]?.wrong ?? '');
    return html`<li class="other">
      ${icon('misconception')}<span>${view.words.kind.misconception}: <span dir="auto" ${own}>${text}</span></span>
    </li>`;
  });
  return [...asked, ...corrected];
}

function carriers(view: View, item: StatementCoverage, seen: Set<string>): Html {
  const slides = item.slides.flatMap((id) => {
    const slide = view.slides.get(id);
    if (slide === undefined) return [];
    const shown = seen.has(id);
    seen.add(id);
    return [(shown ? again : card)(view, slide, view.said.get(item.statement.id))];
  });
  const own = attribute('lang', view.foreign);
  const waived = item.waivers.map(
    ({ reason }) =>
      html`<li class="note held">
        <b>${view.words.waivedBecause}</b>
        <span dir="auto" ${own}>${plainText(reason)}</span>
      </li>`,
  );
  const missing =
    item.status === 'uncovered'
      ? html`<li class="note missing">${icon('uncovered')} ${view.words.onNoSlide}</li>`
      : undefined;
  return html`<ul class="carriers">
    ${slides}${missing}${waived}${others(view, item)}
  </ul>`;
}

/** The text of a statement, its words marked by where the slides say them. */
function marked(text: string, said: Said | undefined): readonly Html[] {
  let from = 0;
  const parts: Html[] = [];
  for (const { at, written, where } of said?.terms ?? []) {
    parts.push(html`${text.slice(from, at)}<span class="w ${where}">${written}</span>`);
    from = at + written.length;
  }
  return [...parts, html`${text.slice(from)}`];
}

/** Rounded down, so that 100 means all. */
const wholePercent = (share: number): number => Math.floor(share * 100 + 1e-9);

/** How many statements of a section are where; nothing is said of none, but that slides carry some. */
const tallyOf = ({ words: { tally } }: View, counts: SectionCoverage['counts']): string =>
  statuses
    .filter((status) => status === 'covered' || counts[status] > 0)
    .map((status) => fill(tally[status], counts[status]))
    .join(' · ');

/** How much of a statement the slides say, and how much with the notes. */
const shareOf = ({ words }: View, slides: number, withNotes: number): string =>
  withNotes > slides ? fill(words.shareWithNotes, slides, withNotes) : fill(words.share, slides);

/** Whether the slides say it, and which of its words they lack. */
function how(view: View, said: Said | undefined): Html | undefined {
  if (said === undefined) return undefined;
  const missing = [...new Set(said.terms.filter(({ where }) => where === 'nowhere').map(({ written }) => written))];
  const lacks = said.saying === 'slide' || missing.length === 0 ? '' : ` · ${view.words.missing} ${missing.join(', ')}`;
  return html`<span
      class="mark ${said.saying === 'slide' ? 'covered' : said.saying === 'notes' ? 'waived' : 'uncovered'}"
      >${view.words.saying[said.saying]}${lacks}</span
    ><span class="share-of">${shareOf(view, wholePercent(said.shown), wholePercent(said.share))}</span>`;
}

function statementRow(view: View, item: StatementCoverage, seen: Set<string>): Html {
  const { statement, status } = item;
  const said = view.said.get(statement.id);
  const change = view.stale.get(statement.id);
  const stale =
    change === undefined
      ? undefined
      : html`<span class="mark review">${icon('review')} ${view.words.review}: ${view.words.change[change]}</span>`;
  return html`<li id="${statementHtmlId(statement.id)}" class="st ${status}${change === undefined ? '' : ' stale'}">
    <div class="words">
      <p dir="auto" ${attribute('lang', view.foreign)}>${marked(statement.text, said)}</p>
      <p class="marks">
        <span class="id">${statement.id}</span
        ><span class="mark ${status}">${icon(status)} ${view.words.status[status]}</span>${how(view, said)}${stale}
      </p>
    </div>
    ${carriers(view, item, seen)}
  </li> `;
}

function part(view: View, { section, statements, counts }: SectionCoverage, index: number): Html {
  const seen = new Set<string>();
  const id = sectionHtmlId(section.id);
  return html`<section class="part" aria-labelledby="${id}">
    <header class="part-head">
      <h3 id="${id}" dir="auto" ${attribute('lang', view.foreign)}>
        <span class="nth" aria-hidden="true">${index + 1}</span>${section.title}
      </h3>
      <p class="tally">${tallyOf(view, counts)}</p>
      ${bar(counts)}
    </header>
    <ol class="statements">
      ${statements.map((item) => statementRow(view, item, seen))}
    </ol>
  </section> `;
}

/** All sections of the source with their statements. */
export const sourcePart = (view: View): Html =>
  html`${view.coverage.sections.map((section, index) => part(view, section, index))}`;
