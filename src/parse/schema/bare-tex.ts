/** Commands of TeX for chemistry and units that people write into a text without its dollar signs. */
const commands = ['\\ce{', '\\pu{', '\\SI{', '\\si{', '\\qty{', '\\unit{'];

/** Where the brace that opens before a place is closed. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text.charAt(i) === '{') depth++;
    else if (text.charAt(i) === '}') depth--;
    if (depth === 0) return i;
  }
  return -1;
}

/**
 * Puts dollar signs around what is plainly a formula in a text: `\ce{H2O}`, and a text that is nothing but a power such as
 * `10^{-14}`.
 */
export function withDollars(text: string): string {
  if (text.includes('`')) return text;
  const isPower = (text.includes('^{') || text.includes('_{')) && text.endsWith('}') && !text.trim().includes(' ');
  if (isPower && !text.includes('$') && !text.includes('[') && !text.includes('](')) return `$${text.trim()}$`;
  if (!commands.some((command) => text.includes(command))) return text;
  let out = '';
  let isMath = false;
  for (let i = 0; i < text.length; i++) {
    const command = isMath ? undefined : commands.find((one) => text.startsWith(one, i));
    let end = command === undefined ? -1 : closing(text, i + command.length);
    // A quantity has its unit in braces of its own.
    if (end >= 0 && text.charAt(end + 1) === '{') end = closing(text, end + 2);
    if (end >= 0) {
      out += `$${text.slice(i, end + 1)}$`;
      i = end;
      continue;
    }
    if (text.charAt(i) === '$') isMath = !isMath;
    out += text.charAt(i);
  }
  return out;
}
