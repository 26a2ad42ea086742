export { galleryCodes } from './codes.ts';
export { exampleId, readExamples, type LayoutExample } from './examples.ts';
export { fieldRows, type FieldRow } from './fields.ts';
export { galleryLessons, type GalleryLesson, type GalleryLook } from './lessons.ts';
export { layoutsMarkdown, type LayoutDoc } from './markdown.ts';
export { overlay } from './overlay.ts';
export { galleryHtml, type GalleryEntry, type GalleryOptions } from './page.ts';
export { contactSheet, slidePage, type Sheet } from './sheet.ts';
export { inVariant, sharedCss, shownExamples, variants, type ShownExample, type Variant } from './slides.ts';
