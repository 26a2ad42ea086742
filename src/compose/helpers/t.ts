import type { Helper } from '../helper.ts';
import { textOf } from '../helper.ts';

/** A fixed word in the lesson's language, from `templates/strings/<lang>.yaml`. `{name}` is replaced by named values. */
export const t: Helper = {
  name: 't',
  usage: '{{t "sources"}} {{t "minutes" n=5}} — a fixed word',
  run: ({ params: [key], hash, slide }) =>
    slide.word(textOf(key)).replace(/\{(\w+)\}/g, (whole, name: string) => (name in hash ? textOf(hash[name]) : whole)),
};
