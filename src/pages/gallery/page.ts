import type { LayoutDefinition } from '../../parse/index.ts';
import { variants } from '../../wire/index.ts';
import { html, Html, htmlId, pageHtml } from '../../page-kit/index.ts';
import { fieldRows, type FieldRow } from './fields.ts';
import { galleryScript } from './script.ts';
import type { ShownExample } from './slides.ts';
import { galleryCss } from './style.ts';

/** A layout with its rendered examples in both sizes. */
export interface GalleryEntry {
  readonly layout: LayoutDefinition;
  readonly shown: readonly ShownExample[];
}

export interface GalleryOptions {
  /** Style sheet of the slides, as {@link sharedCss} makes it. */
  readonly slideCss: string;
  /** Name of the theme that is shown. */
  readonly theme: string;
  /** File names of the contact sheets, relative to the page. */
  readonly sheets: readonly string[];
}

/** Text with `code` in backquotes. */
const withCode = (text: string): readonly (Html | string)[] =>
  text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));

const anchor = ({ name }: LayoutDefinition): string => htmlId('layout', name);

/** A slide as a picture of itself: not focusable, not part of the page's headings. */
function picture({ example, size, slides }: ShownExample): Html {
  const label = `${example.layout.title}, example ${example.name}, ${example.lang}, ${size}`;
  const shape = size === '4:3' ? 'of-4x3' : 'of-16x9';
  return html`<figure class="${shape}">
    ${slides.map((slide) => html`<div class="deck" role="img" aria-label="${label}" lang="${example.lang}" inert>${new Html(slide.html)}</div>`)}
    <figcaption>${example.name} <span class="lang">${example.lang}</span></figcaption>
  </figure>`;
}

const fieldRow = ({ name, required, kind, limits, description }: FieldRow): Html =>
  html`<tr>
    <th scope="row"><code>${name}</code>${required ? html` <span class="needed">required</span>` : undefined}</th>
    <td>${withCode(kind)}</td>
    <td>${limits}</td>
    <td>${withCode(description)}</td>
  </tr>`;

function fieldTable(layout: LayoutDefinition): Html {
  const rows = fieldRows(layout);
  if (rows.length === 0) return html`<p>No fields of its own.</p>`;
  return html`<div class="scroll" role="group" tabindex="0" aria-label="Fields of ${layout.title}">
    <table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
          <th scope="col">Limits</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(fieldRow)}
      </tbody>
    </table>
  </div>`;
}

/** An example as it is written in lesson.yaml, with what it needs from the rest of the lesson in words. */
function source({ example }: ShownExample): Html {
  const id = htmlId('yaml', `${example.layout.name}-${example.name}`);
  const parts = Object.keys(example.lesson);
  return html`<div class="source">
    <h3 id="${id}">${example.name}</h3>
    ${parts.length === 0 ? undefined : html`<p>Shows the lesson’s ${parts.join(', ')}.</p>`}
    <pre tabindex="0" role="region" aria-labelledby="${id}"><code>${example.yaml}</code></pre>
    <button type="button" class="copy" hidden>Copy</button>
  </div>`;
}

function entrySection({ layout, shown }: GalleryEntry): Html {
  const wide = shown.filter(({ size }) => size === '16:9');
  const title = layout.titleRequired ? 'The slide needs a title.' : 'The slide’s title may be left out.';
  return html`<section class="layout" id="${anchor(layout)}" aria-labelledby="${anchor(layout)}-title">
    <h2 id="${anchor(layout)}-title">${layout.title} <code>${layout.name}</code></h2>
    <p>${layout.description} ${title}</p>
    <div class="pictures">${shown.map(picture)}</div>
    <details>
      <summary>Fields<span class="hidden"> of ${layout.title}</span></summary>
      ${fieldTable(layout)}
    </details>
    <details>
      <summary>YAML<span class="hidden"> of the examples of ${layout.title}</span></summary>
      ${wide.map(source)}
    </details>
  </section>`;
}

function choice(name: string, legend: string, values: readonly (readonly [value: string, label: string])[]): Html {
  const radio = ([value, label]: readonly [string, string], i: number): Html =>
    html`<label
      ><input type="radio" name="${name}" value="${value}" ${i === 0 ? html` checked` : undefined} />${label}</label
    >`;
  return html`<fieldset>
    <legend>${legend}</legend>
    ${values.map(radio)}
  </fieldset>`;
}

/** The gallery: every layout with pictures of its examples, its fields and YAML to copy. Self-contained. */
export function galleryHtml(entries: readonly GalleryEntry[], { slideCss, theme, sheets }: GalleryOptions): string {
  const links = entries.map(({ layout }) => html`<li><a href="#${anchor(layout)}">${layout.title}</a></li>`);
  const body = html`<a class="skip" href="#layouts">Skip to the layouts</a>
    <header class="top">
      <h1>Layouts</h1>
      <p>${entries.length} layouts in the theme ${theme}. Text, numbers and pictures are examples.</p>
      <nav aria-label="Layouts">
        <ul class="index">
          ${links}
        </ul>
      </nav>
      ${sheets.length === 0 ? undefined : html`<p class="sheets">Contact sheets: ${sheets.map((file) => html`<a href="${file}">${sheetName(file)}</a> `)}</p>`}
    </header>
    <form class="choices" aria-label="How the slides are shown">
      ${choice(
        'variant',
        'Colours',
        variants.map((name) => [name, name] as const),
      )}
      ${choice('size', 'Shape', [
        ['16x9', '16:9'],
        ['4x3', '4:3'],
      ])}
      ${choice('scale', 'Pictures', [
        ['s', 'small'],
        ['m', 'medium'],
        ['l', 'large'],
      ])}
    </form>
    <main id="layouts">${entries.map(entrySection)}</main>`;
  const css = `${slideCss}\n${galleryCss}`;
  const page = pageHtml({ lang: 'en', title: 'Lectern layouts', css, body, script: galleryScript, inlineStyles: true });
  return page;
}

const sheetName = (file: string): string =>
  file
    .replace(/^.*\/|\.png$/g, '')
    .replace('-16x9', ' 16:9')
    .replace('-4x3', ' 4:3');
