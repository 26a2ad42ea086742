import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { deckWords } from '../support/words.ts';

const root = new URL('../../', import.meta.url).pathname;

/** The player as `scripts/bundle.mjs` ships it: one script and one style sheet. */
export async function bundlePlayer(): Promise<{ readonly js: string; readonly css: string }> {
  const options = { bundle: true, minify: true, write: false, target: 'es2022', legalComments: 'none' } as const;
  const define = { ENGLISH_WORDS: JSON.stringify(deckWords('en')) };
  const script = await build({ ...options, define, entryPoints: [join(root, 'src/player/main.ts')], format: 'iife' });
  const style = await build({ ...options, entryPoints: [join(root, 'src/player/player.css')] });
  return { js: script.outputFiles[0]?.text ?? '', css: style.outputFiles[0]?.text ?? '' };
}

const theme = `
#deck>section{position:relative;box-sizing:border-box;width:1280px;height:720px;padding:56px 72px;overflow:hidden;font:28px/1.4 'DejaVu Sans',sans-serif;--ink:#16202b;--paper:#fbfaf7;--accent:#0a5c7a;background:var(--paper);color:var(--ink)}
#deck>section.dark{--ink:#f2f4f6;--paper:#14202b;--accent:#7cc7e8}
#deck>section h1{margin:0 0 28px;font-size:46px;line-height:1.15;color:var(--accent)}
#deck>section li{margin-bottom:14px}
#deck>section a{color:inherit}
#deck>section::after{content:attr(data-number);position:absolute;right:40px;bottom:24px;font-size:24px}
@font-face{font-family:none;src:url(data:font/woff2;base64,AAAA)}`;

const titles = [
  ['start', 'welcome', 'MDMA en het serotoninesysteem', '<p>Wat een tekst beweert, wat er gemeten is</p>'],
  [
    'start',
    'agenda',
    'Drie vragen voor vandaag',
    '<ul><li data-step="1">Wat doet de transporter?</li><li data-step="2">Wat meten we bij mensen?</li><li data-step="3">Wat blijft onzeker?</li></ul>',
  ],
  ['pump', 'reversal', 'MDMA keert de serotoninepomp om', figure()],
  [
    'pump',
    'ssri',
    'Een SSRI blokkeert, MDMA wordt meegenomen',
    '<p>De transporter <strong>SERT</strong> keert van richting; zie <a href="#/welcome">het begin</a> of <a href="https://example.org/">een bron</a>.</p>',
  ],
  [
    'pump',
    'check',
    'Wat onderscheidt MDMA van een SSRI?',
    '<p>Wat onderscheidt MDMA van een SSRI bij SERT?</p><p data-step="1">Het wordt zelf meegenomen.</p>',
  ],
  ['human', 'release', 'Eén dosis maakt veel serotonine vrij', '<p>Naïeve metingen in plasma.</p>'],
  ['human', 'short-only', 'Samenvatting voor het korte college', '<p>Alleen kort.</p>'],
  ['human', 'dip', 'De dip na afloop is niet eenvoudig leegte', '<p>Onzeker: <em>dierproeven</em>.</p>'],
] as const;

function figure(): string {
  return `<svg viewBox="0 0 800 400" width="800" height="400" role="img" aria-label="Een pomp die omkeert"><defs><clipPath id="cut"><rect width="800" height="400" rx="40"/></clipPath></defs><g clip-path="url(#cut)"><rect width="800" height="400" fill="#d8e8ef"/><circle cx="200" cy="200" r="90" fill="#0a5c7a"/><g data-step="1"><circle cx="560" cy="200" r="90" fill="#b4451f"/></g></g></svg>`;
}

const plans: Readonly<Record<string, readonly string[]>> = { 'short-only': ['short'], dip: ['long'] };

function sectionHtml(index: number): string {
  const [section, id, title, body] = titles[index] ?? titles[0];
  return `<section id="s-${id}" class="slide statement light size-16x9" data-slide="${id}" data-section="${section}" data-number="${index + 1}" aria-roledescription="slide" aria-label="${title}"><h1>${title}</h1>${body}</section>`;
}

/** The HTML of every slide, for live updates. */
export const slidesHtml = (): string[] => titles.map((_, index) => sectionHtml(index));

const question = {
  id: 'q1',
  question: 'Wat onderscheidt MDMA van een SSRI bij SERT?',
  answers: [
    { text: 'Het wordt zelf door SERT meegenomen', correct: true },
    { text: 'Het bindt niet aan SERT', correct: false },
    { text: 'Het remt de afbraak van serotonine in de cel', correct: false },
  ],
  explanation: 'MDMA is een substraat van SERT; een SSRI blokkeert de transporter zonder erdoor te gaan.',
};

export const data = {
  lesson: 'mdma-serotonine',
  title: 'MDMA en het serotoninesysteem',
  lang: 'nl',
  audience: 'teacher',
  width: 1280,
  height: 720,
  plans: [
    { id: 'short', minutes: 45, title: 'Hoorcollege' },
    { id: 'long', minutes: 90, title: 'Werkcollege' },
  ],
  sections: [
    { id: 'start', title: 'Opening', minutes: { short: 4, long: 6 } },
    { id: 'pump', title: 'De pomp die achteruit loopt', minutes: { short: 9, long: 12 } },
    { id: 'human', title: 'Wat we bij mensen meten', minutes: { short: 8, long: 16 } },
  ],
  slides: titles.map(([section, id, title]) => ({
    id,
    title,
    section,
    steps: id === 'agenda' ? 3 : id === 'reversal' || id === 'check' ? 1 : 0,
    plans: plans[id] ?? null,
    notes:
      id === 'dip'
        ? ''
        : `<p>Notitie bij ${id}: leg uit <strong>waarom</strong>.</p><ul><li>Noem de transporter.</li><li>Vraag de zaal.</li></ul>`,
    layout: id === 'check' ? 'quiz' : 'statement',
    statements:
      section === 'pump'
        ? [
            { id: 'sert.1', text: 'MDMA keert de richting van de transporter om.' },
            { id: 'sert.2', text: 'Daardoor stroomt serotonine de cel uit.' },
          ]
        : [],
    references:
      section === 'pump'
        ? [
            {
              id: 'verrico2007',
              label: 'Verrico 2007',
              text: 'Verrico et al. Interactions of MDMA with monoamine transporters. Psychopharmacology.',
            },
          ]
        : [],
    questions: id === 'check' ? [question] : [],
  })),
};

interface DeckOptions {
  readonly js: string;
  readonly css: string;
  readonly changes?: Partial<typeof data>;
  /** Extra tags for the head. */
  readonly head?: string;
  /** The policy's `connect-src`, for the live seam only. */
  readonly connect?: string;
}

/** A handmade deck.html that follows the contract, with the published deck's content security policy. */
export function deckHtml({ js, css, changes = {}, head = '', connect = '' }: DeckOptions): string {
  const hash = createHash('sha256').update(js).digest('base64');
  const policy = `default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; font-src data:; script-src 'sha256-${hash}'${connect}`;
  const json = JSON.stringify({ ...data, words: deckWords(changes.lang ?? data.lang), ...changes }).replaceAll(
    '<',
    '\\u003c',
  );
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>MDMA</title>${head}<style id="lectern-theme">${theme}</style><style id="lectern-player-style">${css}</style></head>
<body><main id="deck" class="deck" data-width="1280" data-height="720" data-lesson="mdma-serotonine">${slidesHtml().join('\n')}</main>
<script type="application/json" id="lectern-data">${json}</script>
<script>${js}</script></body></html>`;
}

/** Writes a deck into a folder of its own; `dispose` removes it. */
export function writeDeck(html: string): { readonly file: string; readonly dispose: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-player-'));
  const file = join(folder, 'deck.html');
  writeFileSync(file, html);
  return { file, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** axe-core's script, to be run inside a page. */
export const axeSource = (): string => readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
