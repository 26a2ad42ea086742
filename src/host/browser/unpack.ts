import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { hashOf, isObject, type Hash } from '../../base/index.ts';
import { onExit } from '../cleanup.ts';
import { isAbandoned, ownerTag } from '../owner.ts';
import { removeFolder } from '../temporary.ts';
import { readTar } from './tar.ts';
import { lstatIfAny } from '../lstat.ts';

/** Size and hash of each file, by path relative to the folder. Written last: its presence says that all is there. */
type Contents = Readonly<Record<string, { readonly size: number; readonly hash: Hash }>>;
const contentsFile = 'contents.json';

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="relative">fonts-cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks Chromium, its libraries and its fonts into `folder` unless a good copy is there. Everything is unpacked
 * beside the folder and renamed into place, so two processes at once each see either nothing or a whole copy.
 * @param packed the folder of the packed files.
 * @returns the folder.
 * @throws Error when the file system refuses.
 */
export async function unpackChromium(packed: string, folder: string): Promise<string> {
  if (isWhole(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  sweep(dirname(folder));
  const scratch = `${folder}.${ownerTag()}.tmp`;
  const withdraw = onExit(() => removeFolder(scratch));
  try {
    await mkdir(scratch);
    await fill(scratch, packed);
    await moveInto(scratch, folder);
    return folder;
  } finally {
    removeFolder(scratch);
    withdraw();
  }
}

/** Whether each file still has the hash it had when it was unpacked; slow (it reads 200 MB), for `doctor` and repairs. */
export async function isIntact(folder: string): Promise<boolean> {
  const contents = readContents(folder);
  if (!contents?.chromium) return false;
  for (const [path, { hash }] of Object.entries(contents)) {
    const digest = createHash('sha256');
    await pipeline(createReadStream(join(folder, path)), digest);
    if (digest.digest('hex') !== hash) return false;
  }
  return true;
}

async function fill(scratch: string, packed: string): Promise<void> {
  const parts = [
    fillSmallFiles(scratch, packed),
    unpackStream(join(packed, 'chromium.br'), join(scratch, 'chromium')),
  ] as const;
  // Both must have ended before the folder may be removed after a failure of one.
  await Promise.allSettled(parts);
  const [contents, chromium] = await Promise.all(parts);
  await writeFile(join(scratch, contentsFile), JSON.stringify({ chromium, ...contents }, null, 2));
}

async function fillSmallFiles(scratch: string, packed: string): Promise<Contents> {
  const contents: Record<string, Contents[string]> = {};
  const put = async (path: string, bytes: Uint8Array, mode: number): Promise<void> => {
    await mkdir(dirname(join(scratch, path)), { recursive: true });
    await writeFile(join(scratch, path), bytes, { mode, flag: 'wx' });
    contents[path] = { size: bytes.byteLength, hash: hashOf(bytes) };
  };
  for (const entry of await unpackTar(join(packed, 'fonts.tar.br'))) {
    if (entry.path.endsWith('.ttf')) await put(entry.path, entry.bytes, 0o644);
  }
  for (const entry of await unpackTar(join(packed, 'al2023.tar.br'))) await put(entry.path, entry.bytes, entry.mode);
  await put('fonts.conf', Buffer.from(fontsConf), 0o644);
  return contents;
}

/** In a stream: the browser is 190 MB, and decompressing, hashing and writing can overlap. */
async function unpackStream(source: string, target: string): Promise<Contents[string]> {
  const digest = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const brotli = createBrotliDecompress({ chunkSize: 1 << 20 });
  await pipeline(
    createReadStream(source, { highWaterMark: 1 << 20 }),
    brotli,
    meter,
    createWriteStream(target, { mode: 0o755, flags: 'wx' }),
  );
  return { size, hash: digest.digest('hex') };
}

const unpackTar = async (file: string): Promise<ReturnType<typeof readTar>> =>
  readTar(await promisify(brotliDecompress)(await readFile(file)));

/** Renames into place. When another process was first and its copy is whole, that one is as good. */
async function moveInto(scratch: string, folder: string): Promise<void> {
  if (existsSync(folder) && !isWhole(folder)) {
    const broken = `${scratch}.broken`;
    await rename(folder, broken).catch(() => undefined);
    removeFolder(broken);
  }
  try {
    await rename(scratch, folder);
  } catch (error) {
    if (!isWhole(folder)) throw error;
  }
}

/** Whether every file is there at its full size. Hashing 190 MB at each start would cost more than starting. */
function isWhole(folder: string): boolean {
  const contents = readContents(folder);
  if (!contents?.chromium) return false;
  return Object.entries(contents).every(([path, { size }]) => {
    const stat = lstatIfAny(join(folder, path));
    return stat?.isFile() === true && stat.size === size;
  });
}

function readContents(folder: string): Contents | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(join(folder, contentsFile), 'utf8'));
    return isObject(value) && Object.values(value).every(isObject) ? (value as Contents) : undefined;
  } catch {
    return undefined;
  }
}

/** Removes the half-unpacked folders of killed runs: real folders, by the names that they are given here. */
function sweep(parent: string): void {
  if (!lstatSync(parent).isDirectory()) return;
  for (const entry of readdirSync(parent, { withFileTypes: true })) {
    const tag = /^chromium-[\w.-]+\.(\d+-\d+)\.tmp(?:\.broken)?$/.exec(entry.name)?.[1];
    if (tag !== undefined && entry.isDirectory() && isAbandoned(tag)) removeFolder(join(parent, entry.name));
  }
}
