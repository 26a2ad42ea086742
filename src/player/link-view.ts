import qrcode from 'qrcode-generator';
import { copyText } from './clipboard.ts';
import { openDialog } from './dialog.ts';
import { button, h, svg } from './dom.ts';
import { slideLink } from './links.ts';
import type { Ui } from './ui.ts';

/** The link to the slide on screen as a QR code and as text. */
export function openLink(ui: Ui): void {
  const { player, announcer } = ui;
  const { strings } = player;
  const link = slideLink(player);
  const copy = button({ class: 'lp-button' }, strings.copy, () => {
    void copyText(link).then((copied) =>
      copied ? announcer.toast(strings.copied) : getSelection()?.selectAllChildren(address),
    );
  });
  const address = h('p', { class: 'lp-address' }, link);
  const code = qrImage(link, strings.link) ?? h('p', {}, strings.noLink);
  const warning = link.startsWith('file:') && h('p', { class: 'lp-warning' }, strings.fileLink);
  openDialog(ui, {
    name: 'qr',
    title: strings.link,
    content: h('div', { class: 'lp-link' }, code, address, copy, warning),
  });
}

/** A QR code as SVG (error correction M, a quiet zone of four modules); `undefined` when the text is too long for one. */
function qrImage(text: string, label: string): SVGSVGElement | undefined {
  const code = qrcode(0, 'M');
  code.addData(text);
  try {
    code.make();
  } catch {
    return undefined;
  }
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
  }
  const size = count + 8;
  return svg(
    'svg',
    {
      class: 'lp-qr',
      viewBox: `0 0 ${size} ${size}`,
      role: 'img',
      'aria-label': label,
      'shape-rendering': 'crispEdges',
    },
    svg('path', { d: `M0 0h${size}v${size}H0z`, fill: '#fff' }),
    svg('path', { d: path, fill: '#000' }),
  );
}
