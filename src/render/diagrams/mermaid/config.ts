import { graphSettings, pageSettings, sequenceSettings, type Inner, type Spacing } from './settings.ts';
import { boldLabels, columnLook, drawnSize, themeCSS, themeVariables } from './look.ts';

/** More lines than any slide can hold; Mermaid itself refuses more. */
const mostEdges = 150;
export const longestText = 8000;

/** What a text may not change by a directive or front matter of its own. */
const secure =
  `secure securityLevel startOnLoad maxTextSize maxEdges suppressErrorRendering theme look themeVariables themeCSS
  fontFamily altFontFamily fontSize htmlLabels deterministicIds dompurifyConfig`.split(/\s+/);

/**
 * Mermaid's configuration for one attempt. Nothing that a text says about itself can widen it.
 * @param letters those of the longest word
 */
export function mermaidConfig(spacing: Spacing, box: Inner, letters = 0): object {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    secure,
    suppressErrorRendering: true,
    deterministicIds: true,
    deterministicIDSeed: 'm',
    maxTextSize: longestText,
    maxEdges: mostEdges,
    theme: 'base',
    look: 'classic',
    htmlLabels: false,
    markdownAutoWrap: true,
    fontFamily: 'var(--font-text)',
    fontSize: drawnSize,
    themeVariables,
    themeCSS: themeCSS + columnLook(letters) + (spacing.isBold ? boldLabels : ''),
    logLevel: 5,
    ...graphSettings(spacing),
    ...sequenceSettings(spacing),
    ...pageSettings(box),
  };
}
