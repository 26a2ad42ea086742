import type { Outline } from '../layout/support.ts';

/** How the seeded decks look: two variants, two sizes, a house style with other sizes and margins. */
export const looks: Readonly<Record<string, Outline>> = {
  light: {},
  'dark 4:3': { variant: 'dark', size: '4:3' },
  house: {
    variant: 'contrast',
    footer: 'Course BIO2, week 4',
    tokens: { 'size-body': '33px', 'size-title': '40px', 'margin-x': '96px', accent: '#7a1f5c' },
  },
};

/** A layout of the lesson's own, in which a style of the lesson decides what happens to the text. */
export const freeLayout: Readonly<Record<string, string>> = {
  'templates/layouts/free/fields.yaml': `title: Free
description: A box whose class decides how it is laid out.
type: object
required: [kind]
properties:
  kind: { type: string }
  body: { type: string, format: block }
  lines: { type: array, items: { type: string, format: inline } }
  image: { $ref: '#/$defs/picture' }
`,
  'templates/layouts/free/layout.hbs': `{{> head}}

<div class="body {{attr kind}}">
<div class="box">

{{#if body}}
{{body}}
{{/if}}

{{#if lines}}
{{list lines}}
{{/if}}

{{#if image}}
{{picture image}}
{{/if}}

</div>
<div class="ornament" aria-hidden="true">&ldquo;</div>
<span class="unseen">Only for screen readers, and far longer than the slide is wide, so that it would run off if it were seen at all.</span>
</div>

{{> foot}}
`,
  'templates/layouts/free/style.css': `section.free .ornament { position: absolute; right: -60px; top: -40px; font-size: 300px; line-height: 1; color: var(--line); z-index: -1; }
section.free .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); clip-path: inset(50%); white-space: nowrap; }
section.free .cut .box { height: 150px; overflow: hidden; }
section.free .cut-x .box { width: 500px; overflow-x: hidden; white-space: nowrap; }
section.free .ellipsis .box p { width: 420px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
section.free .clamp .box p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
section.free .clip .box { height: 150px; overflow: clip; }
section.free .scroll .box { height: 150px; overflow: auto; }
section.free .card .box { height: 150px; padding: 16px; border: 2px solid var(--ink); }
section.free .card-x .box { width: 360px; padding: 16px; background: var(--wash); }
section.free .label .box { position: absolute; left: 78%; top: 300px; white-space: nowrap; }
section.free .left .box { margin-left: -400px; white-space: nowrap; }
section.free .up { justify-content: flex-end; }
section.free .centred { justify-content: center; }
section.free .scaled .box { transform: scale(2.4); transform-origin: left top; width: 480px; }
section.free .nowrap .box { white-space: nowrap; }
section.free .rtl .box { direction: rtl; text-align: right; white-space: nowrap; }
section.free .wide-picture .picture { flex: none; width: auto; }
section.free .wide-picture .picture > img { width: 1700px; max-width: none; height: auto; }
section.free .cut-picture .box { height: 200px; overflow: hidden; }
section.free .cut-picture .picture > img { width: 800px; height: 400px; flex: none; }
section.free .meets .box { margin-top: auto; margin-bottom: -56px; }
section.free .bottom .box { margin-top: auto; }
section.free .small .picture { flex: none; width: 560px; }
section.free .loose-svg svg { overflow: visible; }
section.free .cards ul { list-style: none; padding: 0; }
section.free .cards li { flex: none; height: 110px; border: 2px solid var(--ink); padding: 8px; }
section.free .frame .box { height: 80px; line-height: 1; font-size: 64px; overflow: hidden; }
section.free .hang .box p { text-indent: -1.4em; padding-left: 1.4em; }
section.free .grow .box { min-height: 150px; border: 2px solid var(--ink); padding: 16px; }
section.free .columns ul { columns: 2; }
section.free .turned .box { transform: rotate(-4deg); transform-origin: left top; width: 60%; }
`,
};
