import type { JsonObject } from '../../src/base/index.ts';

/** Few, usual and many parts of each kind. */
export const examples: Readonly<Record<string, readonly JsonObject[]>> = {
  cascade: [
    { nodes: [{ label: 'DMT' }, { label: 'Receptor', uncertain: true }] },
    {
      nodes: [
        { label: 'Psilocybine' },
        { label: 'Psilocine', detail: 'de werkzame stof', evidence: 'mens' },
        {
          label: '5-HT~2A~',
          branch: [
            { label: 'Gq', evidence: 'dier' },
            { label: 'β-arrestine', uncertain: true },
          ],
        },
      ],
    },
    {
      nodes: [
        'Binding aan de receptor',
        'Glutamaat',
        'AMPA',
        'mTOR',
        'BDNF-afgifte',
        'TrkB',
        'Dendrieten',
        'Gedrag',
      ].map((label, i) => ({
        label,
        detail: 'gemeten in knaagdieren',
        evidence: i % 2 ? 'dier' : 'vitro',
        uncertain: i > 5,
      })),
    },
  ],
  timeline: [
    {
      events: [
        { when: 1943, label: 'LSD' },
        { when: 1970, label: 'Verbod', tone: 'negative' },
      ],
    },
    {
      scale: 'proportional',
      events: [
        { when: '0 min', label: 'Inname' },
        { when: '20 min', label: 'Eerste effecten', detail: 'misselijkheid' },
        { when: '90 min', label: 'Piek' },
        { when: '24 h', label: 'Bloed afgenomen', evidence: 'mens' },
      ],
    },
    {
      events: Array.from({ length: 9 }, (_, i) => ({
        when: 1938 + i * 10,
        label: `Gebeurtenis ${i}`,
        detail: 'een naam',
      })),
    },
  ],
  'evidence-ladder': [
    {
      rungs: [
        { label: 'Cel', reached: true },
        { label: 'Dier', reached: false },
        { label: 'Mens', reached: false },
      ],
    },
    {
      rungs: Array.from({ length: 7 }, (_, i) => ({
        label: `Trede ${i + 1} van de ladder`,
        detail: 'tegenstrijdige uitkomsten',
        reached: i < 3,
        evidence: 'dier',
      })),
    },
  ],
  matrix: [
    { columns: ['A', 'B'], rows: [{ label: 'x', cells: [1, 2] }] },
    {
      columns: ['Cel', 'Worm', 'Vlieg', 'Vis', 'Muis', 'Rat', 'Aap', 'Mens'],
      rows: Array.from({ length: 5 }, (_, r) => ({
        label: `Uitkomst ${r}`,
        cells: Array.from({ length: 8 }, (_, c) => ({
          tone: ['positive', 'negative', 'neutral', 'human'][(r + c) % 4] ?? '',
        })),
      })),
      legend: [
        { tone: 'positive', label: 'effect' },
        { tone: 'negative', label: 'geen effect' },
      ],
    },
    {
      rowTitle: 'Studie',
      columns: ['Stof', 'Model', 'Uitkomst', 'Effect', 'Oordeel'],
      rows: Array.from({ length: 5 }, () => ({
        label: 'Ly 2018',
        cells: ['LSD', 'rat', 'meer **spines**', { value: 'groot', tone: 'accent' }, 2.5],
      })),
    },
  ],
  cycle: [
    { nodes: [{ label: 'Angst' }, { label: 'Vermijding' }, { label: 'Meer angst' }], center: 'Cirkel' },
    {
      nodes: ['Vraag', 'Hypothese', 'Voorspelling', 'Proef', 'Meting', 'Analyse', 'Conclusie', 'Artikel'].map(
        (label) => ({ label }),
      ),
    },
  ],
  venn: [
    { sets: [{ label: 'Rat' }, { label: 'Mens', detail: 'ervaring' }], overlaps: [{ label: 'plasma' }] },
    {
      sets: ['Milieu', 'Economie', 'Mens'].map((label) => ({ label, detail: 'eigen eis' })),
      overlaps: [
        { of: ['Milieu', 'Economie'], label: 'leefbaar' },
        { of: [1, 3], label: 'draaglijk' },
        { label: 'duurzaam' },
      ],
    },
  ],
  'concept-map': [
    {
      nodes: [
        { id: 'a', label: 'DMT' },
        { id: 'b', label: 'Receptor' },
      ],
      links: [{ from: 'a', to: 'b', label: 'bindt' }],
    },
    {
      nodes: ['Ayahuasca', 'DMT', 'Harmine', 'MAO-A', '5-HT~2A~', 'Plasticiteit'].map((label, i) => ({
        id: `n${i}`,
        label,
      })),
      links: [
        { from: 'n0', to: 'n1', label: 'bevat' },
        { from: 'n0', to: 'n2', label: 'bevat' },
        { from: 'n2', to: 'n3', label: 'remt' },
        { from: 'n3', to: 'n1', label: 'breekt af' },
        { from: 'n1', to: 'n4', label: 'activeert' },
        { from: 'n4', to: 'n5', label: 'bevordert', uncertain: true },
      ],
    },
  ],
  hierarchy: [
    { root: { label: 'Plasticiteit', children: [{ label: 'Structuur' }, { label: 'Functie', detail: 'LTP' }] } },
    {
      root: {
        label: 'Psychoactieve stoffen',
        children: ['Psychedelica', 'Stimulantia', 'Dempers', 'Dissociativa'].map((label) => ({
          label,
          children: [{ label: 'Voorbeeld een' }, { label: 'Voorbeeld twee' }, { label: 'Voorbeeld drie' }],
        })),
      },
    },
    {
      direction: 'right',
      root: { label: 'Bewijs', children: [{ label: 'Mens', children: [{ label: 'RCT' }] }, { label: 'Dier' }] },
    },
  ],
  pathway: [
    {
      lanes: [
        { title: 'Directe route', nodes: [{ label: 'DMT' }, { label: 'TrkB' }], outcome: 'Groei', tone: 'positive' },
      ],
    },
    {
      lanes: ['5-HT~2A~-route', 'TrkB-route', 'Sigma-1-route'].map((title, i) => ({
        title,
        tone: 'accent',
        outcome: 'Synapsen',
        nodes: [
          { label: 'Receptor' },
          { label: 'Calcium', effect: 'inhibits' },
          { label: 'Groei', uncertain: i === 2 },
        ],
      })),
    },
  ],
};
