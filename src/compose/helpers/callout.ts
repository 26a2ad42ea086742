import { isObject } from '../../base/index.ts';
import { calloutMarkdown } from '../callouts.ts';
import type { Helper } from '../helper.ts';
import { Rich } from '../text/rich.ts';

/** The text of a call-out behind its name. */
export const callout: Helper = {
  name: 'callout',
  usage: '{{#each slide.callouts}}{{callout this}}{{/each}} — the text of a call-out with its name',
  run: ({ params: [value] }) => {
    const { mark, text } = isObject(value) ? (value as { mark?: unknown; text?: unknown }) : {};
    if (!(mark instanceof Rich) || !(text instanceof Rich)) return undefined;
    return Rich.trusted(calloutMarkdown({ mark, text }), text.source);
  },
};
