import qrcode from 'qrcode-generator';
import { success, type Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { empty } from '../fit.ts';
import { optional } from '../read.ts';
import type { DiagramKind } from '../types.ts';

/** A web address as a QR code, dark on light in every variant; the same squares for the same address. */
export const qr: DiagramKind = {
  hasNoDirection: true,
  draw(data, pen): Outcome<string> {
    const url = optional(data.url);
    if (url === undefined) return empty(pen, '/url');
    const code = qrcode(0, 'M');
    code.addData(url);
    code.make();
    const count = code.getModuleCount();
    const size = Math.min(pen.width, pen.height) / count;
    const squares: string[] = [];
    for (let row = 0; row < count; row++) {
      for (let from = 0; from < count; from++) {
        if (!code.isDark(row, from)) continue;
        let to = from;
        while (to + 1 < count && code.isDark(row, to + 1)) to++;
        squares.push(`M${from} ${row}h${to - from + 1}v1h-${to - from + 1}z`);
        from = to;
      }
    }
    const path = element('path', { d: squares.join(''), fill: '#111111', transform: `scale(${size.toFixed(4)})` });
    return success(path);
  },
  table: (data, { words: own }) => ({ head: [own.part], rows: [[optional(data.url) ?? '']] }),
  describe: (data) => `QR: ${optional(data.url) ?? ''}`,
};
