const en = {
  answer: 'Answer',
  bar: 'Reading view',
  closed: 'Slides',
  colours: 'Colours',
  coloursAuto: 'As the device',
  coloursContrast: 'High contrast',
  coloursDark: 'Dark',
  coloursLight: 'Light',
  contents: 'Contents',
  data: 'Data as a table',
  description: 'Description of the picture',
  enlarge: 'Enlarge the picture',
  formula: 'Formula',
  notes: 'Notes',
  opened: 'Reading view: the lesson as text',
  picture: 'Picture: {0}',
  reduce: 'Reduce the picture',
  references: 'References',
  skip: 'Skip to the text',
  slides: 'Slides',
  table: 'Table: {0}',
};

/** The fixed words of the reading view. */
export type ReadingStrings = Readonly<Record<keyof typeof en, string>>;

const nl: ReadingStrings = {
  answer: 'Antwoord',
  bar: 'Leesweergave',
  closed: "Dia's",
  colours: 'Kleuren',
  coloursAuto: 'Zoals het apparaat',
  coloursContrast: 'Hoog contrast',
  coloursDark: 'Donker',
  coloursLight: 'Licht',
  contents: 'Inhoud',
  data: 'Gegevens als tabel',
  description: 'Beschrijving van de afbeelding',
  enlarge: 'Afbeelding vergroten',
  formula: 'Formule',
  notes: 'Notities',
  opened: 'Leesweergave: de les als tekst',
  picture: 'Afbeelding: {0}',
  reduce: 'Afbeelding verkleinen',
  references: 'Bronnen',
  skip: 'Naar de tekst',
  slides: "Dia's",
  table: 'Tabel: {0}',
};

const de: ReadingStrings = {
  answer: 'Antwort',
  bar: 'Leseansicht',
  closed: 'Folien',
  colours: 'Farben',
  coloursAuto: 'Wie das Gerät',
  coloursContrast: 'Hoher Kontrast',
  coloursDark: 'Dunkel',
  coloursLight: 'Hell',
  contents: 'Inhalt',
  data: 'Daten als Tabelle',
  description: 'Beschreibung des Bildes',
  enlarge: 'Bild vergrößern',
  formula: 'Formel',
  notes: 'Notizen',
  opened: 'Leseansicht: die Lektion als Text',
  picture: 'Bild: {0}',
  reduce: 'Bild verkleinern',
  references: 'Quellen',
  skip: 'Zum Text',
  slides: 'Folien',
  table: 'Tabelle: {0}',
};

const fr: ReadingStrings = {
  answer: 'Réponse',
  bar: 'Mode lecture',
  closed: 'Diapositives',
  colours: 'Couleurs',
  coloursAuto: 'Comme l’appareil',
  coloursContrast: 'Contraste élevé',
  coloursDark: 'Sombre',
  coloursLight: 'Clair',
  contents: 'Sommaire',
  data: 'Données en tableau',
  description: 'Description de l’image',
  enlarge: 'Agrandir l’image',
  formula: 'Formule',
  notes: 'Notes',
  opened: 'Mode lecture : la leçon en texte',
  picture: 'Image : {0}',
  reduce: 'Réduire l’image',
  references: 'Références',
  skip: 'Aller au texte',
  slides: 'Diapositives',
  table: 'Tableau : {0}',
};

const all: Readonly<Record<string, ReadingStrings>> = { en, nl, de, fr };

/** The words for a BCP 47 language tag, and the language that they are in: English when there are no others. */
export function readingStrings(lang: string): { readonly strings: ReadingStrings; readonly lang: string } {
  const own = lang.toLowerCase().split('-')[0] ?? '';
  const known = Object.hasOwn(all, own) ? own : 'en';
  return { strings: all[known] ?? en, lang: known };
}
