import type { Paragraph, Run } from '../scene.ts';
import type { SlideDraft } from './draft.ts';
import { color, solid } from './theme.ts';
import { centipoints, el, emu, xmlText } from './xml.ts';

/** The font by its place in the theme where it has one. */
function typeface({ font }: Run, { theme }: SlideDraft): string {
  if (font === theme.fonts.text) return '+mn';
  return font === theme.fonts.title ? '+mj' : font;
}

const fontsOf = (name: string): string => {
  const isPlace = name.startsWith('+');
  return ['latin', 'ea', 'cs']
    .map((kind) => el(`a:${kind}`, { typeface: isPlace ? `${name}-${{ latin: 'lt' }[kind] ?? kind}` : name }))
    .slice(0, isPlace ? 3 : 1)
    .join('');
};

function linkOf(href: string, draft: SlideDraft): string {
  if (href.startsWith('#')) {
    const file = draft.slides.get(href.slice(1));
    if (file === undefined) return '';
    const id = draft.relations.to('slide', `../slides/${file}`);
    return el('a:hlinkClick', { 'r:id': id, action: 'ppaction://hlinksldjump' });
  }
  if (!/^(?:https?|mailto):/i.test(href)) return '';
  return el('a:hlinkClick', { 'r:id': draft.relations.to('hyperlink', href, true) });
}

function properties(name: string, run: Run, draft: SlideDraft): string {
  const spacing = run.gap === undefined ? run.spacing : run.gap - run.size * 0.2;
  const link = run.href === undefined ? '' : linkOf(run.href, draft);
  return el(
    name,
    {
      lang: run.lang,
      sz: Math.max(100, centipoints(run.size * (run.shift === undefined ? 1 : 1 / 0.66))),
      b: run.bold ? 1 : 0,
      i: run.italic ? 1 : 0,
      u: run.underline ? 'sng' : undefined,
      strike: run.strike ? 'sngStrike' : undefined,
      spc: spacing === undefined ? undefined : Math.max(-400_000, Math.min(400_000, centipoints(spacing))),
      baseline: run.shift === undefined ? undefined : Math.round(run.shift * 100_000 * 0.8),
      dirty: 0,
    },
    solid(run.paint, draft.theme),
    run.ground ? el('a:highlight', {}, color({ ...run.ground, alpha: 1 }, draft.theme)) : '',
    fontsOf(typeface(run, draft)),
    link,
  );
}

const looksLike = (a: Run, b: Run): boolean =>
  JSON.stringify({ ...a, text: '' }) === JSON.stringify({ ...b, text: '' });

/** Neighbours of one look are one run; marks of possible hyphens go, and those at which a line ends are hyphens. */
function joined(line: readonly Run[], isEnd: boolean): readonly Run[] {
  const runs: Run[] = [];
  for (const run of line) {
    const last = runs.at(-1);
    if (last && last.gap === undefined && looksLike(last, run))
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    else runs.push(run);
  }
  return runs.map((run, i) => {
    const isLast = !isEnd && i === runs.length - 1;
    const text = isLast && run.text.endsWith('\u00ad') ? `${run.text}-` : run.text;
    return { ...run, text: text.replaceAll(/[\u00ad\u2060]/g, '') };
  });
}

const bullets = {
  plain: 'arabicPlain',
  arabic: 'arabicPeriod',
  lower: 'alphaLcPeriod',
  upper: 'alphaUcPeriod',
  roman: 'romanLcPeriod',
} as const;

function bulletOf(bullet: Paragraph['bullet'], draft: SlideDraft): string {
  if (!bullet) return '<a:buNone/>';
  const paint = el('a:buClr', {}, color(bullet.paint, draft.theme));
  const font = '<a:buFontTx/>';
  if (bullet.kind === 'sign') return `${paint}${font}${el('a:buChar', { char: bullet.text })}`;
  const start = bullet.start === 1 ? {} : { startAt: Math.max(1, Math.min(32_767, bullet.start)) };
  return `${paint}${font}${el('a:buAutoNum', { type: bullets[bullet.kind], ...start })}`;
}

function paragraphXml(paragraph: Paragraph, draft: SlideDraft): string {
  const { lines, align, rtl, pitch, before, inset, hang, level } = paragraph;
  const side = Math.max(0, Math.min(51_206_400, emu(inset)));
  const head = el(
    'a:pPr',
    {
      marL: rtl ? 0 : side,
      marR: rtl ? side : 0,
      lvl: level === 0 ? undefined : Math.min(8, level),
      indent: Math.max(-side, Math.min(51_206_400, emu(hang))),
      algn: align,
      rtl: rtl ? 1 : 0,
    },
    el('a:lnSpc', {}, el('a:spcPts', { val: Math.max(1, Math.min(158_400, centipoints(pitch))) })),
    el('a:spcBef', {}, el('a:spcPts', { val: Math.max(0, Math.min(158_400, centipoints(before))) })),
    '<a:spcAft><a:spcPts val="0"/></a:spcAft>',
    bulletOf(paragraph.bullet, draft),
  );
  const last = lines.at(-1)?.at(-1);
  const body = lines.map((line, i) => {
    const runs = joined(line, i === lines.length - 1);
    const end = runs.at(-1);
    const stop = i === lines.length - 1 || !end ? '' : el('a:br', {}, properties('a:rPr', { ...end, text: '' }, draft));
    return (
      runs.map((run) => el('a:r', {}, properties('a:rPr', run, draft), el('a:t', {}, xmlText(run.text)))).join('') +
      stop
    );
  });
  const tail = last ? properties('a:endParaRPr', { ...last, href: '' }, draft) : '';
  return el('a:p', {}, head, ...body, tail);
}

/** Paragraphs as Office writes them; a body of text has at least one. */
export const paragraphsXml = (paragraphs: readonly Paragraph[], draft: SlideDraft): string =>
  paragraphs.length === 0 ? '<a:p/>' : paragraphs.map((paragraph) => paragraphXml(paragraph, draft)).join('');
