import qrcode from 'qrcode-generator';

/** A QR code as lines of half blocks, with the quiet zone it needs, for a terminal of any colours. */
export function qrLines(text: string): readonly string[] {
  const code = qrcode(0, 'L');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const quiet = 2;
  const isDark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < count && column < count && code.isDark(row, column);
  const lines: string[] = [];
  for (let row = -quiet; row < count + quiet; row += 2) {
    let line = '';
    for (let column = -quiet; column < count + quiet; column++) {
      const [top, bottom] = [isDark(row, column), isDark(row + 1, column)];
      line += top ? (bottom ? ' ' : '▄') : bottom ? '▀' : '█';
    }
    lines.push(line);
  }
  return lines;
}
