import { decodeUtf8, type Files } from '../model/index.ts';
import type { Player } from '../formats/html/index.ts';

/** The player's bundle, made when Lectern was installed. */
export function readPlayer(files: Files): Player {
  const text = (name: string): string => {
    const read = files.read(`lectern:dist/player/${name}`);
    return (read.ok ? decodeUtf8(read.bytes) : undefined) ?? '';
  };
  return { script: text('player.js'), css: text('player.css') };
}
