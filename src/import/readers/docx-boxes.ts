import { readTags } from '../../parse/index.ts';

/** A text box that mammoth passes over. */
interface Box {
  readonly text: readonly [start: number, end: number];
  /** Behind the paragraph that holds it. */
  readonly behind: number;
}

/**
 * Finds the boxes. Word writes each box twice, for itself and for older readers as `v:textbox`, which mammoth reads; other
 * programs write the first form alone.
 */
function boxesIn(xml: string): readonly Box[] {
  const found: Box[] = [];
  let waiting: { text: [number, number]; choice: number }[] = [];
  let paragraphs = 0;
  const alternatives: { isRead: boolean }[] = [];
  let box: { start: number; depth: number } | undefined;
  readTags(xml, {
    open: (name, _, [, end]) => {
      if (name === 'w:p') paragraphs++;
      else if (name === 'mc:alternatecontent') alternatives.push({ isRead: false });
      else if (name === 'v:textbox') for (const one of alternatives) one.isRead = true;
      else if (name === 'wps:txbx' && box === undefined) box = { start: -1, depth: alternatives.length };
      else if (name === 'w:txbxcontent' && box?.start === -1) box.start = end;
    },
    close: (name, [start, end]) => {
      if (name === 'w:txbxcontent' && box !== undefined && box.start >= 0) {
        waiting.push({ text: [box.start, start], choice: box.depth });
        box.start = -2;
      } else if (name === 'wps:txbx') box = undefined;
      else if (name === 'mc:alternatecontent') {
        const depth = alternatives.length;
        if (alternatives.pop()?.isRead === true) waiting = waiting.filter(({ choice }) => choice < depth);
      } else if (name === 'w:p') {
        if (--paragraphs > 0) return;
        found.push(...waiting.map(({ text }) => ({ text, behind: end })));
        waiting = [];
      }
    },
    text: () => undefined,
    comment: () => undefined,
  });
  return found;
}

/** Puts the text of each box that mammoth passes over behind the paragraph that holds it. */
export function withTextBoxes(xml: string): string {
  let written = '';
  let from = 0;
  for (const { text, behind } of boxesIn(xml)) {
    written += xml.slice(from, behind) + xml.slice(...text);
    from = behind;
  }
  return written + xml.slice(from);
}
