import { soundKit } from '../support/pipeline.ts';
import { openLecture, type Lecture, type LectureOptions } from './browser.ts';
import type { Browser } from 'puppeteer';

const wide =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300"><defs><clipPath id="c"><rect width="900" height="300"/></clipPath></defs><g clip-path="url(#c)"><rect width="900" height="300" fill="var(--wash)"/><text x="40" y="160" font-size="40" fill="var(--ink)">A river bed</text></g></svg>';

/** A lesson with every kind of content that a text can show. */
const outline = {
  title: 'How rivers sort their gravel',
  lang: 'en',
  author: 'A. Lecturer',
  objectives: [{ id: 'o1', verb: 'explain', text: 'how a bed is sorted', bloom: 'understand' }],
  references: [
    { id: 'hey', authors: 'Hey & Thorne', year: 1986, title: 'Stable channels with mobile gravel beds' },
    { id: 'wil', authors: 'Wilcock', year: 1998, title: 'Two-fraction model of initial sediment motion' },
  ],
  quiz: [
    {
      id: 'q',
      question: 'Which stones move first?',
      objectives: ['o1'],
      answers: [{ text: 'The largest' }, { text: 'Those that stick out', correct: true }, { text: 'None' }],
      explanation: 'Stones that stick out catch the flow.',
    },
  ],
  sections: [
    {
      id: 'start',
      title: 'Beds',
      slides: [
        { layout: 'title', id: 'opening', subtitle: 'Flow, size and armour' },
        {
          layout: 'bullets',
          id: 'armour',
          title: 'The surface is coarser than what lies below',
          bullets: [
            '**Armour** keeps fine grains in place',
            'A flood breaks it',
            '`code` and [a link](https://example.org/)',
          ],
          notes: 'Pass the two boxes of gravel round. *Do not* say which is which.',
          cites: ['hey'],
        },
        {
          layout: 'table',
          id: 'sizes',
          title: 'Sizes of grains have names',
          head: ['Name', 'Smallest (mm)', 'Largest (mm)', 'What it feels like between the fingers'],
          rows: [
            ['Sand', '0.063', '2', 'gritty, and it does not stick together when it is dry'],
            ['Gravel', '2', '64', 'stones'],
          ],
        },
        {
          layout: 'matrix',
          id: 'where',
          title: 'Only some reaches are armoured',
          rowTitle: 'Reach',
          columns: ['Surface', 'Below'],
          rows: [
            {
              label: 'Upper',
              cells: [
                { text: 'coarse', tone: 'positive' },
                { text: 'fine', tone: 'negative' },
              ],
            },
            {
              label: 'Lower',
              cells: [
                { text: 'mixed', tone: 'neutral' },
                { text: 'fine', tone: 'negative' },
              ],
            },
          ],
        },
        {
          layout: 'chart',
          id: 'rates',
          title: 'Transport grows faster than flow',
          chart: { type: 'bar', x: 'flow', y: 'rate', unit: 'kg/s' },
          data: [
            { flow: 'low', rate: 1 },
            { flow: 'mean', rate: 4 },
            { flow: 'high', rate: 20 },
          ],
          alt: 'Three bars that rise ever faster from low to high flow.',
        },
      ],
    },
    {
      id: 'physics',
      title: 'Forces',
      slides: [
        { layout: 'section', id: 'forces' },
        {
          layout: 'formula',
          id: 'shields',
          title: 'One number decides whether a grain moves',
          formula: '\\theta = \\frac{\\tau}{(\\rho_s - \\rho)\\, g D}',
          terms: [{ symbol: '\\tau', meaning: 'shear stress on the bed' }],
        },
        {
          layout: 'code',
          id: 'listing',
          title: 'Three lines find the threshold',
          code: 'def moves(tau, d):\n    theta = tau / (16187 * d)  # a long comment that is wider than a telephone can ever show\n    return theta > 0.045',
          language: 'python',
        },
        {
          layout: 'image',
          id: 'photo',
          title: 'A bed seen from above',
          image: { src: 'images/bed.svg', alt: 'Stones of three sizes lie in bands along the flow.' },
        },
        { layout: 'quiz', id: 'test', question: 'q' },
      ],
    },
  ],
};

/** The `deck.html` of the lesson for an edition. */
export async function riverDeck(audience: 'teacher' | 'student'): Promise<string> {
  const kit = await soundKit(outline, { 'lessons/x/images/bed.svg': wide }, audience);
  const html = kit.files['deck.html'] ?? '';
  if (html.includes('class="slide stand-in')) throw new Error('A slide of the lesson cannot be made.');
  return html;
}

/** Opens the lesson in a window of a width. */
export async function openRiver(
  browser: Browser,
  html: string,
  { width = 1280, ...options }: LectureOptions & { readonly width?: number } = {},
): Promise<Lecture> {
  const lecture = await openLecture(browser, { html, ...options });
  if (width !== 1280) {
    await lecture.page.setViewport({ width, height: 700 });
    await lecture.page.reload();
    await lecture.page.waitForSelector('#lectern-player');
  }
  return lecture;
}
