import { memo, type JsonObject } from '../../base/index.ts';
import { bareKnownName, bareName, singularName } from '../bare-name.ts';
import { abroad } from './synonyms-abroad.ts';
import { further } from './synonyms-further.ts';

/** Words that people use for a field in English, German, French, Dutch and Spanish, by the name that Lectern knows. */
const names: Readonly<Record<string, string>> = {
  title:
    'heading headline header en-tête encabezado intestazione cabeçalho nagłówek 题目 題目 標題 name titel titre titolo titulo título kop überschrift ueberschrift',
  layout:
    'type kind template slide class style design diseño plantilla modèle modele gabarit modello modelo vorlage folientyp sjabloon szablon układ mall šablona düzen şablon шаблон макет πρότυπο تخطيط תבנית 布局 版式 レイアウト',
  lead: 'subtitle intro introduction text body message summary untertitel ondertitel',
  subtitle: 'untertitel ondertitel sous-titre subtitulo subtítulo course module kurs cours vak curso corso',
  notes:
    'note speaker speakernotes speaker-notes comment comments notizen notiz notities notas nota remarques anmerkungen',
  body: 'text content paragraph inhalt tekst texte contenu texto inhoud contenido cuerpo corps bullets points items paragraphs description desc beschreibung beschrijving omschrijving',
  text: 'body content answer option finding inhalt tekst texte contenu texto',
  bullets: 'points items list bullet-points bulletpoints punkte aufzählung puntos liste opsomming stichpunkte',
  points: 'bullets items list punkte punten puntos',
  items: 'bullets points list entries',
  image: 'picture img photo photograph figure bild foto afbeelding imagen graphic abbildung plaatje illustration',
  picture: 'image img photo figure bild foto afbeelding imagen',
  alt: 'alttext alt-text alternative description beschreibung',
  src: 'file path url href source datei fichier bestand archivo',
  caption:
    'footnote fußnote fussnote voetnoot pie pie-de-foto legende legend bildunterschrift légende onderschrift leyenda',
  author: 'authors autor auteur auteurs autoren autores by lecturer dozent docent',
  lang: 'language locale sprache langue taal idioma',
  date: 'datum fecha',
  duration: 'dauer durée duree duur time length duración minutes min',
  minutes: 'min time duration duración tiempo tempo czas süre dauer zeit tijd durée minuten',
  audience:
    'for public publico público publiek zielgruppe doelgroep destinatari pubblico odbiorcy målgrupp kitle аудитория',
  sections:
    'chapters parts modules units topics abschnitte teile themen secciones partes temas hoofdstukken delen onderdelen kapitel secties parties chapitres',
  slides: 'pages cards content folien seiten diapositives diapos dias diapositivas láminas',
  quiz: 'questions quizzes fragen vragen preguntas',
  question: 'q frage vraag pregunta domanda pergunta pytanie prompt title',
  answers:
    'options choices alternatives antworten réponses reponses antwoorden respuestas risposte respostas odpowiedzi opciones opzioni opções opties keuzes',
  correct: 'right true richtig korrekt juist correcte correcto',
  glossary: 'terms vocabulary definitions glossar glossaire begrippen begrippenlijst glosario',
  references:
    'sources literature bibliography literatur literatuur bibliographie quellen bronnen referencias bibliografia bibliografía bibliografie referências bibliographie',
  quote: 'citation zitat citaat cita citazione text',
  head: 'header headers columns header-row heads kopf kopfzeile kop colonnes columnas colonne colunas spalten kolommen',
  columns: 'head heads header headers cols spalten kolommen',
  rows: 'data lines zeilen rijen lignes filas',
  formula: 'equation tex latex math formel formule formulas equations formulae formeln fórmula formula',
  code: 'source program listing output console text body content snippet',
  language: 'lang',
  prompts: 'questions question prompt topics tasks discussion fragen vragen preguntas',
  by: 'author source who from von van par por di attribution speaker person cite autor autore autrice auteur auteurs quelle bron fuente fonte said-by',
  terms:
    'symbols variables legend where legende leyenda legenda donde avec mit met symbole variablen symbolen símbolos symboles',
  nodes:
    'steps items stages phases boxes elements entries points concepts ideas topics terms schritte stappen pasos étapes',
  rungs: 'steps levels stages items evidence stufen niveaus',
  events: 'items entries dates milestones points steps ereignisse gebeurtenissen eventos événements',
  marks: 'labels pins points annotations items markers',
  lanes: 'paths rows tracks pathways',
  sides: 'columns items cards panels seiten spalten kolommen columnas côtés',
  figures: 'numbers items values stats kpis zahlen cijfers cifras chiffres',
  options: 'answers choices items antworten antwoorden respuestas réponses',
  questions: 'tasks prompts items fragen vragen preguntas',
  findings: 'evidence points facts items results',
  label: 'name title text what goal event step role caption term concept item bezeichnung',
  detail: 'details text description desc sub subtitle note body',
  when: 'date year time at period phase day week fecha tarih data päivä datum jahr jaar año année',
  value: 'number figure amount stat key big wert waarde valor valeur',
  symbol: 'name sym variable letter',
  meaning: 'text description definition label bedeutung betekenis',
  term: 'word name title begriff begrip término terme',
  definition: 'meaning text description definición définition',
  example: 'examples beispiel voorbeeld ejemplo exemple',
  situation: 'case text body description scenario fall casus',
  task: 'question prompt text body exercise problem aufgabe opdracht tarea vraag frage pregunta',
  solution:
    'answer answers key uitwerking oplossing antwoord lösung antwort solución soluzione respuesta réponse corrigé',
  hint: 'tip clue help aanwijzing hinweis indice pista suggerimento',
  actions: 'steps procedure method instructions items stappen schritte étapes pasos werkwijze',
  materials: 'ingredients equipment supplies reagents benodigdheden materiaal material matériel materiales',
  turns: 'lines dialogue conversation utterances replies items beurten gesprek',
  says: 'text line speech utterance words zegt sagt dice',
  who: 'speaker name person role wie wer qui quién',
  lines: 'verses text poem equations formulas steps regels verse zeilen versos vers',
  why: 'begründung grund justification justificación motivazione justificativa uzasadnienie gerekçe reason because explanation comment waarom omdat warum pourquoi',
  entries: 'rows items schedule programme program slots events agenda times',
  what: 'title label text activity event',
  given: 'known premise gegeven gegeben donné dado',
  aside: 'tone comment note',
  diagram: 'code mermaid graph source text chart body content drawing flowchart',
  contact: 'email e-mail mail contacts address website kontakt contacto contatto',
  license: 'licence licentie lizenz licencia licença licenza copyright rights',
  next: 'upcoming preview volgende nächstes',
  message: 'text body subtitle thanks',
  url: 'link href web url-link website site address webadresse enlace sitio lien sito adres adresse adresa',
  claim: 'statement text thesis',
  explain: 'explanation text body notes description comment erklärung uitleg',
  comment: 'note remark body text translation vertaling übersetzung traduction traducción traduzione tradução',
  container:
    'journal publisher verlag uitgever éditeur editorial editore editora wydawnictwo yayınevi nakladatelství издательство εκδόσεις 出版社 booktitle publication zeitschrift tijdschrift revista revue in',
  authors: 'author autor autoren auteurs auteur autore autori autores by who',
  year: 'date année annee jahr jaar anno año ano rok',
  prompt: 'question text task',
  sub: 'items children subitems points bullets',
  children: 'items sub nodes',
  root: 'tree top node hierarchy data',
  links: 'edges arrows connections relations relationships',
  from: 'source start',
  to: 'target end',
  explanation: 'explain erklärung explication uitleg explicación spiegazione explicação reason why feedback because',
  feedback: 'explanation comment why',
  verdict: 'conclusion result so',
  time: 'minutes duration dauer tijd tiempo durée tempo',
  objectives:
    'goals aims learning-objectives learning-goals learning-outcomes learning-aims learningobjectives outcomes objectifs objetivos obiettivi lernziele ziele leerdoelen doelen cele',
  activity: 'task text body',
};

const compared = new Map<string, ReadonlySet<string>>();

/** All words for a field, as they are compared. */
function wordsFor(name: string): ReadonlySet<string> {
  const known = compared.get(name);
  if (known) return known;
  const own = Object.hasOwn(names, name) ? names[name] : '';
  const more = [abroad, further].map((words) => (Object.hasOwn(words, name) ? words[name] : ''));
  const words = new Set(
    [own, ...more]
      .join(' ')
      .split(' ')
      .filter((word) => word !== '')
      .map(bareName),
  );
  // Every name that a schema of a stranger may bring is not kept.
  if (words.size > 0) compared.set(name, words);
  return words;
}

/** The words that English has for a field. `body` is a Czech word for points, but English has it for something else. */
const ownWordsFor = memo(
  (name: string): ReadonlySet<string> =>
    new Set((Object.hasOwn(names, name) ? (names[name] ?? '') : '').split(' ').map(bareName)),
);

/** Whether a word is one of those for a field, in whatever language. */
export const isWordFor = (written: string, name: string): boolean => wordsFor(name).has(bareName(written));

const wider = new Map<string, ReadonlySet<string>>();

/** The words for a field, and those in other languages for the words that English has for it: `texto` for `detail`. */
function widerWordsFor(name: string): ReadonlySet<string> {
  const known = wider.get(name);
  if (known) return known;
  const own = Object.hasOwn(names, name) ? (names[name] ?? '').split(' ') : [];
  const words = new Set(own.filter((word) => Object.hasOwn(names, word)).flatMap((word) => [...wordsFor(word)]));
  if (words.size > 0) wider.set(name, words);
  return words;
}

/** Whether a word is one of those that English has for fields: it means what it says. */
export const isOwnName = (written: string): boolean => Object.hasOwn(names, written.toLowerCase());

const layoutWords = memo((names: string) => new Set(names.split(/\s+/).map(bareName)));

/** Whether a word is one for the layout itself: what stands under it is what the layout shows. */
export const isNameOf = (schema: JsonObject, written: string): boolean =>
  typeof schema['x-names'] === 'string' && layoutWords(schema['x-names']).has(bareName(written));

/** The known name that a written one plainly stands for: in other case, in the plural, or by another word. */
export function alsoKnownAs(written: string, known: readonly string[]): string | undefined {
  const bare = bareName(written);
  return (
    known.find((name) => bareKnownName(name) === bare) ??
    // Who said it, where that is asked for, before the references of the slide.
    known.find((name) => name === 'by' && bare === 'cite') ??
    // What is to be noticed stands on the slide where there is a place for it; the notes are the speaker's.
    known.find((name) => name === 'caption' && bare === 'note') ??
    known.find((name) => singularName(bareKnownName(name)) === singularName(bare)) ??
    known.find((name) => (isOwnName(written) ? ownWordsFor : wordsFor)(name).has(bare)) ??
    (known.includes('notes') &&
    written.split(' ').some((word) => word.length > 3 && wordsFor('notes').has(bareName(word)))
      ? 'notes'
      : undefined) ??
    (isOwnName(written) ? undefined : known.find((name) => widerWordsFor(name).has(bare)))
  );
}

/** What a word for yes or no means. */
export function yesOrNo(word: string): boolean | undefined {
  if (/^\s*(?:yes|y|on|true|ja|oui|sí|si|sim|tak|ano|evet|kyllä|да|так|ναι|نعم|כן|是|はい)\s*$/i.test(word))
    return true;
  return /^\s*(?:no|n|off|false|nein|nee|non|não|nao|nie|ne|hayır|ei|нет|ні|όχι|لا|לא|否|いいえ)\s*$/i.test(word)
    ? false
    : undefined;
}
