/** What a call-out says of its text: an aside, the point to remember, take care, or danger. */
const calloutKinds = ['note', 'key', 'warning', 'danger'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** Words that people know from GitHub and other tools. */
const alsoKnown: Readonly<Record<string, CalloutKind>> = {
  info: 'note',
  example: 'note',
  question: 'note',
  tip: 'key',
  important: 'key',
  caution: 'danger',
};

/** All words that name a kind. */
export const calloutWords: readonly string[] = [...calloutKinds, ...Object.keys(alsoKnown)];

/** The kind that a word names, in any case; `undefined` when it names none. */
export function calloutKind(word: string): CalloutKind | undefined {
  const name = word.toLowerCase();
  return calloutKinds.find((kind) => kind === name) ?? (Object.hasOwn(alsoKnown, name) ? alsoKnown[name] : undefined);
}
