import { readTags } from '../../parse/index.ts';

/** Names of styles of paragraphs that have a meaning of their own, or are no heading whatever they are based on. */
const known = /^(?:heading [1-6]|title|subtitle|quote|intense quote|list paragraph|toc\b.*)$/i;

interface Style {
  name: string;
  basedOn: string | undefined;
  /** 0 is the first level; 9 is running text. */
  outline: number | undefined;
}

/** The styles of paragraphs by their id. */
function stylesIn(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readTags(xml, {
    open: (name, attributes) => {
      const value = attributes.get('w:val') ?? '';
      if (name === 'w:style') {
        style = undefined;
        if (attributes.get('w:type') !== 'paragraph') return;
        style = { name: '', basedOn: undefined, outline: undefined };
        styles.set(attributes.get('w:styleid') ?? '', style);
      } else if (style === undefined) return;
      else if (name === 'w:name') style.name = value;
      else if (name === 'w:basedon') style.basedOn = value;
      else if (name === 'w:outlinelvl') style.outline = Number.parseInt(value, 10);
    },
    close: (name) => {
      if (name === 'w:style') style = undefined;
    },
    text: () => undefined,
    comment: () => undefined,
  });
  return styles;
}

/** The level of a heading's style, 1 to 6: of its own, by its name, or that of the style it is based on. */
function levelOf(id: string, styles: ReadonlyMap<string, Style>): number | undefined {
  const passed = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !passed.has(at);) {
    passed.add(at);
    const style = styles.get(at);
    if (style === undefined) return undefined;
    const named = /^heading ([1-6])$/i.exec(style.name)?.[1];
    const level = named === undefined ? (style.outline ?? Number.NaN) + 1 : Number(named);
    if (style.outline !== undefined || named !== undefined) return level >= 1 && level <= 6 ? level : undefined;
    at = style.basedOn;
  }
  return undefined;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** For each style of the author's own that is a heading, what mammoth makes of it. */
export function headingStyles(xml: string): readonly string[] {
  const styles = stylesIn(xml);
  return [...styles].flatMap(([id, { name }]) => {
    const level = known.test(name) || name === '' ? undefined : levelOf(id, styles);
    return level === undefined ? [] : [`p[style-name=${quoted(name)}] => h${level}:fresh`];
  });
}

/** What begins the ids of styles that a document is given here. */
const ownStyle = 'LecternHeading';
export const isOwnStyle = (message: string): boolean => message.includes(ownStyle);
export const ownHeadings = [1, 2, 3, 4, 5, 6].map((level) => `p.${ownStyle}${level} => h${level}:fresh`);

/** Gives a paragraph whose outline level makes it a heading a style that says so. */
export function withOutlineLevels(xml: string): string {
  let written = '';
  let from = 0;
  readTags(xml, {
    open: (name, attributes, [start, end]) => {
      const level = Number.parseInt(attributes.get('w:val') ?? '', 10) + 1;
      if (name !== 'w:outlinelvl' || !(level >= 1 && level <= 6)) return;
      written += `${xml.slice(from, start)}<w:pStyle w:val="${ownStyle}${level}"/>`;
      from = xml.startsWith('</w:outlineLvl>', end) ? end + '</w:outlineLvl>'.length : end;
    },
    close: () => undefined,
    text: () => undefined,
    comment: () => undefined,
  });
  return written + xml.slice(from);
}
