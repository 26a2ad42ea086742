import { asInline, asLinkText, startOfLine } from '../../escape.ts';
import { formulasIn } from '../omml.ts';
import { room } from './assemble.ts';
import type { Part } from './package.ts';
import { all, child, first, type XmlNode } from './tree.ts';

/** A paragraph of a presentation as Markdown. */
export interface ReadParagraph {
  readonly markdown: string;
  readonly plain: string;
  readonly level: number;
  /** Whether it has a bullet or number; undefined when the layout decides. */
  readonly list?: 'bullet' | 'number' | 'none';
}

interface Piece {
  readonly plain: string;
  readonly mark: string;
  readonly href: string;
}

function piecesOf(paragraph: XmlNode, part: Part): readonly Piece[] {
  const pieces: Piece[] = [];
  const visit = (node: XmlNode): void => {
    if (node.name === 'mc:fallback' || node.name === 'a:ppr' || node.name === 'a:endpararpr') return;
    if (node.name === 'a:br') pieces.push({ plain: ' ', mark: '', href: '' });
    else if (node.name === 'm:omath' || node.name === 'm:omathpara') {
      const tex = formulasIn(part.xml.slice(node.start, node.end)).map((formula) => formula.tex);
      pieces.push({ plain: tex.join(' '), mark: '$', href: '' });
    } else if (node.name === 'a:r' || node.name === 'a:fld') {
      const look = child(node, 'a:rpr');
      const isOn = (name: string): boolean => ['1', 'true'].includes(look?.attributes.get(name) ?? '');
      const target = part.targets.get(child(look, 'a:hlinkclick')?.attributes.get('r:id') ?? '');
      const href = target?.isOutside === true && /^(?:https?|mailto):/i.test(target.path) ? target.path : '';
      const text = child(node, 'a:t')?.text ?? '';
      // Our decks keep room for what stands in a line with a space as wide as it is.
      const plain = text === '\u00A0' && (Number(look?.attributes.get('spc')) || 0) > 0 ? room : text;
      pieces.push({ plain, mark: (isOn('b') ? '**' : '') + (isOn('i') ? '*' : ''), href });
    } else for (const one of node.children) visit(one);
  };
  for (const one of paragraph.children) visit(one);
  return pieces;
}

/** Neighbours of one look as one, so that marks stand at the ends of words. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    const isSame = last !== undefined && last.mark !== '$' && last.mark === piece.mark && last.href === piece.href;
    if (isSame) found[found.length - 1] = { ...last, plain: last.plain + piece.plain };
    else found.push(piece);
  }
  return found;
}

function written({ plain, mark, href }: Piece): string {
  if (mark === '$') return `$${plain}$`;
  const [lead, core, tail] = [plain.length - plain.trimStart().length, plain.trim(), plain.trimEnd().length];
  if (core === '') return plain === '' ? '' : ' ';
  const text = href === '' ? asInline(core) : `[${asLinkText(core)}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
  const marked = mark === '' ? text : `${mark}${text}${mark}`;
  return `${lead > 0 ? ' ' : ''}${marked}${tail < plain.length ? ' ' : ''}`;
}

/** The paragraphs of a body of text; empty ones are left out. */
export function paragraphsOf(body: XmlNode | undefined, part: Part): readonly ReadParagraph[] {
  return all(body, 'a:p').flatMap((paragraph): readonly ReadParagraph[] => {
    const pieces = joined(piecesOf(paragraph, part));
    const plain = pieces
      .map((piece) => piece.plain)
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    if (plain === '') return [];
    // A paragraph that is bold or slanted as a whole looks so because of its layout.
    const marks = new Set(
      pieces.filter((piece) => piece.plain.trim() !== '' && piece.mark !== '$').map(({ mark }) => mark),
    );
    const isWhole = marks.size === 1;
    const parts = pieces.map((piece) => written(isWhole && piece.mark !== '$' ? { ...piece, mark: '' } : piece));
    const look = child(paragraph, 'a:ppr');
    const has = (name: string): boolean => first(look, name) !== undefined;
    const list =
      has('a:buchar') || has('a:bublip')
        ? 'bullet'
        : has('a:buautonum')
          ? 'number'
          : has('a:bunone')
            ? 'none'
            : undefined;
    return [
      {
        markdown: startOfLine(parts.join('').replace(/ {2,}/g, ' ').trim()),
        plain,
        level: Math.max(0, Math.min(8, Number(look?.attributes.get('lvl') ?? 0) || 0)),
        ...(list !== undefined && { list }),
      },
    ];
  });
}

/** Paragraphs as Markdown: items with bullets where they or their layout have them. */
export function blockOf(paragraphs: readonly ReadParagraph[], isListed: boolean): string {
  let isOpen = false;
  return paragraphs
    .map(({ markdown, level, list }) => {
      const isItem = list === undefined ? isListed : list !== 'none';
      const gap = isOpen && isItem ? '\n' : '\n\n';
      isOpen = isItem;
      const mark = list === 'number' ? '1. ' : '- ';
      return gap + (isItem ? `${'   '.repeat(level)}${mark}${markdown}` : markdown);
    })
    .join('')
    .trim();
}
