export { galleryCodes } from './codes.ts';
export { readExamples, type LayoutExample } from './examples.ts';
export { fieldRows } from './fields.ts';
export { galleryLessons, type GalleryLook } from './lessons.ts';
export { layoutsMarkdown } from './markdown.ts';
export { overlay } from './overlay.ts';
export { inVariant } from './slides.ts';
export { galleryFolder, renderExamples, writeGallery } from './make.ts';
