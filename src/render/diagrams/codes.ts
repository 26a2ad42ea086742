import { defineCodes } from '../../base/index.ts';

/** What can be wrong with the data of a diagram. */
export const { table: diagramCodes, diagnostic: diagramProblem } = defineCodes({
  'diagram/too-much': {
    severity: 'error',
    summary: 'The diagram cannot show all its text at the smallest size that can be read from the last row.',
    why: 'Text under 18 pt is not read in a lecture hall, and text over the edge is lost.',
    mend: 'Shorten the labels, move details to the notes, or divide the diagram over two slides.',
  },
  'diagram/simpler': {
    severity: 'warning',
    summary: 'A diagram is drawn without its details, because they do not fit.',
    why: 'Labels that can be read from the last row say more than details that cannot; but the audience does not see them.',
    mend: 'Shorten the details, say them in the notes, or divide the diagram over two slides.',
  },
  'diagram/turned': {
    severity: 'warning',
    summary: 'A drawing grows in another direction than was asked for, because its labels do not fit that way.',
    why: 'The drawing is complete and can be read, but it is not the one you chose.',
    mend: 'Leave the `direction` out, shorten the labels, or divide the drawing over two slides.',
  },
  'diagram/small': {
    severity: 'warning',
    summary: 'A diagram is drawn smaller than can be read from the last row, because its labels do not fit.',
    why: 'Text under 18 pt is not read in a lecture hall.',
    mend: 'Shorten the labels or divide the diagram over two slides.',
  },
  'diagram/empty': {
    severity: 'error',
    summary: 'A diagram has nothing to draw.',
    why: 'An empty drawing leaves a hole in the slide.',
    mend: 'Add the field that the message names.',
  },
  'diagram/unknown-node': {
    severity: 'error',
    summary: 'A link names a node that is not in the diagram.',
    why: 'The link would have an end without a node.',
    mend: 'Write the id of a node that is there, or add the node: `nodes: [{ id: heart, label: Heart }]`.',
  },
  'diagram/duplicate-node': {
    severity: 'error',
    summary: 'Two nodes of a diagram have the same id.',
    why: 'A link to that id could mean either.',
    mend: 'Give each node an id of its own.',
  },
  'diagram/branch-inside': {
    severity: 'error',
    summary: 'A step in the middle of a cascade has branches.',
    why: 'Branches are drawn at the end of the chain, where they would seem to follow from its last step.',
    mend: 'End the chain at the step that branches, or use the layout `concept-map`.',
  },
  'diagram/not-a-time': {
    severity: 'error',
    summary: 'A proportional timeline needs times that can be placed on a scale.',
    why: 'Distances on the axis would be made up.',
    mend: 'Write a year (`1998`), a date (`1998-05-01`) or a number with a unit (`90 min`), or use `scale: schematic`.',
  },
  'diagram/mermaid-syntax': {
    severity: 'error',
    summary: 'The text of a Mermaid diagram is not understood.',
    why: 'Nothing can be drawn from it.',
    mend: 'Correct the text at this line; the message is that of Mermaid itself.',
  },
  'diagram/small-text': {
    severity: 'warning',
    summary: 'A Mermaid diagram is drawn smaller than can be read from the last row.',
    why: 'Text under 18 pt (24 px) is not read in a lecture hall.',
    mend: 'Use fewer parts or shorter labels, or divide the diagram over two slides.',
  },
  'diagram/not-drawn': {
    severity: 'error',
    summary: 'There is no browser to draw Mermaid diagrams with.',
    why: 'Mermaid needs a browser to draw; the one that prints is used.',
    mend: 'Run `lectern doctor`, which names the browsers of this machine and why none of them can be used; `npm install @sparticuz/chromium` or Chrome gives one.',
  },
  'diagram/unknown-kind': {
    severity: 'error',
    summary: 'There is no diagram of this kind.',
    why: 'The layout asks for a drawing that Lectern does not have.',
    mend: 'Use one of the kinds that the message lists.',
  },
});
