import JSZip from 'jszip';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { smallProject } from './small-lessons.ts';

const outline = `title: Rivers # the course
lang: en
date: 2026-01-05
duration: 10
sections:
  - title: Only section
    slides:
      - layout: bullets
        title: Rivers carry sand
        bullets: [From the hills, To the sea, 'Read [more](https://example.org/rivers)']
      - layout: image
        title: A river seen from above
        image: river.png
        alt: A river with two bends
`;

const river = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 360, channels: 3, background: '#05a' } })
    .png()
    .toBuffer();

const foreignPicture =
  '<p:pic><p:nvPicPr><p:cNvPr id="900" name="Picture 12"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill/><p:spPr/></p:pic>';
const foreignChart =
  '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="901" name="Chart 3"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></p:graphicFrame>';

describe('a deck that came back from PowerPoint', () => {
  it('brings its edits into the outline and lists what has no place there', async () => {
    const project = smallProject({ 'lessons/a/lesson.yaml': outline, 'lessons/a/river.png': await river() });
    expect((await lectern(project.root, ['build', '--format', 'pptx', '--no-check'])).code).toBe(0);
    const onto = (...more: readonly string[]) =>
      lectern(project.root, ['import', 'edited.pptx', '--onto', 'a', ...more]);
    project.write('edited.pptx', project.read('output/a/deck.pptx'));
    expect((await onto()).out).toContain('0 changes, 0 conflicts, 0 not brought back');

    const zip = await JSZip.loadAsync(project.read('output/a/deck.pptx'));
    const slides = Object.keys(zip.files).filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name));
    let taken = 0;
    for (const name of slides) {
      const xml = (await zip.file(name)?.async('string')) ?? '';
      const isFirst = xml.includes('>To the sea<');
      const without = xml.includes('A river with two bends')
        ? xml.replace(/<p:pic>(?:(?!<\/p:pic>).)*A river with two bends.*?<\/p:pic>/s, () => ((taken += 1), ''))
        : xml;
      const edited = isFirst
        ? without
            .replace('>To the sea<', '>To the delta<')
            .replace('</p:spTree>', `${foreignPicture}${foreignChart}</p:spTree>`)
        : without;
      const deeper = edited.replace(
        /(<a:pPr [^>]*?)(indent="[^"]*"(?:(?!<a:t>).)*<a:t>From the hills)/s,
        '$1lvl="1" $2',
      );
      zip.file(name, isFirst ? deeper.replace('<p:sld ', '<p:sld show="0" ') : edited);
    }
    const links = slides.map((name) => name.replace('slides/', 'slides/_rels/') + '.rels');
    for (const name of links) {
      const own = (await zip.file(name)?.async('string')) ?? '';
      zip.file(name, own.replace('https://example.org/rivers', 'https://example.org/seas'));
    }
    expect(taken).toBe(1);
    project.write('edited.pptx', await zip.generateAsync({ type: 'nodebuffer' }));
    const shown = await onto();
    expect(shown.out).toContain('2 changes, 0 conflicts, 5 not brought back');
    for (const part of [
      '"To the sea" → "To the delta"',
      'Picture 12',
      'Chart 3',
      'A river with two bends',
      'level 2',
      'hidden',
    ])
      expect(shown.out).toContain(part);
    expect(project.read('lessons/a/lesson.yaml').toString()).toBe(outline);

    expect((await onto('--write')).code).toBe(0);
    expect(project.read('lessons/a/lesson.yaml').toString()).toBe(
      outline
        .replace('To the sea', 'To the delta')
        .replace('(https://example.org/rivers)', '(https://example.org/seas)'),
    );
  });
});
