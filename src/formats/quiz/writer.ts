import { ownHtml } from '../../compose/index.ts';
import type { OwnHtml } from '../../documents/index.ts';
import { writeGaps, type PlacedQuestion } from '../../questions/index.ts';
import type { FormatInput } from '../format.ts';
import { embedded, mathDesk } from '../platforms/index.ts';

/** Writes texts of questions for paper: formulas as MathML, pictures inside. */
export interface QuestionWriter {
  /** What is asked; gaps are numbered lines to write on. */
  asked(question: PlacedQuestion): OwnHtml;
  block(markdown: string, question: PlacedQuestion): OwnHtml;
  inline(markdown: string, question: PlacedQuestion): OwnHtml;
}

/** Lines for a gap, of the same length whatever belongs there. */
const gapLine = '_'.repeat(12);

export function questionWriter(input: FormatInput, file: string): QuestionWriter {
  const desk = mathDesk(input, file);
  const own = (html: string): OwnHtml => ownHtml(embedded(html, desk));
  return {
    asked: (question) => {
      if (question.kind !== 'cloze') return own(desk.html(question.question, question));
      return own(
        writeGaps(
          question,
          (marked) => desk.html(marked, question),
          (_, i) => `<span class="gap">(${i + 1}) ${gapLine}</span>`,
        ),
      );
    },
    block: (markdown, question) => own(desk.html(markdown, question)),
    inline: (markdown, question) => own(desk.inline(markdown, question)),
  };
}
