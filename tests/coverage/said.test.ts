import { describe, expect, it } from 'vitest';
import { checkSaid, coverageOf, saidOf, slideTexts } from '../../src/coverage/index.ts';
import type { Files, Lesson } from '../../src/model/index.ts';
import { termsOf } from '../../src/coverage/said/index.ts';
import { parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const filesOf = (content: Readonly<Record<string, string>>): Files => makeProject(content).files;

interface Made {
  readonly source: string;
  readonly slides: string;
  readonly head?: string;
  readonly lang?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function lessonOf({ source, slides, head = '', lang = 'nl', more = {} }: Made): Lesson {
  const outline = `title: T\nlang: ${lang}\n${head}\nsections:\n  - id: s\n    title: S\n    minutes: 5\n    slides:\n${slides.replace(/^/gm, '      ')}\n`;
  const outcome = parseLesson(
    filesOf({ 'lessons/x/lesson.yaml': outline, 'lessons/x/source.md': source, ...more }),
    'lessons/x',
  );
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join('\n'));
  return outcome.value;
}

const findings = (made: Made): readonly string[] => {
  const lesson = lessonOf(made);
  const coverage = coverageOf(lesson);
  return checkSaid(lesson, coverage, saidOf(lesson, coverage, slideTexts(lesson, undefined))).map(
    ({ code, message }) => `${code} ${message}`,
  );
};

const source = `## Geheugen {#g}

Bij lage doses wordt de AKT-route geremd, zodat het brein defensieve herinneringen loslaat. De hartslag liep op tot 132 slagen per minuut.
`;

const slide = (body: string, notes = 'Niets.'): string =>
  `- layout: statement\n  id: een\n  title: Over signalen in cellen\n  body: ${JSON.stringify(body)}\n  covers: g.1\n  notes: ${JSON.stringify(notes)}`;

describe('a statement is said', () => {
  it.each([
    ['in the same words', 'Een lage dosis remt AKT. Het brein laat defensieve herinneringen los.'],
    [
      'in other forms, with a verb in two parts',
      'AKT-route: geremde keten, en het brein laat een defensieve herinnering los',
    ],
  ])('%s', (_name, body) => expect(findings({ source, slides: slide(body) })).toEqual([]));

  it.each([
    ['en', 'Investors reduce emissions.', 'reduction of an emission by an investor'],
    ['en', 'The division expanded.', 'to divide is to expand'],
    ['en', 'Children lost weight.', 'a child loses, weighs less'],
    ['en', 'Loans became cheaper, houses dearer.', 'cheap loan, dear house'],
    ['fr', 'L’État réduit les dépenses.', 'réduction de la dépense'],
    ['fr', 'La protection des électeurs.', 'protéger un électeur'],
    ['fr', 'Les juges demeurent inamovibles.', 'inamovibilité du juge'],
    ['es', 'La reducción previene pérdidas.', 'reducir: prevención; se pierde menos'],
    ['it', 'La riduzione previene la perdita.', 'ridurre per prevenire: perdere meno'],
    ['pt', 'A redução protege.', 'reduzir: proteção'],
    ['de', 'Die Reduktion schützt vor Verlust.', 'reduzieren: Schutz; nichts verlieren'],
    ['de', 'Bei Dürre werfen sie ihr Laub ab.', 'Laubabwurf in der Dürre'],
    ['nl', 'De productie reduceert verlies.', 'produceren met reductie: minder verliezen'],
    ['en', 'It fell by two percent in 30 minutes.', 'fall: 2 %, 30 min'],
    ['de', 'Der Verbrauch sank auf 300 Liter.', 'verbraucht: 300 l'],
  ])('by words made from one another, in %s: %s', (lang, sentence, body) => {
    const made = { source: `## A {#g}\n\n${sentence}\n`, slides: slide(body), lang };
    expect(findings(made)).toEqual([]);
  });

  it.each([
    ['en', 'Nations pass stations.', 'mission and notion'],
    ['fr', 'La région nomme un conseil.', 'conserver le régime'],
    ['es', 'La razón pide calma.', 'rasgo y pasión'],
    ['en', 'The contraction passed.', 'a contradiction'],
  ])('but not by words that merely look alike, in %s: %s', (lang, sentence, body) => {
    const made = { source: `## A {#g}\n\n${sentence}\n`, slides: slide(body), lang };
    expect(findings(made)).toHaveLength(1);
  });

  it('not by a link alone, and the words that are missing are named', () => {
    const [found = ''] = findings({ source, slides: slide('Uitdoving is bij ratten slechter.') });
    expect(found).toMatch(/^coverage\/nominal .*“AKT”.*“defensieve”/);
  });

  it('in the notes alone', () => {
    const slides = slide(
      'Uitdoving.',
      'Een lage dosis remt de AKT-route; het brein laat defensieve herinneringen los.',
    );
    expect(findings({ source, slides })[0]?.split(' ')[0]).toBe('coverage/only-in-notes');
  });

  it('in other words that the outline lists', () => {
    const other = 'Weinig van de stof zet proteïnekinase B stil: afweer uit het verleden verdwijnt uit het hoofd.';
    expect(findings({ source, slides: slide(other) })).toHaveLength(1);
    const head =
      'says:\n  AKT-route: proteïnekinase B\n  defensieve: afweer\n  herinneringen: [verleden, geheugen]\n  geremd: stil\n  loslaat: verdwijnt\n';
    expect(findings({ source, slides: slide(other), head })).toEqual([]);
  });

  it('in other words that the glossary gives', () => {
    const text = '## A {#g}\n\nLangetermijnpotentiatie versterkt hippocampale verbindingen.\n';
    const slides = slide('LTP: sterker');
    expect(findings({ source: text, slides })).toHaveLength(1);
    const head = `glossary:
  - { term: Langetermijnpotentiatie (LTP), definition: Blijvende toename. }
  - { term: Hippocampaal, definition: 'Ook sterker: van de hippocampus.' }
`;
    expect(findings({ source: text, slides, head })).toEqual([]);
  });

  it.each([
    ['nl', 'Van de 1.250 kregen er drieëntwintig 0,5 mg.', '1250: 23 × 0.5mg'],
    ['de', 'Einundzwanzig der 1.200.000 Fälle, 0,125 Promille.', '21 von 1 200 000 (0.125)'],
    ['en', 'Forty-two of 1,234.5 units on the 3rd day.', '42 / 1234.5, day 3'],
    ['fr', 'Trente-cinq des 12 500 cas.', '35 sur 12500'],
    ['it', 'Ventuno casi, cento anni.', '21 casi, 100 anni'],
  ])('with numbers as they are written in %s', (lang, sentence, body) => {
    const numbers = (text: string): readonly string[] =>
      termsOf(text, lang).flatMap(({ kind, key }) => (kind === 'number' ? [key] : []));
    expect([...numbers(body)].sort()).toEqual([...numbers(sentence)].sort());
  });

  it.each([
    ['0,125 g', '125 g'],
    ['5-HT2A', '2 A'],
    ['p53', '53'],
    ['3.10.2020', '3.10'],
  ])('but not with another number: %s is not %s', (one, other) => {
    const keys = (text: string): readonly string[] => termsOf(text, 'nl').map(({ kind, key }) => `${kind} ${key}`);
    expect(keys(one).filter((key) => keys(other).includes(key))).toEqual([]);
  });

  it('with numbers as they are written: digits, words, points and commas', () => {
    const text = '## A {#g}\n\nVan de 1.250 deelnemers waren er drie ouder dan 65,5 jaar.\n';
    expect(findings({ source: text, slides: slide('1250 deelnemers, 3 ouder dan 65.5') })).toEqual([]);
    expect(findings({ source: text, slides: slide('Sommigen waren bejaard') })).toHaveLength(1);
  });

  it('in each time plan', () => {
    const slides = `- layout: statement
  id: kort
  title: Over signalen
  body: Signalen in cellen
  covers: g.1
- layout: statement
  id: lang
  title: Lage doses remmen de AKT-route
  body: Het brein laat defensieve herinneringen los
  plans: lang
  covers: g.1`;
    const head = 'plans:\n  - { id: kort, minutes: 45 }\n  - { id: lang, minutes: 90 }\n';
    expect(findings({ source, slides, head })[0]).toMatch(/in plan "kort"/);
  });

  it.each([
    [
      'en',
      'The pumps reversed and carried serotonin out of the cell.',
      'A reversing pump carries serotonin out of cells',
    ],
    [
      'de',
      'Die Serotoninrezeptoren werden durch den Wirkstoff angeregt.',
      'Der Wirkstoff regt Rezeptoren für Serotonin an',
    ],
    [
      'fr',
      'Les récepteurs de la sérotonine sont activés par la molécule.',
      'La molécule active un récepteur de sérotonine',
    ],
    ['es', 'Los receptores de serotonina se activan con la molécula.', 'La molécula activa el receptor de serotonina'],
    [
      'it',
      'I recettori della serotonina vengono attivati dalla molecola.',
      'La molecola attiva il recettore della serotonina',
    ],
    ['pt', 'Os receptores de serotonina são ativados pela molécula.', 'A molécula ativa o receptor de serotonina'],
  ])('in %s', (lang, sentence, body) => {
    const text = `## A {#g}\n\n${sentence}\n`;
    expect(findings({ source: text, slides: slide(body), lang })).toEqual([]);
    expect(findings({ source: text, slides: slide('Xyzzy'), lang })).toHaveLength(1);
  });
});

describe('a lesson that is linked to all of its source and says little of it', () => {
  const claims = `## Bijen {#bijen}

Bijen onthouden bloemen aan hun geur en kleur.
De dans vertelt ook over gevaar, kou en honger.
Een volk overwintert op honing.
Darren sterven na de paring.

## Slaap {#slaap}

- Haalbijen slapen ’s nachts langer dan jonge werksters.
- Zonder rust dansen zij onnauwkeuriger.
`;
  const table = (notes: string): string => `- layout: bullets
  id: tabel
  title: Voor de dans is er steun
  items: [Dans in de kast, Volk en koningin, 'Haalbijen: onbekend']
  covers: [bijen, slaap]
  notes: ${JSON.stringify(notes)}`;

  it('is told each claim, with the words that are nowhere', () => {
    const found = findings({ source: claims, slides: table('Lees de tabel per rij.') });
    expect(found.map((text) => /^coverage\/nominal Statement (\S+)/.exec(text)?.[1])).toEqual([
      'bijen.1',
      'bijen.2',
      'bijen.3',
      'bijen.4',
      'slaap.1',
      'slaap.2',
    ]);
    expect(found[4]).toMatch(/“slapen”/);
  });

  it('also where the notes only speak about a claim that the slide has no word of', () => {
    const about = 'De zin over slapen en jonge werksters is van iemand anders; een proef is niet gevonden.';
    const said = 'Haalbijen slapen in de nacht langer dan jonge werksters.';
    const codeOf = (notes: string): string | undefined =>
      findings({ source: claims, slides: table(notes).replace('Haalbijen: onbekend', 'Onbekend') })
        .find((text) => text.includes('slaap.1'))
        ?.split(' ')[0];
    expect(codeOf(about)).toBe('coverage/nominal');
    expect(codeOf(said)).toBe('coverage/only-in-notes');
  });
});

describe('several texts', () => {
  const more = { 'lessons/x/extra.md': '## Geheugen {#g}\n\nEen eigen toevoeging.\n\n## Meer {#m}\n\nNog iets.\n' };
  const head =
    'sources:\n  - { file: source.md, role: explainer }\n  - { file: extra.md, role: addition, title: Eigen }\n';

  it('are counted each, and the headline is the explainer’s', () => {
    const lesson = lessonOf({ source, slides: slide('x'), head, more });
    const coverage = coverageOf(lesson);
    expect(lesson.source?.sections.map(({ id }) => id)).toEqual(['g', 'extra-g', 'm']);
    expect(coverage.totals).toMatchObject({ statements: 2, covered: 1, sections: 1 });
    expect(coverage.texts.map(({ text, counts, headline }) => [text.role, counts.statements, headline])).toEqual([
      ['explainer', 2, true],
      ['addition', 2, false],
    ]);
  });

  it('must be files beside the outline', () => {
    const bad = (file: string): readonly string[] => {
      const outline = `title: T\nlang: nl\nsources: [{ file: ${file} }]\nsections: [{ id: s, title: S, slides: [{ layout: title }] }]\n`;
      return parseLesson(
        filesOf({ 'lessons/x/lesson.yaml': outline, 'lessons/y/source.md': '## A\n\nB.' }),
        'lessons/x',
      )
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
    };
    expect(bad('../y/source.md')).toEqual(['outline/value']);
    expect(bad('none.md')).toEqual(['source/missing']);
  });
});
