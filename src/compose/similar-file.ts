import type { Files } from '../model/index.ts';

type List = (folder: string) => ReturnType<Files['list']>;

const bare = (name: string): string => name.normalize('NFC').toLowerCase();
const stem = (name: string): string => (name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : name);

/**
 * The file that a path must mean which leads nowhere: one in other case, one without its ending, or the only one of that
 * name in a folder of the lesson.
 */
export function similarTo(id: string, folder: string, list: List): string | undefined {
  const parts = id.slice(folder.length + 1).split('/');
  const name = parts.at(-1) ?? '';
  const along = folderOf(parts.slice(0, -1), folder, list);
  const there = along === undefined ? undefined : nameIn(along, name, list);
  if (there !== undefined || parts.length > 1) return there;
  const below = list(folder).filter(({ kind }) => kind === 'folder');
  const found = below.flatMap((entry) => nameIn(`${folder}/${entry.name}`, name, list) ?? []);
  return found.length === 1 ? found[0] : undefined;
}

/** The folder that some names lead to, in whatever case. */
function folderOf(names: readonly string[], from: string, list: List): string | undefined {
  let folder = from;
  for (const name of names) {
    const entry = list(folder).find((one) => one.kind === 'folder' && bare(one.name) === bare(name));
    if (entry === undefined) return undefined;
    folder = `${folder}/${entry.name}`;
  }
  return folder;
}

function nameIn(folder: string, name: string, list: List): string | undefined {
  const files = list(folder).filter(({ kind }) => kind === 'file');
  const same = files.filter((file) => bare(file.name) === bare(name));
  const alike =
    same.length > 0 || name.includes('.') ? same : files.filter((file) => bare(stem(file.name)) === bare(name));
  const [only, second] = alike;
  return only === undefined || second !== undefined ? undefined : `${folder}/${only.name}`;
}
