import { NotPossible } from '../base/index.ts';
import { decodeUtf8, type Files } from '../model/index.ts';
import type { Player } from '../formats/html/index.ts';

/** The player's bundle, made when Lectern was installed. */
export function readPlayer(files: Files): Player {
  const text = (name: string): string => {
    const read = files.read(`lectern:dist/player/${name}`, { within: 'lectern:dist' });
    const content = read.ok ? decodeUtf8(read.bytes) : undefined;
    if (content === undefined)
      throw new NotPossible(
        'the player is missing from this installation: run `npm run build` in the folder of Lectern',
      );
    return content;
  };
  return { script: text('player.js'), css: text('player.css') };
}
