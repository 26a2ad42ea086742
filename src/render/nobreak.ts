import { mapText } from './text-nodes.ts';

/** Names such as 5-HT, 5-HT1A, 17-OH, β-2: a digit or single letter, a hyphen, a short name. */
const name = /(?<![\p{L}\p{N}-])(\p{N}{1,2}|\p{L})-([\p{Lu}\p{N}][\p{L}\p{N}]{0,5})(?![\p{L}\p{N}-])/gu;

/** Keeps names of substances and receptors on one line: a line may otherwise end after their hyphen. */
export const keepNamesTogether = (html: string): string =>
  mapText(html, (text) => text.replace(name, '<span class="nb">$&</span>'));
