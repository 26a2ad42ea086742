import { escapeAttribute } from '../../compose/index.ts';

/** The oldest browsers that show a deck as it is meant; `:has()` and, in Safari, constructed style sheets decide. */
const oldest = 'Chrome 115 / Edge 115, Firefox 121, Safari 16.4';

const sentences: Readonly<Record<string, string>> = {
  en: `This browser is too old for the slides below; some may look wrong, and they do not move. Open the file in a newer one (from ${oldest}).`,
  nl: `Deze browser is te oud voor de dia's hieronder; sommige zien er verkeerd uit, en ze bewegen niet. Open het bestand in een nieuwere (vanaf ${oldest}).`,
  de: `Dieser Browser ist für die Folien unten zu alt; manche sehen falsch aus, und sie bewegen sich nicht. Öffnen Sie die Datei in einem neueren (ab ${oldest}).`,
  fr: `Ce navigateur est trop ancien pour les diapositives ci-dessous ; certaines s’affichent mal et elles ne défilent pas. Ouvrez le fichier dans un navigateur plus récent (à partir de ${oldest}).`,
};

/** What a browser that is too old shows above the slides; the player's style sheet hides it from all others. */
export function oldBrowser(lang: string): string {
  const known = lang.toLowerCase().split('-')[0] ?? '';
  const own = known in sentences ? known : 'en';
  return `<p id="lectern-old" lang="${own}" dir="ltr">${escapeAttribute(sentences[own] ?? '')}</p>`;
}
