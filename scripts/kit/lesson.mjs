/** A lesson with the signs that formats give a meaning, words that only the teacher may see, and all kinds of questions. */
const signs = 'A & B < C > D ~ E = F # G { H } I ]]> J';
export const secretNote = 'Quillnote';
export const secretAnswer = 'Zebrafact';

const quiz = [
  {
    question: `Which ${signs}?`,
    answers: [
      { text: `Right ${signs}`, correct: true, feedback: `${secretAnswer} one ${signs}` },
      { text: 'Wrong {x} = #1', feedback: `${secretAnswer} two` },
    ],
    explanation: `${secretAnswer} because $a < b$ & c.`,
  },
  {
    type: 'multiple',
    question: 'Which are even?',
    answers: ['[x] 2', '[x] 4', '[ ] 5'],
    explanation: `${secretAnswer} by two.`,
  },
  { question: 'SERT moves chloride.', answer: true, explanation: `${secretAnswer} it does.` },
  { question: 'How fast?', answer: '4.5 ± 0.1 mM/s', explanation: `${secretAnswer} count.` },
  {
    question: 'What belongs together?',
    pairs: { 'SERT ~ 1': 'serotonin', DAT: 'dopamine = DA' },
    explanation: `${secretAnswer} names.`,
  },
  { question: 'In which order?', order: ['one', 'two: 2', 'three #3'], explanation: `${secretAnswer} order.` },
  { question: 'Which gene?', answer: [`${secretAnswer}gene`], explanation: `${secretAnswer} look.` },
  { question: 'It takes [[Zebrafactgap]] & {Cl}.', explanation: `${secretAnswer} ions.` },
];

export const outline = {
  title: `Signs: ${signs}`,
  lang: 'en',
  authors: ['Ada & Bo <x>'],
  date: '2026-03-29',
  license: 'CC BY 4.0',
  plans: [
    { id: 'short', minutes: 45 },
    { id: 'long', minutes: 90 },
  ],
  objectives: [{ id: 'o', verb: 'name', text: `signs ${signs}` }],
  glossary: [{ term: 'Term & <t>', definition: `Meaning ${signs}` }],
  sections: [
    {
      id: 's',
      title: `Section ${signs}`,
      minutes: { short: 20, long: 40 },
      slides: [
        {
          layout: 'bullets',
          title: `Listed ${signs}`,
          bullets: [`Point ${signs}`, 'Energy $E = mc^2 < 5$'],
          notes: `${secretNote} ${signs} and $x^2$`,
        },
        ...quiz.map((_, i) => ({ layout: 'quiz', question: `q${i + 1}` })),
      ],
    },
  ],
  quiz,
};

/** Papers are made for each time plan too. */
export const perPlan = {
  plans: ['short', 'long'],
  namesOf(name) {
    const [stem, end] = name.split('.');
    const isPaper = ['script', 'lesson-plan', 'reading', 'quiz', 'answers', 'handout'].includes(stem);
    return isPaper && ['pdf', 'html', 'epub', 'md'].includes(end)
      ? this.plans.map((plan) => `${stem}-${plan}.${end}`)
      : [];
  },
};

/** What each file must say, as another program reads it; files of a kind that is not here are only opened. */
export const expected = {
  'deck.html': [`Point ${signs}`],
  'deck.pdf': [`Point ${signs}`],
  'deck.pptx': [`Point ${signs}`],
  'deck.txt': [`Point ${signs}`, 'E = mc²'],
  'handout.pdf': [`Point ${signs}`, `Meaning ${signs}`],
  'handout-large.pdf': [`Point ${signs}`],
  'script.pdf': [`${secretNote} ${signs}`],
  'lesson-plan.html': [`signs ${signs}`],
  'lesson-plan.pdf': [`signs ${signs}`],
  'reading.html': [`Point ${signs}`, `Meaning ${signs}`],
  'reading.epub': [`Point ${signs}`, `Meaning ${signs}`],
  'quiz.html': [`Which ${signs}?`, `Right ${signs}`],
  'quiz.pdf': [`Which ${signs}?`, `Right ${signs}`],
  'answers.pdf': [`${secretAnswer} one ${signs}`],
  'quiz.moodle.xml': [`Which ${signs}?`, `Right ${signs}`, `${secretAnswer} one ${signs}`],
  'lesson.imscc': [`Which ${signs}?`, `Right ${signs}`],
  'quiz.qti21.zip': [`Which ${signs}?`, `Right ${signs}`],
  'lesson.scorm.zip': [`Which ${signs}?`],
  'flashcards.tsv': [`Which ${signs}?`, `Meaning ${signs}`],
  'flashcards.apkg': [`Which ${signs}?`, `Meaning ${signs}`],
  'CITATION.cff': ['Ada & Bo <x>'],
  'lesson.ics': [`Signs: ${signs}`],
};
