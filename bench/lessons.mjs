// Writes generated lessons: 20 slides of text, tables and columns each, all different, the same on every machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const words =
  'receptor transporter signal neuron evidence dose study membrane protein rhythm measure sample slope energy phase model control outcome pathway gradient'.split(
    ' ',
  );

/** A small linear congruential generator: the same sequence for the same seed everywhere. */
function randomFrom(seed) {
  let state = (seed * 2654435761 + 1) >>> 0;
  return (below) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Text of a lesson's outline. @param index which lesson @param slides how many slides */
export function lessonYaml(index, slides = 20) {
  const next = randomFrom(index + 1);
  const word = () => words[next(words.length)];
  const sentence = (count) => {
    const text = Array.from({ length: count }, word).join(' ');
    return text[0].toUpperCase() + text.slice(1);
  };
  const makers = [
    (n) => `      - layout: bullets
        title: ${sentence(6)} ${n}
        bullets:
          - ${sentence(5)} **${word()}**
          - ${sentence(6)}
          - ${sentence(4)} *${word()}* ${word()}`,
    (n) => `      - layout: statement
        title: ${sentence(5)} ${n}
        body: |
          ${sentence(9)} **${word()}**.

          ${sentence(8)}, ${sentence(4)}.`,
    (n) => `      - layout: two-columns
        title: ${sentence(6)} ${n}
        left:
          title: ${sentence(1)}
          body: ${sentence(8)}
        right:
          title: ${sentence(1)}
          body: ${sentence(8)}`,
    (n) => `      - layout: table
        title: ${sentence(5)} ${n}
        head: [${sentence(1)}, ${sentence(1)}, ${sentence(1)}]
        rowHeaders: true
        rows:
          - [${sentence(2)}, ${word()}, '${next(90)}']
          - [${sentence(2)}, ${word()}, '${next(90)}']
          - [${sentence(2)}, ${word()}, '${next(90)}']`,
    (n) => `      - layout: comparison
        title: ${sentence(5)} ${n}
        sides:
          - title: ${sentence(1)}
            points: [${sentence(3)}, ${sentence(3)}]
          - title: ${sentence(1)}
            tone: accent
            points: [${sentence(3)}, ${sentence(3)}]`,
  ];
  const body = Array.from({ length: slides - 2 }, (_, i) => makers[i % makers.length](i + 2));
  return `title: ${sentence(4)} ${index}
author: Bench
date: 2026-01-05
lang: en
duration: 45
objectives:
  - { id: a, verb: explain, bloom: understand, text: ${sentence(5)} }
sections:
  - id: only
    title: ${sentence(2)}
    slides:
      - layout: title
        id: start
${body.join('\n')}
      - layout: summary
        title: ${sentence(4)} to take home
        points: [${sentence(4)}, ${sentence(5)}]
`;
}

/** Name of the lesson with this index. */
export const lessonName = (index) => `deck-${String(index).padStart(4, '0')}`;

/** Writes a project with `count` lessons into `folder`. @returns the lessons' names */
export function writeProject(folder, count, slides = 20) {
  return Array.from({ length: count }, (_, index) => {
    const lesson = join(folder, 'lessons', lessonName(index));
    mkdirSync(lesson, { recursive: true });
    writeFileSync(join(lesson, 'lesson.yaml'), lessonYaml(index, slides));
    return lessonName(index);
  });
}

const diagram = (n) => `        diagram: |
          graph LR
            A[Finding ${n}] --> B[Repeat]
            B -->|fails| A
            B --> C[Human ${n}]`;
const chart = (n) => `        chart: { type: bar, x: group, y: score }
        data: [{ group: placebo, score: ${n + 3} }, { group: verum, score: ${3 * n + 8} }]`;

/** Writes a project with one lesson of ten drawings. @param layout `mermaid` or `chart` */
export function writeDrawings(folder, layout) {
  const shown = layout === 'mermaid' ? diagram : chart;
  const slides = Array.from(
    { length: 10 },
    (_, n) => `      - layout: ${layout}
        title: Drawing number ${n} says one thing
${shown(n)}
        alt: Drawing number ${n}.`,
  );
  const lesson = join(folder, 'lessons', lessonName(0));
  mkdirSync(lesson, { recursive: true });
  const head = 'title: Drawings\nauthor: Bench\ndate: 2026-01-05\nlang: en\nsections:\n  - title: Only\n    slides:\n';
  writeFileSync(join(lesson, 'lesson.yaml'), `${head}${slides.join('\n')}\n`);
}

/** A text in Markdown of at least so many characters: sections of paragraphs of sentences. */
export function sentencesOf(characters) {
  const next = randomFrom(7);
  const sentence = () => {
    const text = Array.from({ length: 8 + next(9) }, () => words[next(words.length)]).join(' ');
    return `${text[0].toUpperCase()}${text.slice(1)}.`;
  };
  const parts = ['# A long text'];
  for (let length = 0, n = 1; length < characters; n++) {
    const paragraphs = Array.from({ length: 4 }, () => Array.from({ length: 5 }, sentence).join(' '));
    const part = `## Part ${n}\n\n${paragraphs.join('\n\n')}`;
    parts.push(part);
    length += part.length;
  }
  return `${parts.join('\n\n')}\n`;
}
