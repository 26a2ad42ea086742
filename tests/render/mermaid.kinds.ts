/** A small text of every kind of diagram, with words that must be seen. */
export const kinds: readonly (readonly [kind: string, text: string, words: readonly string[]])[] = [
  [
    'flowchart',
    'graph LR; A[Seed] -->|rain| B{Grown?}; B -->|no| A; B -->|yes| C([Harvest])',
    ['Seed', 'rain', 'Harvest'],
  ],
  [
    'sequence',
    'sequenceDiagram\n  actor K as Nurse\n  K->>Ward: call\n  Ward-->>K: answer\n  Note over K: waits',
    ['Nurse', 'call', 'answer', 'waits'],
  ],
  [
    'class',
    'classDiagram\n  class Shelf {\n    +add(Book b)\n    +all() List~Book~\n  }\n  Shelf o-- Book : holds',
    ['Shelf', 'List<Book>', 'holds'],
  ],
  ['state', 'stateDiagram-v2\n  [*] --> Asleep\n  Asleep --> Awake : alarm', ['Asleep', 'Awake', 'alarm']],
  ['entity', 'erDiagram\n  READER ||--o{ LOAN : has\n  READER {\n    string name\n  }', ['READER', 'LOAN', 'name']],
  [
    'gantt',
    'gantt\n  dateFormat YYYY-MM-DD\n  section Field\n  Sow :a, 2026-03-01, 9d\n  Reap :after a, 5d',
    ['Field', 'Sow', 'Reap'],
  ],
  ['pie', 'pie\n  "Water" : 71\n  "Land" : 29', ['Water', '71%']],
  ['mind map', 'mindmap\n  root((Tree))\n    Roots\n    Leaves', ['Tree', 'Roots', 'Leaves']],
  ['timeline', 'timeline\n  title Print\n  1455 : Bible\n  1605 : News', ['1455', 'Bible', 'News']],
  [
    'quadrant',
    'quadrantChart\n  x-axis Cheap --> Dear\n  y-axis Slow --> Fast\n  Bike: [0.2, 0.4]',
    ['Cheap', 'Fast', 'Bike'],
  ],
  ['git', 'gitGraph\n  commit id: "one"\n  branch side\n  commit id: "two"', ['main', 'side', 'two']],
  ['journey', 'journey\n  title Visit\n  section In\n    Wait: 2: Guest', ['Visit', 'Wait', 'Guest']],
  ['chart', 'xychart-beta\n  x-axis [a, b]\n  y-axis "Height" 0 --> 9\n  bar [3, 7]', ['Height', 'a']],
  ['sankey', 'sankey-beta\nCoal,Power,5\nWind,Power,3', ['Coal', 'Wind', 'Power']],
  [
    'requirement',
    'requirementDiagram\n  requirement r {\n    id: 1\n    text: stays dry\n    risk: low\n    verifymethod: test\n  }',
    ['stays dry'],
  ],
  [
    'radar',
    'radar-beta\n  axis a["Sight"], b["Smell"], c["Touch"]\n  curve x["Cat"]{4, 3, 2}\n  max 5',
    ['Sight', 'Cat'],
  ],
  ['treemap', 'treemap-beta\n"Farm"\n  "Cows": 6\n  "Hens": 3', ['Cows', 'Hens']],
  ['kanban', 'kanban\n  a[To read]\n    b[Chapter one]\n  c[Done]\n    d[Preface]', ['To read', 'Chapter']],
  [
    'architecture',
    'architecture-beta\n  service s(server)[Host]\n  service d(database)[Store]\n  s:R -- L:d',
    ['Host', 'Store'],
  ],
  ['packet', 'packet-beta\n0-7: "Kind"\n8-31: "Size"', ['Kind', 'Size']],
  ['block', 'block-beta\n  columns 2\n  a["Lamp"] b["Switch"]', ['Lamp', 'Switch']],
  [
    'C4',
    'C4Context\n  Person(p, "Pupil")\n  System(s, "School")\n  Rel(p, s, "visits")',
    ['Pupil', 'School', 'visits'],
  ],
];
