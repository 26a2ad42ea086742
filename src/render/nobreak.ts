/** A text node, or markup whose text must be left alone: drawings, formulas, code, styles. */
const piece = /<(svg|math|code|pre|style|script)\b[^]*?<\/\1>|<[^>]*>|[^<]+/g;

/** Names such as 5-HT, 5-HT1A, 17-OH, β-2: a digit or single letter, a hyphen, a short name. */
const name = /(?<![\p{L}\p{N}-])(\p{N}{1,2}|\p{L})-([\p{Lu}\p{N}][\p{L}\p{N}]{0,5})(?![\p{L}\p{N}-])/gu;

/** Keeps names of substances and receptors on one line: a line may otherwise end after their hyphen. */
export function keepNamesTogether(html: string): string {
  return html.replace(piece, (text) =>
    text.startsWith('<') ? text : text.replace(name, '<span class="nb">$&</span>'),
  );
}
