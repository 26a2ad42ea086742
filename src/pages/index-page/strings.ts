import type { PageLanguage } from '../../page-kit/index.ts';

/** The page's own words in one language. */
export interface Words {
  readonly title: string;
  readonly lessons: (count: number) => string;
  readonly failedCount: (count: number) => string;
  readonly search: string;
  readonly found: (count: number) => string;
  readonly slides: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly covered: (percent: number) => string;
  readonly failed: (errors: number) => string;
  /** Built, but not all as it is written. */
  readonly flawed: (errors: number) => string;
  readonly old: string;
  readonly warnings: (count: number) => string;
  readonly files: string;
  readonly forTeacher: string;
  readonly empty: string;
  /** What a file is, by its name; other files are shown by their name. */
  readonly names: Readonly<Record<string, string>>;
}

const en: Words = {
  title: 'Lessons',
  lessons: (count) => `${count} ${count === 1 ? 'lesson' : 'lessons'}`,
  failedCount: (count) => (count === 1 ? '1 lesson could not be built' : `${count} lessons could not be built`),
  search: 'Find a lesson',
  found: (count) => `${count} ${count === 1 ? 'lesson' : 'lessons'} found`,
  slides: (count) => `${count} ${count === 1 ? 'slide' : 'slides'}`,
  minutes: (count) => `${count} min`,
  covered: (percent) => `${percent} % of the source covered`,
  failed: (errors) => (errors === 0 ? 'Not built' : `Not built: ${errors} ${errors === 1 ? 'error' : 'errors'}`),
  flawed: (errors) => `Built with ${errors} ${errors === 1 ? 'error' : 'errors'}: not every slide is as it was written`,
  old: 'The files below are from an earlier build.',
  warnings: (count) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
  files: 'Files',
  forTeacher: 'For the lecturer',
  empty: 'There are no lessons yet.',
  names: {
    'deck.pdf': 'Slides (PDF)',
    'deck.pptx': 'PowerPoint',
    'deck.md': 'Marp Markdown',
    'handout.pdf': 'Handout',
    'script.pdf': 'Speaker script',
    'lesson-plan.pdf': 'Lesson plan (PDF)',
    'lesson-plan.html': 'Lesson plan',
    'quiz.html': 'Quiz',
    'quiz.pdf': 'Quiz (PDF)',
    'answers.pdf': 'Answer key',
    'quiz.gift': 'Quiz for Moodle (GIFT)',
    'quiz.qti.zip': 'Quiz (QTI)',
    'flashcards.csv': 'Flashcards',
    'coverage.html': 'Coverage',
    'coverage.json': 'Coverage (JSON)',
    'accessibility.html': 'Accessibility',
    'accessibility.json': 'Accessibility (JSON)',
  },
};

const nl: Words = {
  title: 'Lessen',
  lessons: (count) => `${count} ${count === 1 ? 'les' : 'lessen'}`,
  failedCount: (count) =>
    count === 1 ? '1 les kon niet worden gemaakt' : `${count} lessen konden niet worden gemaakt`,
  search: 'Zoek een les',
  found: (count) => `${count} ${count === 1 ? 'les' : 'lessen'} gevonden`,
  slides: (count) => `${count} ${count === 1 ? 'dia' : 'dia’s'}`,
  minutes: (count) => `${count} min`,
  covered: (percent) => `${percent} % van de bron gedekt`,
  failed: (errors) => (errors === 0 ? 'Niet gemaakt' : `Niet gemaakt: ${errors} ${errors === 1 ? 'fout' : 'fouten'}`),
  flawed: (errors) =>
    `Gemaakt met ${errors} ${errors === 1 ? 'fout' : 'fouten'}: niet elke dia is zoals hij is geschreven`,
  old: 'De bestanden hieronder zijn van een eerdere keer.',
  warnings: (count) => `${count} ${count === 1 ? 'waarschuwing' : 'waarschuwingen'}`,
  files: 'Bestanden',
  forTeacher: 'Voor de docent',
  empty: 'Er zijn nog geen lessen.',
  names: {
    'deck.pdf': 'Dia’s (PDF)',
    'deck.pptx': 'PowerPoint',
    'deck.md': 'Marp-Markdown',
    'handout.pdf': 'Hand-out',
    'script.pdf': 'Spreektekst',
    'lesson-plan.pdf': 'Lesplan (PDF)',
    'lesson-plan.html': 'Lesplan',
    'quiz.html': 'Quiz',
    'quiz.pdf': 'Quiz (PDF)',
    'answers.pdf': 'Antwoorden',
    'quiz.gift': 'Quiz voor Moodle (GIFT)',
    'quiz.qti.zip': 'Quiz (QTI)',
    'flashcards.csv': 'Flitskaarten',
    'coverage.html': 'Dekking',
    'coverage.json': 'Dekking (JSON)',
    'accessibility.html': 'Toegankelijkheid',
    'accessibility.json': 'Toegankelijkheid (JSON)',
  },
};

export const words = { en, nl } as const satisfies Record<PageLanguage, Words>;
