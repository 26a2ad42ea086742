import { readFileSync } from 'node:fs';
import type { Deck, Lesson } from '../../../src/model/index.ts';
import { lesson, misconception, question, section, slide, source, waiver } from '../../coverage/lesson.ts';

const explainer = {
  waarom: [
    'De tekst opent met de vraag hoe MDMA op het volledige serotoninestelsel inwerkt.',
    'Volgens de uitleg grijpt MDMA diep in op serotonine, de boodschapperstof waarop stemming, het verwerken van emoties, sociale binding en zintuiglijke indrukken zouden rusten.',
    'De tekst kondigt vervolgens een grondige bespreking van al die effecten aan.',
  ],
  sert: [
    'De serotoninetransporter (SERT) herkent MDMA als een stof die hij kan vervoeren, een substraat dus.',
    'Gewoonlijk brengt die transporter serotonine naar binnen, maar onder MDMA zou de pomp andersom gaan draaien en serotonine vanuit het neuron naar de spleet persen.',
    'Ook de gewone heropname wordt volgens de uitleg afgeremd.',
    'Daardoor stijgt de hoeveelheid serotonine tussen de cellen sterk.',
  ],
  herstel: [
    'Na afloop van een sessie zou de voorraad serotonine een tijdlang op zijn.',
    'De uitleg verbindt daaraan de regel van ten minste vier tot zes weken tussen twee sessies.',
  ],
};

/** A lesson with covered, waived and uncovered statements, questions, misconceptions and slides without statements. */
export const sample = (more: Partial<Lesson> = {}): Lesson =>
  lesson({
    title: 'MDMA en het **serotonerge** systeem',
    subtitle: 'Wat een tekst beweert, wat is gemeten',
    lang: 'nl',
    source: source(explainer).source,
    evidence: [{ id: 'zebravis', label: 'Zebravis', tone: 'animal' }],
    sections: [
      section(
        'begin',
        [
          slide('titel', [], { layout: 'title', title: 'MDMA en het serotonerge systeem' }),
          slide('vraag', ['waarom.1', 'waarom.2'], {
            title: 'Serotonine doet meer dan stemming regelen',
            evidence: ['claim'],
          }),
        ],
        {
          omits: [waiver('waarom.3', 'Aankondiging zonder inhoud; de slotdia vat alles samen.')],
        },
      ),
      section('sert', [
        slide('pomp', ['sert.1', 'sert.2'], {
          title: 'MDMA laat de serotoninepomp andersom draaien',
          layout: 'process',
          evidence: ['human', 'in-vitro'],
          notes: 'Wijs de pomp aan.',
        }),
        slide('heropname', ['sert.2', 'sert.3'], {
          title: 'Ook de heropname wordt geremd',
          layout: 'comparison',
          evidence: ['zebravis'],
        }),
        slide('risico', [], { title: 'Wat de tekst weglaat: risico’s en interacties' }),
      ]),
      section('herstel', [
        slide('weken', ['herstel.1'], { title: 'Na de sessie is de voorraad een tijd op', layout: 'timeline' }),
      ]),
    ],
    quiz: [question('q1', ['sert.1', 'sert.4']), question('q2', ['herstel.2'])],
    misconceptions: [misconception('Serotonine is het gelukshormoon', ['waarom.2'])],
    ...more,
  });

/** A deck that matches the sample closely enough for links, numbers and titles. */
export function deckOf(from: Lesson, css = ''): Deck {
  const slides = from.sections.flatMap(({ id, slides: list }) => list.map((item) => ({ item, id })));
  return {
    lesson: from.id,
    title: from.title,
    lang: from.lang,
    authors: from.authors,
    size: { width: 1280, height: 720 },
    css,
    slides: slides.map(({ item, id }, index) => ({
      id: `${item.id}-1`,
      slide: item.id,
      layout: item.layout,
      section: id,
      title: item.title ?? '',
      classes: item.layout,
      markdown: '',
      notes: '',
      at: item.at,
      number: index + 1,
      html: '<section></section>',
      notesHtml: '',
      steps: 0,
    })),
  };
}

/** The theme's own fonts as a packed deck holds them. */
export function themeFonts(): string {
  const folder = new URL('../../../templates/themes/lectern/', import.meta.url);
  const css = readFileSync(new URL('fonts.css', folder), 'utf8');
  return css.replace(
    /url\('(fonts\/[^']+)'\)/g,
    (_, file: string) => `url('data:font/woff2;base64,${readFileSync(new URL(file, folder)).toString('base64')}')`,
  );
}
