/**
 * Writes the letters of formulas in the italics of a text font. By themselves browsers take them from a font of
 * mathematical letters, and where a device has none, nothing is seen.
 */
export function slantLetters(root: ParentNode): void {
  for (const letter of root.querySelectorAll('mi:not([mathvariant])'))
    if (/^\p{L}$/u.test(letter.textContent ?? '')) letter.classList.add('lp-slant');
}
