import type { SeenParagraph, SeenRun, SeenShape, SeenSlide } from '../../onto/seen.ts';
import { chartShapes, type ChartTexts } from '../../onto/chart-data.ts';
import { identityOf, type Part } from './package.ts';
import { all, child, first, type XmlNode } from './tree.ts';

const isOn = (look: XmlNode | undefined, name: string): boolean =>
  ['1', 'true'].includes(look?.attributes.get(name) ?? '');

function runOf(node: XmlNode, part: Part): SeenRun {
  const look = child(node, 'a:rpr');
  const target = part.targets.get(child(look, 'a:hlinkclick')?.attributes.get('r:id') ?? '');
  const raised = Number(look?.attributes.get('baseline') ?? 0);
  const strike = look?.attributes.get('strike') ?? 'noStrike';
  return {
    text: child(node, 'a:t')?.text ?? '',
    ...(isOn(look, 'b') && { bold: true }),
    ...(isOn(look, 'i') && { italic: true }),
    ...(strike !== 'noStrike' && { strike: true }),
    ...(raised !== 0 && { shift: raised > 0 ? (1 as const) : (-1 as const) }),
    ...(target?.isOutside === true && { href: target.path }),
  };
}

/** A paragraph line by line; the number of the slide is none of its text. */
function paragraphOf(paragraph: XmlNode, part: Part): SeenParagraph {
  const lines: SeenRun[][] = [[]];
  const visit = (node: XmlNode): void => {
    if (node.name === 'mc:fallback' || node.name === 'a:ppr' || node.name === 'a:endpararpr') return;
    if (node.name === 'a:br') lines.push([]);
    else if (node.name === 'm:omath' || node.name === 'm:omathpara') lines.at(-1)?.push({ text: '', math: true });
    else if (node.name === 'a:fld' && node.attributes.get('type') === 'slidenum') return;
    else if (node.name === 'a:r' || node.name === 'a:fld') lines.at(-1)?.push(runOf(node, part));
    else for (const one of node.children) visit(one);
  };
  for (const one of paragraph.children) visit(one);
  return lines;
}

const isSaid = (paragraph: SeenParagraph): boolean =>
  paragraph.some((line) => line.some(({ text }) => text.trim() !== ''));

/** The paragraphs that say something, with how deep each stands in a list. */
function leveledIn(body: XmlNode | undefined, part: Part): Pick<SeenShape, 'paragraphs' | 'levels'> {
  const said = all(body, 'a:p').flatMap((node) => {
    const paragraph = paragraphOf(node, part);
    const level = Number(child(node, 'a:ppr')?.attributes.get('lvl') ?? 0) || 0;
    return isSaid(paragraph) ? [{ paragraph, level }] : [];
  });
  const levels = said.map(({ level }) => level);
  return { paragraphs: said.map(({ paragraph }) => paragraph), ...(levels.some((level) => level > 0) && { levels }) };
}

const paragraphsIn = (body: XmlNode | undefined, part: Part): readonly SeenParagraph[] =>
  all(body, 'a:p')
    .map((paragraph) => paragraphOf(paragraph, part))
    .filter(isSaid);

/** A name that we gave: what it is, its slide, marks of its texts. Programs keep those of pictures and objects. */
const isOurs = (name: string): boolean => name.includes(' · ');

const foreign = (what: string, { name, alt }: { readonly name: string; readonly alt: string }): SeenShape => ({
  kind: 'alt',
  name,
  paragraphs: [[[{ text: `${what} “${alt.trim() || name}”` }]]],
  isForeign: true,
});

function shapesOf(node: XmlNode, part: Part, inGroup: boolean): readonly SeenShape[] {
  const { name, alt } = identityOf(node);
  const alts: readonly SeenShape[] = alt.trim() === '' ? [] : [{ kind: 'alt', name, paragraphs: [[[{ text: alt }]]] }];
  if (node.name === 'p:sp') {
    const place = first(node.children[0], 'p:ph')?.attributes.get('type');
    const said = leveledIn(child(node, 'p:txbody'), part);
    if (said.paragraphs.length === 0 || place === 'sldNum' || place === 'dt') return alts;
    const kind = place === 'title' || place === 'ctrTitle' ? 'title' : inGroup ? 'label' : 'text';
    return [...alts, { kind, name, ...said }];
  }
  if (node.name === 'p:pic') return isOurs(name) ? alts : [foreign('picture', { name, alt })];
  if (node.name === 'p:graphicframe') {
    const table = first(node, 'a:tbl');
    if (!table) return isOurs(name) ? alts : [foreign('chart or object', { name, alt })];
    return all(table, 'a:tr').flatMap((line, row) =>
      all(line, 'a:tc').flatMap((cell, column): readonly SeenShape[] => {
        const isCovered = ['hmerge', 'vmerge'].some((key) => isOn(cell, key));
        const paragraphs = paragraphsIn(child(cell, 'a:txbody'), part);
        return isCovered ? [] : [{ kind: 'cell', name, cell: [row, column], paragraphs }];
      }),
    );
  }
  if (node.name === 'p:grpsp') return [...alts, ...node.children.flatMap((one) => shapesOf(one, part, true))];
  if (node.name === 'mc:alternatecontent' || node.name === 'mc:choice')
    return node.children.flatMap((one) => shapesOf(one, part, inGroup));
  return [];
}

/** Name of a shape of ours: what it is, the slide it came from, marks of its texts. */
const slideIn = (name: string): string => {
  const parts = name.split(' · ');
  return parts.length > 1 ? (parts[1] ?? '') : '';
};

/** The slide of ours that most shapes say they came from. */
function idOf(slide: Part, shapes: XmlNode | undefined): string {
  const named = first(slide.root, 'p:csld')?.attributes.get('name') ?? '';
  const counts = new Map<string, number>();
  for (const { attributes } of all(shapes, 'p:cnvpr')) {
    const id = slideIn(attributes.get('name') ?? '');
    if (id !== '') counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return named.startsWith('s-') ? named.slice(2) : (most?.[0] ?? '');
}

/** A picture or drawing that we made; ornament says nothing and counts for nothing. */
function isOurPicture(node: XmlNode): boolean {
  if (node.name === 'mc:alternatecontent' || node.name === 'mc:choice') return node.children.some(isOurPicture);
  const { name } = identityOf(node);
  return (
    (node.name === 'p:pic' || node.name === 'p:grpsp' || first(node, 'c:chart') !== undefined) &&
    isOurs(name) &&
    !name.startsWith('Ornament')
  );
}

/** What the charts of ours say. */
const chartTexts = (
  tree: XmlNode | undefined,
  charts: ReadonlyMap<string, readonly ChartTexts[]>,
): readonly SeenShape[] =>
  all(tree, 'p:graphicframe')
    .flatMap((frame) => (isOurs(identityOf(frame).name) ? (first(frame, 'c:chart') ?? []) : []))
    .flatMap((chart, i) => chartShapes(charts.get(chart.attributes.get('r:id') ?? '') ?? [], i));

/** What a slide and its notes show. */
export function seenSlide(
  slide: Part,
  notes: Part | undefined,
  charts: ReadonlyMap<string, readonly ChartTexts[]>,
): SeenSlide {
  const tree = first(slide.root, 'p:sptree');
  const body = all(notes?.root, 'p:sp').find((shape) => {
    const place = first(shape.children[0], 'p:ph');
    return place !== undefined && (place.attributes.get('type') ?? 'body') === 'body';
  });
  return {
    id: idOf(slide, tree),
    shapes: [...(tree?.children ?? []).flatMap((node) => shapesOf(node, slide, false)), ...chartTexts(tree, charts)],
    pictures: (tree?.children ?? []).filter(isOurPicture).length,
    ...(first(slide.root, 'p:sld')?.attributes.get('show') === '0' && { isHidden: true as const }),
    notes: notes ? paragraphsIn(child(body, 'p:txbody'), notes) : [],
  };
}
