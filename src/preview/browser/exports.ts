import type { ExportReply } from '../../wire/index.ts';
import { fill } from '../../wire/index.ts';
import { button, h, icon, setText } from './dom.ts';
import { findingList, type FindingActions } from './findings-view.ts';
import { words } from './page-words.ts';
import { post } from './stream.ts';

const formats = [
  ['html', 'HTML'],
  ['pdf', 'PDF'],
  ['md', 'Markdown'],
] as const;

export interface ExportOptions {
  /** Address of the lesson. */
  readonly base: string;
  /** Shows what becomes of the export. */
  readonly say: (...content: Node[]) => void;
  readonly actions: FindingActions;
}

/** The buttons that make files to take along, one at a time, while work on the lesson goes on. */
export function exportButtons(options: ExportOptions): HTMLElement {
  let isBusy = false;
  const label = h('span', { id: 'export-label' }, words.export);
  const buttons = formats.map(([format, name]) => button({}, name, () => void make(format, name)));
  const setBusy = (busy: boolean): void => {
    isBusy = busy;
    for (const control of buttons) control.setAttribute('aria-disabled', String(busy));
  };
  const make = async (format: string, name: string): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const stop = showProgress(options, name);
    const reply: Partial<ExportReply> = await post(`${options.base}export`, { format });
    stop();
    setBusy(false);
    showResult(options, name, reply);
  };
  return h('div', { class: 'exports', role: 'group', 'aria-labelledby': label.id }, label, ...buttons);
}

/** Says that something is being made and counts the seconds, which are not read aloud. */
function showProgress({ say }: ExportOptions, name: string): () => void {
  const seconds = h('span', { class: 'seconds', 'aria-hidden': 'true' });
  const started = performance.now();
  const timer = setInterval(() => setText(seconds, `${Math.round((performance.now() - started) / 1000)} s`), 1000);
  say(h('span', {}, fill(words.building, name)), h('progress', { 'aria-hidden': 'true' }), seconds);
  return () => clearInterval(timer);
}

function showResult(
  { say, actions }: ExportOptions,
  name: string,
  { file, problems = [] }: Partial<ExportReply>,
): void {
  if (file) return say(h('a', { href: file.address, download: '' }, icon('file'), fill(words.exported, file.path)));
  const close = button({}, words.close, () => say());
  const count = problems.length > 1 && ` ${fill(words.errors, problems.length)}`;
  const failed = h('p', { class: 'failed' }, icon('error'), fill(words.exportFailed, name), count);
  // The first one is the one to mend; errors of the outline are in the panel too.
  const [first] = problems;
  say(failed, ...(first ? [findingList([first], actions, { withSlide: false, empty: '' })] : []), close);
}
