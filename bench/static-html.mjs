// The document that Lectern prints, made from deck.html: the same slides, style sheet and fonts, without the player.
import { readFileSync, writeFileSync } from 'node:fs';

const print =
  'html,body{margin:0;padding:0}.deck>section{break-before:auto!important;break-after:page;break-inside:avoid}.deck>section:last-child{break-after:auto}';

export function writeStatic(deckHtml, target) {
  const html = readFileSync(deckHtml, 'utf8')
    .replace(/<script[\s\S]*<\/script>/g, '')
    .replace(/<style id="lectern-player-style">[\s\S]*?<\/style>/, `<style>${print}</style>`)
    .replace(/script-src [^;]*;/, '');
  writeFileSync(target, html);
}
