import { Marp } from '@marp-team/marp-core';

/** How many slides a Marp tool with its default settings (HTML sanitised, as in Marp CLI) finds in a text. */
export const slideCountIn = (markdown: string): number =>
  new Marp({ script: false }).render(markdown, { htmlAsArray: true }).html.length;
