const ticks = '✓✔☑✅';
const crosses = '✗✘☒❌✕';

/** Words that say that an answer is right or wrong, in the languages of Lectern; not “true”, which may be an answer. */
const rightWords =
  'correct right juist goed correcte bonne richtig korrekt correcta correcto giusto giusta corretto corretta esatto certo certa correta correto poprawna poprawne верно правильно σωστό صحيح נכון 正解 正确 正確 정답 benar đúng helyes rätt riktig oikein prawidłowa správně doğru točno corect';
const wrongWords =
  'wrong incorrect onjuist fout faux falsch incorrecta incorrecto sbagliato errado errada błędna неверно λάθος 오답 salah sai rossz fel feil väärin yanlış';
const either = (words: string): string => words.replaceAll(' ', '|');

interface Mark {
  readonly pattern: RegExp;
  readonly isRight: boolean;
}

/** What marks an answer, before or behind its text; a star before it only when the text has no other. */
const marks: readonly Mark[] = [
  { pattern: new RegExp(`^\\[[xX${ticks}]\\]\\s*(?=\\S)`, 'u'), isRight: true },
  { pattern: /^\[ ?\]\s*(?=\S)/, isRight: false },
  { pattern: new RegExp(`^[${ticks}]\\uFE0F?\\s*(?=\\S)`, 'u'), isRight: true },
  { pattern: new RegExp(`^[${crosses}]\\uFE0F?\\s*(?=\\S)`, 'u'), isRight: false },
  { pattern: /^\*\s*(?=[^*\s][^*]*$)/, isRight: true },
  { pattern: /(?<=\S) ?\[[xX]\]$/, isRight: true },
  { pattern: /(?<=\S) ?\[ \]$/, isRight: false },
  { pattern: new RegExp(`(?<=\\S) ?[([]?[${ticks}]\\uFE0F?[)\\]]?$`, 'u'), isRight: true },
  { pattern: new RegExp(`(?<=\\S) ?[([]?[${crosses}]\\uFE0F?[)\\]]?$`, 'u'), isRight: false },
  { pattern: new RegExp(`(?<=\\S) ?[([{](?:${either(rightWords)})!?[)\\]}]$`, 'iu'), isRight: true },
  { pattern: new RegExp(`(?<=\\S) ?[([{](?:${either(wrongWords)})[)\\]}]$`, 'iu'), isRight: false },
  { pattern: new RegExp(`(?<=\\S) ?(?:<-{1,2}|←) ?(?:${either(rightWords)})!?$`, 'iu'), isRight: true },
];

/** Longest answer in which a mark is looked for. */
const longest = 500;

/** The text of an answer without the mark that says whether it is right: `[x] B`, `B ✓`, `B (correct)`, `*B`, `B *`. */
export function readAnswer(written: string): { readonly text: string; readonly isRight: boolean } {
  const text = written.trim();
  if (text.length > longest) return { text, isRight: false };
  // One star at the end.
  if (text.indexOf('*') === text.length - 1 && text.length > 1)
    return { text: text.slice(0, -1).trim(), isRight: true };
  const mark = marks.find(({ pattern }) => pattern.test(text));
  return mark === undefined
    ? { text, isRight: false }
    : { text: text.replace(mark.pattern, '').trim(), isRight: mark.isRight };
}
