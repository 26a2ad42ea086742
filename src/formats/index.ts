import { accessibilityFormat } from './accessibility/format.ts';
import { calendarFormat } from './calendar/format.ts';
import { citationFormat } from './citation/format.ts';
import { coverageFormat } from './coverage/format.ts';
import { flashcardsFormat } from './flashcards/format.ts';
import type { Format } from './format.ts';
import { handoutFormat } from './handout/format.ts';
import { giftFormat } from './gift/format.ts';
import { htmlFormat } from './html/format.ts';
import { markdownFormat } from './markdown/format.ts';
import { moodleFormat } from './moodle/format.ts';
import { pdfFormat } from './pdf/format.ts';
import { picturesFormat } from './pictures/format.ts';
import { planFormat } from './plan/format.ts';
import { pptxFormat } from './pptx/format.ts';
import { quizFormat } from './quiz/format.ts';
import { readingFormat } from './reading/format.ts';
import { scriptFormat } from './script/format.ts';
import { siteFormat } from './site/format.ts';
import { textFormat } from './text/format.ts';
import { cartridgeFormat, qti21Format } from './qti/format.ts';
import { scormFormat } from './scorm/format.ts';
import { thumbnailFormat } from './thumbnail.ts';

export { pdfFormat, pdfStepsFormat } from './pdf/format.ts';
export type {
  Evidence,
  Format,
  FormatFile,
  FormatInput,
  PageResult,
  PageTask,
  PlanDeck,
  Sheet,
  Unfinished,
} from './format.ts';

/** All formats, in the order in which their files are listed. */
export const formats: readonly Format[] = [
  htmlFormat,
  pdfFormat,
  pptxFormat,
  markdownFormat,
  coverageFormat,
  thumbnailFormat,
  handoutFormat,
  scriptFormat,
  planFormat,
  quizFormat,
  readingFormat,
  textFormat,
  picturesFormat,
  giftFormat,
  moodleFormat,
  cartridgeFormat,
  qti21Format,
  scormFormat,
  flashcardsFormat,
  citationFormat,
  calendarFormat,
  siteFormat,
  accessibilityFormat,
];
