/** Puts values into a sentence (`{0}`, `{1}` …); of one in two forms (`one|many`) the first value chooses. */
export function fill(sentence: string, ...values: readonly (string | number)[]): string {
  const [one = '', many = one] = sentence.split('|');
  return (values[0] === 1 ? one : many).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
