import type { CodeTable, Diagnostic } from '../base/index.ts';
import type { Coverage } from '../coverage/index.ts';
import type { Composition, Config, Deck, Files, Lesson } from '../model/index.ts';
import type { Scene } from './layout/scene.ts';

/** What checks may look at. */
export interface CheckContext {
  readonly lesson: Lesson;
  readonly coverage: Coverage;
  readonly composition: Composition;
  readonly deck: Deck;
  readonly config: Config;
  readonly files: Files;
}

/** A rule over the outline, the source, the composed or the rendered deck, without a browser. */
export interface Check {
  /** File name of the check, for documentation. */
  readonly name: string;
  /** The codes it may emit, with their documentation. */
  readonly codes: CodeTable;
  run(context: CheckContext): readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
}

/**
 * A rule over the laid-out slides. The slides are measured once for all rules, in the browser page that has loaded the
 * deck's static HTML; what was measured is cached by the content of the HTML.
 */
export interface LayoutCheck {
  readonly name: string;
  readonly codes: CodeTable;
  judge(scene: Scene, context: CheckContext): readonly Diagnostic[];
}
