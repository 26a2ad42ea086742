/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** One declared font (families, style, weight) and the characters that are to be drawn with it. */
export interface FontUsage {
  readonly families: string;
  readonly style: string;
  readonly weight: string;
  /** Whether the deck has a font of one of these names. */
  readonly isKnown: boolean;
  /** User-perceived characters, each once. */
  readonly characters: readonly string[];
}

/** Notes which characters are set in which font. */
export interface FontNotes {
  note(css: CSSStyleDeclaration, text: string, slide: number, block: number): void;
  usages(): readonly FontUsage[];
  /** Slides that show one of these characters in the font of this number, with the block of the first. */
  owners(
    usage: number,
    characters: readonly string[],
  ): readonly { readonly slide: number; readonly block: number; readonly characters: string }[];
}

/** Runs in the page. */
export function makeFontNotes(): FontNotes {
  type Places = Map<number, number>;
  const notes = new Map<
    string,
    { readonly css: readonly [string, string, string]; readonly characters: Map<string, Places> }
  >();
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const isBlank = (character: string): boolean => /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}]*$/u.test(character);
  const plain = (family: string): string =>
    family
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase();
  const isKnown = (families: string): boolean => {
    const own = new Set([...document.fonts].map((font) => plain(font.family)));
    return families.split(',').some((family) => own.has(plain(family)));
  };
  return {
    note({ fontFamily, fontStyle, fontWeight, textTransform }, text, slide, block) {
      const key = `${fontStyle} ${fontWeight} ${fontFamily}`;
      const entry = notes.get(key) ?? {
        css: [fontFamily, fontStyle, fontWeight],
        characters: new Map<string, Places>(),
      };
      notes.set(key, entry);
      const written = textTransform === 'uppercase' ? text.toUpperCase() : text;
      const seen = new Set(
        /^[\x20-\x7e]*$/.test(written) ? written : Array.from(segmenter.segment(written), ({ segment }) => segment),
      );
      for (const character of seen) {
        if (isBlank(character)) continue;
        const places = entry.characters.get(character) ?? new Map<number, number>();
        if (!places.has(slide)) places.set(slide, block);
        entry.characters.set(character, places);
      }
    },
    usages: () =>
      [...notes.values()].map(({ css: [families, style, weight], characters }) => ({
        families,
        style,
        weight,
        isKnown: isKnown(families),
        characters: [...characters.keys()],
      })),
    owners(usage, characters) {
      const found = new Map<number, { slide: number; block: number; characters: string }>();
      const entry = [...notes.values()][usage];
      for (const character of characters) {
        for (const [slide, block] of entry?.characters.get(character) ?? []) {
          const owner = found.get(slide) ?? { slide, block, characters: '' };
          found.set(slide, { ...owner, characters: owner.characters + character });
        }
      }
      return [...found.values()];
    },
  };
}

/** Runs in the page. Sets each text in its font, in elements that `#lectern-probe > div` finds in the same order. */
export function showProbes(probes: readonly FontUsage[]): void {
  const holder = document.createElement('div');
  holder.id = 'lectern-probe';
  holder.style.cssText = 'position:absolute;left:0;top:0;font-size:16px;white-space:pre';
  for (const { families, style, weight, characters } of probes) {
    const probe = document.createElement('div');
    probe.style.fontFamily = families;
    probe.style.fontStyle = style;
    probe.style.fontWeight = weight;
    for (const character of characters) {
      const span = document.createElement('span');
      span.style.display = 'inline-block';
      span.textContent = character;
      probe.append(span);
    }
    holder.append(probe);
  }
  document.body.append(holder);
}

/** Runs in the page. */
export function removeProbes(): void {
  document.getElementById('lectern-probe')?.remove();
}
