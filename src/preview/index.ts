export { previewAssets } from './assets.ts';
export { type ExportFormat, type ExportResult } from './desk.ts';
export { createEditor } from './editor.ts';
export type { LiveLesson } from './live-lesson.ts';
export { qrLines } from './qr.ts';
export type { Assets } from './routes.ts';
export { startPreview, type Preview, type PreviewOptions } from './server.ts';
