import { failure, success, type Diagnostic, type Outcome, escapeXml } from '../../base/index.ts';
import { cleanAttributes, writeChildren, type Cleaning } from './clean.ts';
import { svgProblem } from './codes.ts';
import { staysSmall } from './expansion.ts';
import { parseSvg, svgNamespace, type SvgElement, type SvgSource } from './parse.ts';
import { sizeOf } from './size.ts';
import { element } from './xml.ts';

export interface SanitizeOptions extends SvgSource {
  /** Put before every id and reference, so that drawings on one page do not mix; empty for a file of its own. */
  readonly idPrefix: string;
  /** Text alternative: replaces the drawing's own title. Empty for a decorative drawing; absent keeps what the file says. */
  readonly alt?: string;
}

export interface CleanSvg {
  readonly svg: string;
  /** Natural size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Makes a lecturer's SVG file harmless: nothing in it runs, loads, moves, or changes anything outside the drawing.
 * Gradients, masks, markers, filters, text and `data-step` stay.
 */
export function sanitizeSvg(bytes: Uint8Array, options: SanitizeOptions): Outcome<CleanSvg> {
  const parsed = parseSvg(bytes, options);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const place = options.at ? { at: options.at } : {};
  if (!staysSmall(root)) {
    return failure([
      svgProblem('svg/too-large', `${options.file} copies its own parts with <use> without bound`, place),
    ]);
  }
  const size = sizeOf(root);
  const diagnostics: Diagnostic[] = [];
  if (!size.known)
    diagnostics.push(svgProblem('svg/no-size', `${options.file} has no viewBox and no width and height`, place));
  const dropped = new Set<string>();
  const svg = writeRoot(root, options, dropped);
  if (dropped.size > 0) {
    diagnostics.push(
      svgProblem('svg/dropped', `left out of ${options.file}: ${[...dropped].sort().slice(0, 8).join(', ')}`, place),
    );
  }
  return success({ svg, width: size.width, height: size.height }, diagnostics);
}

function writeRoot(root: SvgElement, { idPrefix, alt }: SanitizeOptions, dropped: Set<string>): string {
  const rename = (id: string): string => `${idPrefix}${id}`;
  const scope = idPrefix === '' ? undefined : `${idPrefix}root`;
  const cleaning: Cleaning = { rename, scope, dropped };
  const { width, height, viewBox } = sizeOf(root);
  const own = cleanAttributes(root, cleaning);
  const titled = alt !== undefined && alt !== '';
  const body = {
    ...root,
    children: root.children.filter(
      (child) => alt === undefined || typeof child === 'string' || child.local !== 'title',
    ),
  };
  const names = titled
    ? { role: 'img', 'aria-labelledby': `${idPrefix}-title` }
    : alt === ''
      ? { 'aria-hidden': 'true' }
      : { role: 'img' };
  return element(
    'svg',
    { xmlns: svgNamespace, ...own, ...(scope !== undefined && { id: scope }), width, height, viewBox, ...names },
    titled ? element('title', { id: `${idPrefix}-title` }, escapeXml(alt)) : '',
    writeChildren(body, cleaning),
  );
}
