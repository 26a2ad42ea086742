/** The words of a new lesson in one language. */
interface Words {
  readonly title: string;
  readonly outline: (title: string) => string;
  readonly source: (title: string) => string;
  readonly picture: readonly [left: string, right: string];
}

const picture = ([
  left,
  right,
]: Words['picture']): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 300">
  <!-- Elements with data-step="2" appear at the second step of the slide. -->
  <rect x="20" y="90" width="300" height="120" rx="8" fill="#e4eced"/>
  <text x="170" y="162" font-size="36" text-anchor="middle" fill="#12303a">${left}</text>
  <path d="M340 150h110m-22-16 22 16-22 16" fill="none" stroke="#0a5c6e" stroke-width="5" data-step="1"/>
  <rect x="480" y="90" width="300" height="120" rx="8" fill="#0a5c6e" data-step="1"/>
  <text x="630" y="162" font-size="36" text-anchor="middle" fill="#ffffff" data-step="1">${right}</text>
</svg>
`;

const english: Words = {
  title: 'A new lesson',
  outline: (title) => `# yaml-language-server: $schema=../../lesson.schema.json
# (With that schema your editor completes and explains the fields; \`lectern schema > lesson.schema.json\` renews it.)
title: ${title}
author: Your name
lang: en
audience: first-year students
plans:
  - { id: lecture, minutes: 10, title: Lecture }

objectives:                       # what students can do afterwards
  - { id: tell, verb: explain, bloom: understand, text: why a slide needs one statement }

# source.md is the text that the lesson must cover: each of its sentences is a statement, one-point.1, one-point.2 …
sections:
  - id: one-point
    title: One slide, one point
    minutes: 10
    slides:
      - layout: title
      - layout: statement
        id: point
        title: A slide makes one point, and its title says it
        body: |
          - The **title** is a sentence
          - The body shows the evidence
          - The prose goes into the notes
        steps: true               # the items appear one after another
        covers: [one-point.1, one-point.2]
        objectives: [tell]
        notes: |
          Only you see this, in the presenter view (press S in deck.html).
      - layout: image
        id: flow
        title: A picture carries what words would list
        image: { src: images/flow.svg, alt: 'Two boxes, source and slides, with an arrow from the first to the second' }
        covers: [one-point.3]
        notes: The arrow and the second box appear at the second step. Ask what a list would have said instead.
      - layout: quiz
        question: q1
        notes: Let everyone choose before you show the answer.
      - layout: summary
        title: Say one thing, and show it
        points: [The title states the point, The body shows the evidence]
        notes: Ask for an example from a lecture of last week.

quiz:
  - id: q1
    question: What does the title of a slide say?
    objectives: [tell]
    covers: [one-point.1]
    answers:
      - { text: The subject of the slide, feedback: A subject is no statement. }
      - { text: The number of the slide, feedback: The number stands at the foot. }
      - { text: The point of the slide, correct: true }
    explanation: A sentence can be true or false; a subject cannot.
`,
  source: (title) => `# ${title}

## One slide, one point {#one-point}

A slide makes one point, and its title says that point as a sentence. The body shows the evidence for it. A picture often carries more than a list of words.
`,
  picture: ['source', 'slides'],
};

const dutch: Words = {
  title: 'Een nieuwe les',
  outline: (title) => `# yaml-language-server: $schema=../../lesson.schema.json
# (Met dat schema vult uw editor de velden aan en legt ze uit; \`lectern schema > lesson.schema.json\` vernieuwt het.)
title: ${title}
author: Uw naam
lang: nl
audience: eerstejaarsstudenten
plans:
  - { id: college, minutes: 10, title: College }

objectives:                       # wat studenten na afloop kunnen
  - { id: uitleg, verb: uitleggen, bloom: understand, text: waarom een dia één bewering nodig heeft }

# source.md is de tekst die de les moet dekken: elke zin is een bewering, een-punt.1, een-punt.2 …
sections:
  - id: een-punt
    title: Eén dia, één punt
    minutes: 10
    slides:
      - layout: title
      - layout: statement
        id: punt
        title: Een dia maakt één punt, en de titel zegt welk
        body: |
          - De **titel** is een zin
          - De inhoud toont het bewijs
          - De tekst hoort in de notities
        steps: true               # de regels verschijnen na elkaar
        covers: [een-punt.1, een-punt.2]
        objectives: [uitleg]
        notes: |
          Alleen u ziet dit, in het presentatorscherm (druk op S in deck.html).
      - layout: image
        id: stroom
        title: Een beeld draagt wat woorden opsommen
        image: { src: images/flow.svg, alt: 'Twee vakken, bron en dia’s, met een pijl van het eerste naar het tweede' }
        covers: [een-punt.3]
        notes: De pijl en het tweede vak verschijnen bij de tweede stap. Vraag wat een opsomming had gezegd.
      - layout: quiz
        question: q1
        notes: Laat iedereen kiezen voordat u het antwoord toont.
      - layout: summary
        title: Zeg één ding, en laat het zien
        points: [De titel zegt het punt, De inhoud toont het bewijs]
        notes: Vraag om een voorbeeld uit een college van vorige week.

quiz:
  - id: q1
    question: Wat zegt de titel van een dia?
    objectives: [uitleg]
    covers: [een-punt.1]
    answers:
      - { text: Het onderwerp van de dia, feedback: Een onderwerp is geen bewering. }
      - { text: Het nummer van de dia, feedback: Het nummer staat onderaan. }
      - { text: Het punt van de dia, correct: true }
    explanation: Een zin kan waar of onwaar zijn, een onderwerp niet.
`,
  source: (title) => `# ${title}

## Eén dia, één punt {#een-punt}

Een dia maakt één punt, en de titel zegt dat punt in een zin. De inhoud toont het bewijs ervoor. Een beeld draagt vaak meer dan een rij woorden.
`,
  picture: ['bron', 'dia’s'],
};

const languages = { en: english, nl: dutch };

/** Languages in which a lesson can be started; any language can be written. */
export const starterLanguages: readonly string[] = Object.keys(languages);

export const isStarterLanguage = (lang: string): lang is keyof typeof languages => Object.hasOwn(languages, lang);

/** The files of a new lesson by their paths in its folder. An empty title stands for the language's own. */
export function starterFiles(lang: keyof typeof languages, title: string): Readonly<Record<string, string>> {
  const words = languages[lang];
  const shown = title === '' ? words.title : title;
  return {
    'lesson.yaml': words.outline(JSON.stringify(shown)),
    'source.md': words.source(shown.replace(/[\\`*_{}[\]<>#]/g, '\\$&')),
    'images/flow.svg': picture(words.picture),
  };
}
