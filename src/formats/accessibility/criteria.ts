import type { PersonTask, Reason } from './words.ts';

/** How one criterion is judged in one kind of file. */
export type Rule =
  /** Decided by tests of this build: their findings, none of which may be there. */
  | { readonly by: 'tests'; readonly codes: readonly string[]; readonly person?: PersonTask }
  /** Decided by the rules of PDF/UA-1 and the comparison with the slides. */
  | { readonly by: 'pdf-ua'; readonly person?: PersonTask }
  /** What it is about is not there. */
  | { readonly by: 'absent'; readonly reason: Reason }
  /** A person must look, always. */
  | { readonly by: 'person'; readonly person: PersonTask };

/** A success criterion of WCAG 2.2, levels A and AA. */
export interface Criterion {
  readonly id: string;
  readonly level: 'A' | 'AA';
  readonly en: string;
  readonly nl: string;
  /** New in WCAG 2.2: not in EN 301 549 v3.2.1. */
  readonly isNew?: true;
  /** Clause 10 of EN 301 549 leaves it empty: it is about a set of web pages. */
  readonly webOnly?: true;
  readonly html: Rule;
  readonly pdf: Rule;
}

const tests = (codes: readonly string[], person?: PersonTask): Rule => ({
  by: 'tests',
  codes,
  ...(person ? { person } : {}),
});
const person = (task: PersonTask): Rule => ({ by: 'person', person: task });
const absent = (reason: Reason): Rule => ({ by: 'absent', reason });
const pdfUa = (task?: PersonTask): Rule => ({ by: 'pdf-ua', ...(task ? { person: task } : {}) });
const both = (rule: Rule): { readonly html: Rule; readonly pdf: Rule } => ({ html: rule, pdf: rule });

const media = both(absent('media'));
const player = person('player');

const pictureCodes = [
  'picture/alt-missing',
  'picture/alt-short',
  'picture/alt-file-name',
  'picture/alt-repeats',
  'picture/alt-says-picture',
  'outline/missing-alt',
];

/** All criteria, in their order. */
export const criteria: readonly Criterion[] = [
  {
    id: '1.1.1',
    level: 'A',
    en: 'Non-text Content',
    nl: 'Niet-tekstuele content',
    ...both(tests(pictureCodes, 'alternatives')),
  },
  {
    id: '1.2.1',
    level: 'A',
    en: 'Audio-only and Video-only (Prerecorded)',
    nl: 'Louter-geluid en louter-videobeeld (vooraf opgenomen)',
    ...media,
  },
  {
    id: '1.2.2',
    level: 'A',
    en: 'Captions (Prerecorded)',
    nl: 'Ondertitels voor doven en slechthorenden (vooraf opgenomen)',
    ...media,
  },
  {
    id: '1.2.3',
    level: 'A',
    en: 'Audio Description or Media Alternative (Prerecorded)',
    nl: 'Audiodescriptie of media-alternatief (vooraf opgenomen)',
    ...media,
  },
  { id: '1.2.4', level: 'AA', en: 'Captions (Live)', nl: 'Ondertitels voor doven en slechthorenden (live)', ...media },
  {
    id: '1.2.5',
    level: 'AA',
    en: 'Audio Description (Prerecorded)',
    nl: 'Audiodescriptie (vooraf opgenomen)',
    ...media,
  },
  {
    id: '1.3.1',
    level: 'A',
    en: 'Info and Relationships',
    nl: 'Info en relaties',
    html: tests(['slide/heading-order', 'table/empty-cell', 'table/cells'], 'structure'),
    pdf: pdfUa('structure'),
  },
  {
    id: '1.3.2',
    level: 'A',
    en: 'Meaningful Sequence',
    nl: 'Betekenisvolle volgorde',
    html: person('order'),
    pdf: pdfUa('order'),
  },
  {
    id: '1.3.3',
    level: 'A',
    en: 'Sensory Characteristics',
    nl: 'Zintuiglijke eigenschappen',
    ...both(tests(['text/colour-words'], 'sensory')),
  },
  { id: '1.3.4', level: 'AA', en: 'Orientation', nl: 'Weergavestand', html: player, pdf: absent('orientation') },
  {
    id: '1.3.5',
    level: 'AA',
    en: 'Identify Input Purpose',
    nl: 'Identificeer het doel van de input',
    ...both(absent('personal')),
  },
  {
    id: '1.4.1',
    level: 'A',
    en: 'Use of Color',
    nl: 'Gebruik van kleur',
    ...both(tests(['text/colour-words'], 'colour')),
  },
  { id: '1.4.2', level: 'A', en: 'Audio Control', nl: 'Geluidsbediening', ...media },
  {
    id: '1.4.3',
    level: 'AA',
    en: 'Contrast (Minimum)',
    nl: 'Contrast (minimum)',
    ...both(tests(['slide/contrast'], 'rasterContrast')),
  },
  { id: '1.4.4', level: 'AA', en: 'Resize Text', nl: 'Herschalen van tekst', html: player, pdf: person('reader') },
  { id: '1.4.5', level: 'AA', en: 'Images of Text', nl: 'Afbeeldingen van tekst', ...both(person('imagesOfText')) },
  { id: '1.4.10', level: 'AA', en: 'Reflow', nl: 'Reflow', html: player, pdf: person('reader') },
  {
    id: '1.4.11',
    level: 'AA',
    en: 'Non-text Contrast',
    nl: 'Contrast van niet-tekstuele content',
    html: person('graphics'),
    pdf: person('graphics'),
  },
  { id: '1.4.12', level: 'AA', en: 'Text Spacing', nl: 'Tekstafstand', html: player, pdf: person('reader') },
  {
    id: '1.4.13',
    level: 'AA',
    en: 'Content on Hover or Focus',
    nl: 'Content bij hover of focus',
    html: player,
    pdf: absent('scripts'),
  },
  { id: '2.1.1', level: 'A', en: 'Keyboard', nl: 'Toetsenbord', html: player, pdf: pdfUa() },
  { id: '2.1.2', level: 'A', en: 'No Keyboard Trap', nl: 'Geen toetsenbordval', html: player, pdf: absent('scripts') },
  {
    id: '2.1.4',
    level: 'A',
    en: 'Character Key Shortcuts',
    nl: 'Enkel-teken-sneltoetsen',
    html: player,
    pdf: absent('scripts'),
  },
  { id: '2.2.1', level: 'A', en: 'Timing Adjustable', nl: 'Timing aanpasbaar', ...both(absent('timing')) },
  {
    id: '2.2.2',
    level: 'A',
    en: 'Pause, Stop, Hide',
    nl: 'Pauzeren, stoppen, verbergen',
    html: tests(['image/animated']),
    pdf: absent('motion'),
  },
  {
    id: '2.3.1',
    level: 'A',
    en: 'Three Flashes or Below Threshold',
    nl: 'Drie flitsen of beneden drempelwaarde',
    html: tests(['image/animated']),
    pdf: absent('motion'),
  },
  {
    id: '2.4.1',
    level: 'A',
    en: 'Bypass Blocks',
    nl: 'Blokken omzeilen',
    webOnly: true,
    html: player,
    pdf: absent('web'),
  },
  { id: '2.4.2', level: 'A', en: 'Page Titled', nl: 'Paginatitel', html: person('title'), pdf: pdfUa('title') },
  { id: '2.4.3', level: 'A', en: 'Focus Order', nl: 'Focus volgorde', html: player, pdf: pdfUa() },
  {
    id: '2.4.4',
    level: 'A',
    en: 'Link Purpose (In Context)',
    nl: 'Linkdoel (in context)',
    ...both(tests(['text/link-words', 'text/bare-url'], 'links')),
  },
  {
    id: '2.4.5',
    level: 'AA',
    en: 'Multiple Ways',
    nl: 'Meerdere manieren',
    webOnly: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  {
    id: '2.4.6',
    level: 'AA',
    en: 'Headings and Labels',
    nl: 'Koppen en labels',
    ...both(tests(['slide/duplicate-title'], 'headings')),
  },
  { id: '2.4.7', level: 'AA', en: 'Focus Visible', nl: 'Focus zichtbaar', html: player, pdf: absent('viewer') },
  {
    id: '2.4.11',
    level: 'AA',
    en: 'Focus Not Obscured (Minimum)',
    nl: 'Focus niet bedekt (minimum)',
    isNew: true,
    html: player,
    pdf: absent('viewer'),
  },
  { id: '2.5.1', level: 'A', en: 'Pointer Gestures', nl: 'Aanwijzergebaren', html: player, pdf: absent('scripts') },
  {
    id: '2.5.2',
    level: 'A',
    en: 'Pointer Cancellation',
    nl: 'Aanwijzerannulering',
    html: player,
    pdf: absent('scripts'),
  },
  { id: '2.5.3', level: 'A', en: 'Label in Name', nl: 'Label in naam', html: player, pdf: absent('forms') },
  { id: '2.5.4', level: 'A', en: 'Motion Actuation', nl: 'Bewegingsactivering', ...both(absent('sensors')) },
  {
    id: '2.5.7',
    level: 'AA',
    en: 'Dragging Movements',
    nl: 'Sleepbewegingen',
    isNew: true,
    html: player,
    pdf: absent('scripts'),
  },
  {
    id: '2.5.8',
    level: 'AA',
    en: 'Target Size (Minimum)',
    nl: 'Grootte van het aanwijsgebied (minimum)',
    isNew: true,
    html: player,
    pdf: person('reader'),
  },
  {
    id: '3.1.1',
    level: 'A',
    en: 'Language of Page',
    nl: 'Taal van de pagina',
    html: tests(['text/language'], 'language'),
    pdf: pdfUa('language'),
  },
  {
    id: '3.1.2',
    level: 'AA',
    en: 'Language of Parts',
    nl: 'Taal van onderdelen',
    ...both(tests(['text/language'], 'parts')),
  },
  { id: '3.2.1', level: 'A', en: 'On Focus', nl: 'Bij focus', html: player, pdf: absent('scripts') },
  { id: '3.2.2', level: 'A', en: 'On Input', nl: 'Bij input', html: player, pdf: absent('forms') },
  {
    id: '3.2.3',
    level: 'AA',
    en: 'Consistent Navigation',
    nl: 'Consistente navigatie',
    webOnly: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  {
    id: '3.2.4',
    level: 'AA',
    en: 'Consistent Identification',
    nl: 'Consistente identificatie',
    webOnly: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  {
    id: '3.2.6',
    level: 'A',
    en: 'Consistent Help',
    nl: 'Consistente hulp',
    isNew: true,
    html: absent('set'),
    pdf: absent('web'),
  },
  { id: '3.3.1', level: 'A', en: 'Error Identification', nl: 'Foutidentificatie', ...both(absent('forms')) },
  {
    id: '3.3.2',
    level: 'A',
    en: 'Labels or Instructions',
    nl: 'Labels of instructies',
    html: player,
    pdf: absent('forms'),
  },
  { id: '3.3.3', level: 'AA', en: 'Error Suggestion', nl: 'Foutsuggestie', ...both(absent('forms')) },
  {
    id: '3.3.4',
    level: 'AA',
    en: 'Error Prevention (Legal, Financial, Data)',
    nl: 'Foutpreventie (wettelijk, financieel, gegevens)',
    ...both(absent('forms')),
  },
  { id: '3.3.7', level: 'A', en: 'Redundant Entry', nl: 'Overbodige invoer', isNew: true, ...both(absent('forms')) },
  {
    id: '3.3.8',
    level: 'AA',
    en: 'Accessible Authentication (Minimum)',
    nl: 'Toegankelijke authenticatie (minimum)',
    isNew: true,
    ...both(absent('login')),
  },
  { id: '4.1.2', level: 'A', en: 'Name, Role, Value', nl: 'Naam, rol, waarde', html: player, pdf: pdfUa() },
  { id: '4.1.3', level: 'AA', en: 'Status Messages', nl: 'Statusberichten', html: player, pdf: absent('scripts') },
];
