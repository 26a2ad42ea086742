/** A function as the text in which it reaches the page. It is complete in itself: it uses nothing from around it. */
export const functionText = (run: (...args: never[]) => unknown): string => `(${run.toString()})`;
