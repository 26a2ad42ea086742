/** What `lectern import` writes into a lesson, in the language of the text. */
export interface Stubs {
  /** A verb for an objective, as the schema knows it and as people read it. */
  readonly verb: string;
  readonly objective: string;
  readonly summary: string;
  readonly right: string;
  readonly wrong: string;
  readonly maybe: string;
}

const en: Stubs = {
  verb: 'explain',
  objective: 'what this text says, in your own words',
  summary: 'What to remember',
  right: 'TODO: the right answer',
  wrong: 'TODO: a wrong answer',
  maybe: 'TODO: another wrong answer',
};

const others: Readonly<Record<string, Stubs>> = {
  de: { verb: 'erklären', objective: 'was in diesem Text steht, mit eigenen Worten', summary: 'Was bleibt', right: 'TODO: die richtige Antwort', wrong: 'TODO: eine falsche Antwort', maybe: 'TODO: noch eine falsche Antwort' },
  es: { verb: 'explicar', objective: 'lo que dice este texto, con palabras propias', summary: 'Lo esencial', right: 'TODO: la respuesta correcta', wrong: 'TODO: una respuesta falsa', maybe: 'TODO: otra respuesta falsa' },
  fr: { verb: 'expliquer', objective: 'ce que dit ce texte, avec ses propres mots', summary: 'À retenir', right: 'TODO: la bonne réponse', wrong: 'TODO: une mauvaise réponse', maybe: 'TODO: une autre mauvaise réponse' },
  it: { verb: 'spiegare', objective: 'che cosa dice questo testo, con parole proprie', summary: 'Da ricordare', right: 'TODO: la risposta giusta', wrong: 'TODO: una risposta sbagliata', maybe: 'TODO: un’altra risposta sbagliata' },
  nl: { verb: 'uitleggen', objective: 'wat er in deze tekst staat, in eigen woorden', summary: 'Om te onthouden', right: 'TODO: het juiste antwoord', wrong: 'TODO: een fout antwoord', maybe: 'TODO: nog een fout antwoord' },
  pt: { verb: 'explicar', objective: 'o que diz este texto, por palavras próprias', summary: 'A reter', right: 'TODO: a resposta certa', wrong: 'TODO: uma resposta errada', maybe: 'TODO: outra resposta errada' },
}; // prettier-ignore

/** The stubs in a language; English when it has none. @param lang BCP 47 tag. */
export const stubsOf = (lang: string): Stubs => others[lang.toLowerCase().split('-')[0] ?? ''] ?? en;
