import { expect, it } from 'vitest';
import { kitFrom } from '../support/pipeline.ts';

/** Slides without a layout, in the keys that come to mind first, and the layout that each becomes. */
const slides: readonly (readonly [slide: string, layout: string])[] = [
  ['title: Wool\n    points: [sheared in spring, washed and carded, spun by hand]', 'bullets'],
  ['heading: Wool\n    points: [sheared in spring, washed and carded]\n    speaker: Pass the fleece round.', 'bullets'],
  ['title: Wool\n    items: [sheared in spring, washed and carded]', 'bullets'],
  ['heading: Wool\n    content: [sheared in spring, washed and carded]', 'bullets'],
  [
    'title: Wool\n    points:\n      - fleece\n      - yarn:\n          - spun by hand\n          - spun by wheel',
    'bullets',
  ],
  ['title: Wool\n    text: Looms change it.\n    points: [sheared in spring, washed and carded]', 'bullets'],
  ['title: Wool\n    body: Looms change it.\n    points: [sheared in spring, washed and carded]', 'bullets'],
  ['title: Wool\n    points: [sheared in spring, washed]\n    note: Ask who has seen it.', 'bullets'],
  ['title: Wool\n    points: [sheared in spring, washed]\n    source: Shaw 1990', 'bullets'],
  ['title: Wool\n    bullets: [sheared in spring, washed]\n    conclusion: It is much work.', 'bullets'],
  ['heading: Wool\n    content: It is sheared in spring.', 'statement'],
  ['title: Wool\n    text: It is sheared in spring.\n    speaker: Say when that is.', 'statement'],
  ['title: Wool\n    text: It is sheared in spring.\n    notes: Say when that is.', 'statement'],
  ['title: Wool\n    description: It is sheared in spring.', 'statement'],
  ['title: Wool\n    example: The abbeys of Yorkshire sold theirs to Florence.', 'statement'],
  ['title: Wool\n    video: https://example.org/wool.mp4', 'statement'],
  ['titolo: Parole\n    termine: Feltro\n    definizione: Lana infeltrita.', 'definition'],
  ['titel: Wörter\n    begriff: Filz\n    definition: Verfilzte Wolle.', 'definition'],
  ['titolo: Vero o falso?\n    punti: [La lana è una fibra. (vero), Il lino è lana. (falso)]', 'quiz'],
  ['title: Wool\n    schema: fleece -> yarn -> cloth', 'mermaid'],
  ['title: Wool\n    diagram: fleece -> yarn -> cloth', 'mermaid'],
  ['title: Wool\n    link: https://example.org/wool', 'statement'],
  ['heading: Wool\n    question: What comes first?\n    options: [carding, "shearing (correct)", spinning]', 'quiz'],
  ['question: What comes first?\n    choices:\n      - carding\n      - shearing *\n      - spinning', 'quiz'],
  ['question: What comes first?\n    options: [carding, shearing, spinning]\n    answer: 2', 'quiz'],
  ['question: What do you wear?\n    options: [wool, cotton]', 'poll'],
  ['title: Wool\n    events: [{ year: 1331, text: Weavers come }, { year: 1764, text: Jenny spins }]', 'timeline'],
  ['heading: Wool\n    quote: All flows.\n    author: Somebody', 'quote'],
  ['title: Wool\n    exercise: Card this fleece.\n    solution: Draw it one way only.', 'exercise'],
  ['title: Wool\n    discussion: Why did weavers move?', 'discussion'],
  ['title: Wool\n    pros: [warm, light]\n    cons: [it itches]', 'comparison'],
  ['title: Wool\n    agenda: [fleece, yarn, cloth]', 'agenda'],
  ['title: Wool\n    takeaways: [shear early, wash gently]', 'summary'],
];

it('slides without a layout become what their keys say', async () => {
  const outline = `title: Lesson\nlang: en\nslides:\n  - title: Cloth\n${slides.map(([slide]) => `  - ${slide}\n`).join('')}`;
  const { made } = await kitFrom(outline);
  const layouts = (made?.lesson.sections ?? []).flatMap((section) => section.slides.map(({ layout }) => layout));
  expect(layouts.slice(1)).toEqual(slides.map(([, layout]) => layout));
});
