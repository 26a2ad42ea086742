export type { DraftSection, DraftSlide } from './slide.ts';
export { draftSection, type DraftOptions } from './slides.ts';
