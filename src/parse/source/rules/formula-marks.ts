/** How a formula in lines of its own begins and ends. */
export interface FormulaMarks {
  readonly open: string;
  readonly close: string;
}

const environments = 'equation align alignat gather multline eqnarray'.split(' ').flatMap((name) => [name, `${name}*`]);
const known: readonly FormulaMarks[] = [
  { open: '$$', close: '$$' },
  { open: '\\[', close: '\\]' },
  ...environments.map((name) => ({ open: `\\begin{${name}}`, close: `\\end{${name}}` })),
];

/** The marks of the formula that a text begins with. */
export const formulaMarks = (text: string): FormulaMarks | undefined => known.find(({ open }) => text.startsWith(open));
