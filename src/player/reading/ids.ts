/** What stands before the ids of the reading view: the slides, with the same ids, are still in the document. */
export const idPrefix = 'r-';

const lists = new Set(['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'headers', 'for']);

/** Gives every id in a copy a name of its own, and lets what points to them inside the copy point to the new ones. */
export function renameIds(copy: Element): void {
  const own = new Set([...copy.querySelectorAll('[id]')].map(({ id }) => id));
  for (const element of copy.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const renamed = renamedValue(name, value, own);
      if (renamed !== value) element.setAttribute(name, renamed);
    }
  }
}

function renamedValue(name: string, value: string, own: ReadonlySet<string>): string {
  const rename = (id: string): string => (own.has(id) ? idPrefix + id : id);
  if (name === 'id') return rename(value);
  if (lists.has(name)) return value.split(/\s+/).map(rename).join(' ');
  if (name.endsWith('href') && value.startsWith('#')) return `#${rename(value.slice(1))}`;
  if (!value.includes('url(')) return value;
  return value.replaceAll(/url\((["']?)#([^"'()#]+)\1\)/g, (_, quote: string, id: string) => {
    return `url(${quote}#${rename(id)}${quote})`;
  });
}
